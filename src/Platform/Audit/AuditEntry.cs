using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Inbox;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Audit;

/// <summary>Marks a property that the audit trail names but never copies (password hashes, security stamps).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>Who did what to which thing, with the values before and after; written in the mutation's own transaction.</summary>
internal sealed class AuditEntry
{
    public long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Operation { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>JSON: per changed row its table, key and [before, after] per column.</summary>
    public required string Changes { get; init; }

    public static AuditEntry Of(ModuleDbContext db, Actor actor, string operation, Guid subject, DateTimeOffset at) => new()
    {
        At = at,
        ActorId = actor.Id,
        ActorName = actor.Name,
        Operation = operation,
        SubjectId = subject,
        Changes = JsonSerializer.Serialize(db.ChangeTracker.Entries().Where(IsOurs).Select(Change), GraphJson.Options),
    };

    public static void Map(EntityTypeBuilder<AuditEntry> b)
    {
        b.ToTable("audit");
        b.HasKey(e => e.Sequence);
        b.Property(e => e.Sequence).ValueGeneratedOnAdd();
        b.Property(e => e.ActorName).HasMaxLength(100);
        b.Property(e => e.Operation).HasMaxLength(80);
        b.Property(e => e.Changes).Metadata.SetMaxLength(null);
        b.HasIndex(e => e.SubjectId);
    }

    private static bool IsOurs(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry e) =>
        e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && e.Entity is not (OutboxEvent or InboxEntry or IdempotencyEntry or AuditEntry or NumberSeries);

    private static Dictionary<string, object?> Change(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry e)
    {
        var columns = new Dictionary<string, object?>();
        foreach (var p in e.Properties)
        {
            // A number that the database is yet to give stands for nothing so far.
            if ((e.State == EntityState.Modified && !p.IsModified) || p.IsTemporary)
            {
                continue;
            }

            var secret = p.Metadata.PropertyInfo?.IsDefined(typeof(SecretAttribute), true) == true;
            columns[p.Metadata.Name] = (e.State, secret) switch
            {
                (_, true) => "***",
                (EntityState.Added, _) => p.CurrentValue,
                (EntityState.Deleted, _) => new[] { p.OriginalValue, null },
                _ => new[] { p.OriginalValue, p.CurrentValue },
            };
        }

        return new()
        {
            ["table"] = e.Metadata.GetTableName(),
            ["key"] = e.Metadata.FindPrimaryKey()?.Properties.Select(k => e.Property(k.Name)).Select(k => k.IsTemporary ? null : k.CurrentValue).ToArray(),
            ["change"] = e.State.ToString().ToLowerInvariant(),
            ["columns"] = columns,
        };
    }
}
