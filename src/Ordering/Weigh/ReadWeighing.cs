using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Follow;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

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
    /// <summary>What the keeper should know before taking the goods in: papers that ran out on the way, a producer suspended since.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

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

/// <summary>Something that happened to goods on the way; they may be accepted or refused.</summary>
internal sealed record Caution(string Chinese, string English);

/// <summary>Reads a delivery for the one who is to weigh it or to sign.</summary>
internal sealed class ReadWeighing(OrderingDbContext db, ReadOrder orders, Actor actor, TimeProvider clock)
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
        return new(story, delivery, step, open ?? signed, (open ?? signed)?.Id, ordered, onBehalfOf)
        {
            Cautions = step is WeighingStep.Weigh or WeighingStep.Sign ? await Cautions([.. story.Lines.Where(l => delivery.Dispatched(l) > 0)], ct) : [],
        };
    }

    private async Task<IReadOnlyList<Caution>> Cautions(List<OrderLine> lines, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = new List<Caution>();
        foreach (var paper in await db.Lapsed([.. lines.Select(l => l.ProductId)], now.DayInChina(), ct))
        {
            var goods = lines.Find(l => l.ProductId == paper.ProductId)!.ProductName;
            found.Add(new(
                $"“{goods}”的{paper.Kind}（{paper.Number}）在路上时已失效：请看货和随货单证，合格可以收，不合格请拒收并写明原因。",
                $"The certificate {paper.Kind} ({paper.Number}) of {goods} ran out on the way: look at the goods and their papers; take them in if they are sound, else reject them with the reason."));
        }

        Guid[] producers = [.. lines.Select(l => l.ProducerId).Distinct()];
        foreach (var suspended in await db.Suspensions.AsNoTracking().HoldAt(now).Where(s => producers.Contains(s.ProducerId)).OrderBy(s => s.From).ToListAsync(ct))
        {
            var producer = lines.Find(l => l.ProducerId == suspended.ProducerId)!.ProducerName;
            found.Add(new(
                $"“{producer}”发货后被暂停供货（{suspended.Reason}）：已在路上的货可以收，也可以拒收。",
                $"{producer} was suspended after this was sent ({suspended.Reason}): what is on the way may be accepted or rejected."));
        }

        return found;
    }
}
