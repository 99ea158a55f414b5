using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Outbox;

/// <summary>A fact waiting to be handed to the bus; written in the transaction that made it true.</summary>
internal sealed class OutboxEvent
{
    public long Sequence { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Embedded: all consumers committed. Broker: the broker confirmed. Null while pending.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public Guid? LeasedBy { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public static OutboxEvent Of(object fact, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Name = EventNames.Of(fact.GetType()),
        Body = JsonSerializer.Serialize(fact, fact.GetType(), EventNames.Json),
        OccurredAt = at,
    };

    public static void Map(EntityTypeBuilder<OutboxEvent> b)
    {
        b.ToTable("outbox");
        b.HasKey(e => e.Sequence);
        b.Property(e => e.Sequence).ValueGeneratedOnAdd();
        b.Property(e => e.Name).HasMaxLength(200);
        b.Property(e => e.Body).Metadata.SetMaxLength(null);
        b.HasIndex(e => e.Id).IsUnique();
        b.HasIndex(e => new { e.ClosedAt, e.Sequence });
    }
}
