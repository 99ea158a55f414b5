using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Commerce.LedgerBench;

/// <summary>A ledger of many rows: 20 units, 24 months, 10 products of two villages, two purposes; the same whatever its size, so that only the rows grow.</summary>
internal sealed class Filled(TestDatabase<AssistanceDbContext> database, int rows) : IAsyncDisposable
{
    public static readonly Guid Department = Id("unit", 0);
    public static readonly Guid[] Units = [.. Enumerable.Range(1, 20).Select(i => Id("unit", i))];
    public static readonly Guid[] Villages = [Id("village", 1), Id("village", 2)];
    public static readonly Guid[] Products = [.. Enumerable.Range(1, 10).Select(i => Id("product", i))];
    public static readonly Month[] Months = [.. Enumerable.Range(0, 24).Select(i => Month.Of(2025 + (i / 12), (i % 12) + 1))];
    public static readonly DateTimeOffset Now = new(2026, 12, 20, 4, 0, 0, TimeSpan.Zero);
    private static readonly PurchasePurpose[] Purposes = [PurchasePurpose.Canteen, PurchasePurpose.StaffWelfare];

    /// <summary>Reads the whole department.</summary>
    public static readonly Actor Officer = new(Id("person", 1), "周主任", [Department], new Dictionary<string, IReadOnlyCollection<Guid>>
    {
        [Capability.AssistanceRead] = [Department, .. Units],
        [Capability.AssistanceClose] = [Department, .. Units],
    });

    public int Rows { get; } = rows;

    public AssistanceDbContext Open() => database.Open();

    public static async Task<Filled> Create(DatabaseProvider provider, int rows)
    {
        var filled = new Filled(await TestDatabase<AssistanceDbContext>.Create(provider, "assistance"), rows);
        await using var db = filled.Open();
        await filled.Names(db);
        await db.Database.OpenConnectionAsync();
        if (db.Database.GetDbConnection() is NpgsqlConnection server)
        {
            await Copy(server, rows);
        }
        else
        {
            await Insert((SqliteConnection)db.Database.GetDbConnection(), rows);
        }

        await db.LedgerHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, (long)rows).SetProperty(h => h.Hash, Hash(rows)));
        await filled.Totals(db);
        return filled;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    public static Guid Id(string what, int number) => Platform.Modules.SampleId.Of(what, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private async Task Names(AssistanceDbContext db)
    {
        db.KnownUnits.Add(new KnownUnit { UnitId = Department, StatedVersion = 1, Kind = "DEPARTMENT" });
        db.KnownUnits.AddRange(Units.Select(u => new KnownUnit { UnitId = u, StatedVersion = 1, Kind = "AFFILIATED_UNIT", ParentId = Department }));
        db.KnownNames.AddRange(Units.Concat(Villages).Concat(Products).Append(Department).Select((id, i) => new KnownName { Id = id, Name = $"名称{i}", SaidAt = Now }));
        foreach (var year in new[] { 2025, 2026 })
        {
            foreach (var unit in Units)
            {
                (await db.CommitmentOf(year, unit, Now, default)).Set(Money.Of(100_000m), null, new DateOnly(year, 1, 1), Officer.Id, Officer.Name, Now);
            }
        }

        await db.SaveChangesAsync();
    }

    // What a row of a number is; the same key comes again after 20 × 24 × 10 rows.
    private static (Guid Unit, Month Month, int Product, PurchasePurpose Purpose) KeyOf(int n)
    {
        var product = n / (Units.Length * Months.Length) % Products.Length;
        return (Units[n % Units.Length], Months[n / Units.Length % Months.Length], product, Purposes[product % 2]);
    }

    private static object?[] Row(int n)
    {
        var (unit, month, product, purpose) = KeyOf(n - 1);
        var line = Guid.NewGuid();
        var at = new DateTime(month.Year, month.OfYear, 10, 4, 0, 0, DateTimeKind.Utc);
        return
        [
            (long)n, Guid.NewGuid(), nameof(LedgerKind.Purchase), nameof(Channel.Direct), purpose.ToString(), unit, "名称", Villages[product % 2], Products[product], Guid.Empty, Guid.Empty, "222405",
            month.Number, 0, false, 5600L + (n % 100), 10_000_000L, nameof(MeasureUnit.G), LedgerSources.AcceptanceLine, line, line, line, line, Guid.NewGuid(), Guid.Empty, $"AC-2026-{n:000000}",
            at, at, false, Hash(n - 1), Hash(n),
        ];
    }

    private static readonly string[] Columns =
    [
        "Sequence", "Id", "Kind", "Channel", "Purpose", "UnitId", "UnitName", "VillageId", "ProductId", "ProducerId", "OutletId", "CountyCode", "MonthNumber", "AdjustsMonthNumber", "Designated", "AmountFen",
        "QuantityMilli", "QuantityUnit", "SourceType", "SourceId", "SourceLineId", "OriginalLineId", "EventId", "OrderId", "AcceptanceId", "DocumentNumber", "OccurredAt", "RecordedAt", "Sample", "PreviousHash", "Hash",
    ];

    // The chain isn't what is measured.
    private static string Hash(long n) => n.ToString("D64", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task Copy(NpgsqlConnection server, int rows)
    {
        // Its indexes are made when the rows are there, as one does before a large import.
        var indexes = new List<string>();
        await using (var read = new NpgsqlCommand("select indexname, indexdef from pg_indexes where schemaname = 'assistance' and tablename = 'ledger_entries' and indexname not like 'PK%'", server))
        await using (var found = await read.ExecuteReaderAsync())
        {
            while (await found.ReadAsync())
            {
                indexes.Add($"drop index assistance.\"{found.GetString(0)}\"|{found.GetString(1)}");
            }
        }

        await Run(indexes.Select(i => i.Split('|')[0]));
        await using (var copy = await server.BeginBinaryImportAsync($"copy assistance.ledger_entries ({string.Join(", ", Columns.Select(c => $"\"{c}\""))}) from stdin (format binary)"))
        {
            for (var n = 1; n <= rows; n++)
            {
                await copy.StartRowAsync();
                foreach (var value in Row(n))
                {
                    await (value is DateTime at ? copy.WriteAsync(at, NpgsqlDbType.TimestampTz) : copy.WriteAsync(value));
                }
            }

            await copy.CompleteAsync();
        }

        await Run(indexes.Select(i => i.Split('|')[1]).Append("analyze"));

        async Task Run(IEnumerable<string> statements)
        {
            foreach (var statement in statements)
            {
#pragma warning disable CA2100 // Made here.
                await using var command = new NpgsqlCommand(statement, server) { CommandTimeout = 0 };
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task Insert(SqliteConnection file, int rows)
    {
        await using var transaction = file.BeginTransaction();
        await using var insert = file.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"insert into ledger_entries ({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select((_, i) => $"$p{i}"))})";
        var parameters = Columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" })).ToList();
        await insert.PrepareAsync();
        for (var n = 1; n <= rows; n++)
        {
            foreach (var (place, value) in Row(n).Index())
            {
                parameters[place].Value = value is Guid id ? id.ToString().ToUpperInvariant() : value;
            }

            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    // The rollup, as the rows add up.
    private async Task Totals(AssistanceDbContext db)
    {
        var sums = new Dictionary<(Guid, Month, int, PurchasePurpose), (long Fen, int Rows)>();
        for (var n = 1; n <= Rows; n++)
        {
            var key = KeyOf(n - 1);
            var (fen, count) = sums.GetValueOrDefault(key);
            sums[key] = (fen + 5600 + (n % 100), count + 1);
        }

        db.LedgerTotals.AddRange(sums.Select(s => new LedgerTotal
        {
            UnitId = s.Key.Item1,
            VillageId = Villages[s.Key.Item3 % 2],
            ProductId = Products[s.Key.Item3],
            ProducerId = Guid.Empty,
            Purpose = s.Key.Item4,
            Channel = Channel.Direct,
            OutletId = Guid.Empty,
            MonthNumber = s.Key.Item2.Number,
            Dimension = MeasureUnit.G.Dimension(),
            Sample = false,
            AmountFen = s.Value.Fen,
            QuantityMilli = s.Value.Rows * 10_000_000L,
            Rows = s.Value.Rows,
        }));
        await db.SaveChangesAsync();
    }
}
