using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.Faults;
using Commerce.Platform.Outbox;
using Commerce.Platform.Parked;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Commerce.Platform.Inbox;

/// <summary>What MassTransit sees: takes the event in, parks what can't be taken, and reports the delivery.</summary>
internal sealed class EventConsumer<TEvent, THandler, TDb>(
    IServiceProvider services, DatabaseIdentity identity, ParkedEvents parked, Deliveries deliveries, TimeProvider clock, ILogger<EventConsumer<TEvent, THandler, TDb>> log) : IConsumer<TEvent>
    where TEvent : class
    where THandler : class, IHandle<TEvent>
    where TDb : ModuleDbContext
{
    private static readonly string Endpoint = ConsumerEntry.EndpointOf(typeof(THandler));

    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var ct = context.CancellationToken;
        var eventId = context.MessageId ?? Guid.Empty;
        var about = new EventContext(eventId, context.SentTime is { } sent ? new DateTimeOffset(DateTime.SpecifyKind(sent, DateTimeKind.Utc)) : clock.GetUtcNow());
        var taken = await TakeIn(context.Message, about, context.Headers.Get<string>(Relay.OriginHeader), ct);
        if (taken.Reason is not null)
        {
            await parked.Park(eventId, EventNames.Of(typeof(TEvent)), Endpoint, JsonSerializer.Serialize(context.Message, EventNames.Json), about.OccurredAt, taken, ct);
            Failpoint.Reach("consumer.parked", Endpoint);
        }

        deliveries.Report(eventId, Endpoint);
    }

    private async Task<Taken> TakeIn(TEvent fact, EventContext about, string? origin, CancellationToken ct)
    {
        if (origin != identity.Origin)
        {
            return Taken.Refused($"The event comes from database {origin ?? "unknown"}, this one is {identity.Origin}: it belongs to another system or to a time before a restore.");
        }

        try
        {
            return await Intake.Run<TEvent, THandler, TDb>(services, fact, about, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault must neither block the queue nor lose the event: it waits in the table of parked events, in sight.
            log.LogError(e, "{Endpoint} failed on event {EventId}", Endpoint, about.EventId);
            return Taken.Waits($"Fault: {e.GetBaseException().Message}");
        }
    }
}
