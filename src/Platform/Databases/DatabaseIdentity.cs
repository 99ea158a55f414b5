using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Databases;

/// <summary>Which database this is, and the how-maniest life it lives: a restore raises the incarnation, and events of another life are parked.</summary>
public sealed class DatabaseIdentity
{
    private StoredIdentity? stored;

    /// <summary>Identity and incarnation as events carry them.</summary>
    internal string Origin => $"{Stored.Id:N}/{Stored.Incarnation}";

    /// <summary>Signs cursors; the same on all hosts.</summary>
    internal byte[] CursorKey => Stored.CursorKey;

    private StoredIdentity Stored => stored ?? throw new InvalidOperationException("The database's identity is read at start, before anything else.");

    /// <summary>Reads the identity, or gives the new database one.</summary>
    internal async Task Load(PlatformDbContext db, CancellationToken ct) => stored = await db.InTransaction(
        async _ =>
        {
            var row = await db.Identities.SingleOrDefaultAsync(ct);
            if (row is null)
            {
                row = new StoredIdentity { Key = 1, Id = Guid.NewGuid(), Incarnation = 1, CursorKey = RandomNumberGenerator.GetBytes(32) };
                db.Identities.Add(row);
                await db.SaveChangesAsync(ct);
            }

            return row;
        },
        ct);
}

/// <summary>The one row of the identity.</summary>
internal sealed class StoredIdentity
{
    public required int Key { get; init; }

    public required Guid Id { get; init; }

    public int Incarnation { get; set; }

    public required byte[] CursorKey { get; init; }

    public static void Map(EntityTypeBuilder<StoredIdentity> b)
    {
        b.ToTable("database_identity");
        b.HasKey(i => i.Key);
        b.Property(i => i.Key).ValueGeneratedNever();
        b.Property(i => i.CursorKey).HasMaxLength(64);
    }
}
