using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Commerce.Platform.Databases;

/// <summary>Instants are UTC in the database, on every provider alike (SQLite can't compare offsets, PostgreSQL refuses them).</summary>
internal sealed class StoredInstant() : ValueConverter<DateTimeOffset, DateTime>(
    v => v.UtcDateTime, v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));

/// <summary>Money is a whole number of fen.</summary>
internal sealed class StoredMoney() : ValueConverter<Money, long>(v => v.Fen, v => Money.FromFen(v));

/// <summary>A month is the number 202606.</summary>
internal sealed class StoredMonth() : ValueConverter<Month, int>(v => v.Number, v => new Month(v));
