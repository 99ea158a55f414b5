using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Idempotency;

/// <summary>The answer to a mutation, kept for ever beside its effect. Scope: actor, operation, key.</summary>
internal sealed class IdempotencyEntry
{
    public required Guid ActorId { get; init; }

    public required string Operation { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the request in canonical form: another body under the same key is refused.</summary>
    public required string RequestHash { get; init; }

    public Guid? ResultId { get; init; }

    public string? Error { get; init; }

    public required DateTimeOffset At { get; init; }

    public static void Map(EntityTypeBuilder<IdempotencyEntry> b)
    {
        b.ToTable("idempotency_keys");
        b.HasKey(e => new { e.ActorId, e.Operation, e.Key });
        b.Property(e => e.Operation).HasMaxLength(80);
        b.Property(e => e.Key).HasMaxLength(255).IsUnicode(false);
        b.Property(e => e.RequestHash).HasMaxLength(64).IsUnicode(false);
        b.Property(e => e.Error).HasMaxLength(4000);
    }
}
