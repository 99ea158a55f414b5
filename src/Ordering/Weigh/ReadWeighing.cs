using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Follow;
using Commerce.Platform.People;

namespace Commerce.Ordering.Weigh;

/// <summary>What somebody may do with a delivery now.</summary>
internal enum WeighingStep
{
    /// <summary>Weigh it, or weigh it again, and sign first.</summary>
    Weigh,

    /// <summary>Sign second, or send it back.</summary>
    Sign,

    /// <summary>One's own weighing waits for somebody else's signature.</summary>
    WaitForSecond,

    /// <summary>Both signed.</summary>
    Done,

    /// <summary>Only look: one ordered it oneself, or may not accept here.</summary>
    Look,
}

/// <summary>A delivery as it lies before somebody on the scales.</summary>
/// <param name="Story">Its order.</param>
/// <param name="Delivery">The delivery.</param>
/// <param name="Step">What is to be done.</param>
/// <param name="Acceptance">The one that waits for a signature or has both; null while nothing was weighed.</param>
/// <param name="CorrectsId">The one that a new weighing would replace or correct.</param>
/// <param name="Ordered">The person ordered these goods, and so may not sign for them.</param>
/// <param name="OnBehalfOf">代验: for whom the person would sign.</param>
internal sealed record Weighing(
    OrderStory Story, Delivery Delivery, WeighingStep Step, Acceptance? Acceptance, Guid? CorrectsId, bool Ordered, string? OnBehalfOf)
{
    /// <summary>The order lines in the delivery, and how much of each was sent, as it settles.</summary>
    public IEnumerable<(OrderLine Line, long SentMilli)> Lines =>
        Story.Lines.Select(l => (l, Delivery.Dispatched(l))).Where(l => l.Item2 > 0);

    /// <summary>The most that may arrive of a line.</summary>
    public long MayArrive(OrderLine line) => line.MayArrive(
        Delivery.Dispatched(line), Story.Acceptances.FirstOrDefault(a => a.Id == CorrectsId && a.State == AcceptanceState.Signed)?.Lines.Find(l => l.OrderLineId == line.Id)?.NetMilli ?? 0);

    /// <summary>Why the last weighing was sent back; null when it wasn't.</summary>
    public string? SentBackWhy => Acceptance is null && Story.Acceptances.LastOrDefault(a => a.DeliveryId == Delivery.Id) is { State: AcceptanceState.SentBack } back
        ? Story.History.LastOrDefault(h => h.Action == HistoryAction.WeighingSentBack && h.Note?.StartsWith(back.Number, StringComparison.Ordinal) == true)?.Note
        : null;
}

/// <summary>Reads a delivery for the one who is to weigh it or to sign.</summary>
internal sealed class ReadWeighing(OrderingDbContext db, ReadOrder orders, Actor actor)
{
    /// <summary>Null when there is no such delivery, or it isn't the reader's to see.</summary>
    /// <param name="number">DN-, with year and number.</param>
    /// <param name="again">Weigh once more what was weighed: an unsigned weighing is replaced, a signed one corrected.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Weighing?> Read(string number, bool again, CancellationToken ct)
    {
        if (await orders.Read(number, ct) is not { } story || story.Deliveries.FirstOrDefault(d => d.Number == number) is not { } delivery)
        {
            return null;
        }

        var (may, onBehalfOf) = await db.MayAccept(actor, story.Order.UnitId, ct);
        var ordered = story.Order.IsOrderer(actor.Id);
        var open = story.Acceptances.FirstOrDefault(a => a.DeliveryId == delivery.Id && a.State == AcceptanceState.Open);
        var signed = story.Acceptances.FirstOrDefault(a => a.DeliveryId == delivery.Id && a.State == AcceptanceState.Signed && !a.Corrected);
        var mine = open?.FirstSignerId == actor.Id;
        var step = !may || ordered ? WeighingStep.Look
            : open is not null && !mine ? WeighingStep.Sign
            : again || (open ?? signed) is null ? WeighingStep.Weigh
            : open is not null ? WeighingStep.WaitForSecond
            : WeighingStep.Done;
        return new(story, delivery, step, open ?? signed, (open ?? signed)?.Id, ordered, onBehalfOf);
    }
}
