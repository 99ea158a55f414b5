using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Outbox;

/// <summary>Who has taken which event in; filled by consumers after their commit, emptied by the relay.</summary>
internal sealed class Deliveries(OutboxBell bell)
{
    private readonly ConcurrentQueue<(Guid EventId, string Endpoint)> reported = new();

    public void Report(Guid eventId, string endpoint)
    {
        reported.Enqueue((eventId, endpoint));
        bell.Ring();
    }

    public IEnumerable<(Guid EventId, string Endpoint)> TakeAll()
    {
        while (reported.TryDequeue(out var one))
        {
            yield return one;
        }
    }
}

/// <summary>One endpoint has taken an event in while another hasn't yet; dropped when the event is closed.</summary>
internal sealed class EventDelivery
{
    public required Guid EventId { get; init; }

    public required string Endpoint { get; init; }

    public required DateTimeOffset DeliveredAt { get; init; }

    public static void Map(EntityTypeBuilder<EventDelivery> b)
    {
        b.ToTable("event_deliveries");
        b.HasKey(e => new { e.EventId, e.Endpoint });
        b.Property(e => e.Endpoint).HasMaxLength(120);
    }
}
