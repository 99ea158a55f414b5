using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Waiting;

/// <summary>What an order or a delivery waits for.</summary>
internal enum WaitsFor
{
    /// <summary>Sent back: the orderer mends and submits it again, or gives it up.</summary>
    Mending,

    /// <summary>An approver.</summary>
    Decision,

    /// <summary>The supplier's word.</summary>
    Confirmation,

    /// <summary>Goods are to be sent.</summary>
    Dispatch,

    /// <summary>Goods are on the way: to be weighed, first signature.</summary>
    Weighing,

    /// <summary>The weighing was sent back: to be weighed again.</summary>
    WeighingAgain,

    /// <summary>Weighed by somebody else: the second signature.</summary>
    SecondSignature,
}

/// <summary>Something that a person has to do.</summary>
/// <param name="For">What.</param>
/// <param name="Number">Of the order, or of the delivery where goods are to be weighed or signed for.</param>
/// <param name="Unit">Who ordered.</param>
/// <param name="Goods">The first product, and how many more.</param>
/// <param name="More">How many more kinds of goods.</param>
/// <param name="Amount">As ordered.</param>
/// <param name="Since">Since when it waits.</param>
internal sealed record OpenStep(WaitsFor For, string Number, string Unit, string Goods, int More, Money Amount, DateTimeOffset Since);

/// <summary>What waits for a person, the oldest first: the same rules as the slices ask.</summary>
internal sealed class ReadWaiting(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<OpenStep>> Read(CancellationToken ct) =>
        [.. (await Orders(ct)).Concat(await Deliveries(ct)).OrderBy(w => w.Since).Take(Most)];

    private async Task<List<OpenStep>> Orders(CancellationToken ct)
    {
        Guid[] request = [.. actor.UnitsWhere(Capability.OrderRequest)];
        var toDecide = db.Orders.AwaitingWordOf(db, actor, clock.GetUtcNow().DayInChina()).Select(o => o.Id);
        Guid[] supply = [.. actor.UnitsWhere(Capability.OrderSupply)];
        var me = actor.Id;
        var rows = await db.Orders.AsNoTracking().VisibleTo(actor).Where(o => !o.RestCancelled)
            .Where(o =>
                (o.Stage == OrderStage.SentBack && request.Contains(o.UnitId) && (o.RequestedById == me || o.SubmittedById == me || o.EditedById == me))
                || toDecide.Contains(o.Id)
                || (o.Stage == OrderStage.Approved && supply.Contains(o.SupplyUnitId))
                || (o.Stage == OrderStage.Confirmed && o.HasUndispatched && supply.Contains(o.SupplyUnitId)))
            .OrderBy(o => o.UpdatedAt).Take(Most)
            .Select(o => new
            {
                o.Stage,
                o.Number,
                o.EstimatedFen,
                o.UpdatedAt,
                Unit = db.Units.Where(u => u.Id == o.UnitId).Select(u => u.Name).FirstOrDefault(),
                First = o.Lines.OrderBy(l => l.Position).Select(l => l.ProductName).FirstOrDefault(),
                Lines = o.Lines.Count,
            }).ToListAsync(ct);
        return
        [
            .. rows.Select(o => new OpenStep(
                o.Stage switch
                {
                    OrderStage.SentBack => WaitsFor.Mending,
                    OrderStage.Submitted => WaitsFor.Decision,
                    OrderStage.Approved => WaitsFor.Confirmation,
                    OrderStage.Confirmed or OrderStage.Draft or OrderStage.Rejected => WaitsFor.Dispatch,
                },
                o.Number, o.Unit ?? "", o.First ?? "", o.Lines - 1, Money.FromFen(o.EstimatedFen), o.UpdatedAt)),
        ];
    }

    private async Task<List<OpenStep>> Deliveries(CancellationToken ct)
    {
        Guid[] accept = [.. actor.UnitsWhere(Capability.OrderAccept)];
        var me = actor.Id;
        var orders = db.Orders.AsNoTracking().VisibleTo(actor)
            .Where(o => accept.Contains(o.UnitId) && o.RequestedById != me && o.SubmittedById != me && o.EditedById != me);
        var rows = await db.Deliveries.AsNoTracking()
            .Where(d => d.State == DeliveryState.InTransit || (d.State == DeliveryState.Weighed && d.WeighedById != me))
            .Join(orders, d => d.OrderId, o => o.Id, (d, o) => new
            {
                d.State,
                d.Number,
                d.DispatchedAt,
                o.EstimatedFen,
                Unit = db.Units.Where(u => u.Id == o.UnitId).Select(u => u.Name).FirstOrDefault(),
                First = db.Lines.Where(l => l.OrderId == o.Id && db.DeliveryLines.Any(b => b.DeliveryId == d.Id && b.OrderLineId == l.Id))
                    .OrderBy(l => l.Position).Select(l => l.ProductName).FirstOrDefault(),
                Lines = db.Lines.Count(l => l.OrderId == o.Id && db.DeliveryLines.Any(b => b.DeliveryId == d.Id && b.OrderLineId == l.Id)),
                SentBack = db.Acceptances.Any(a => a.DeliveryId == d.Id && a.State == AcceptanceState.SentBack),
                Weighed = db.Acceptances.Where(a => a.DeliveryId == d.Id).Max(a => (DateTimeOffset?)a.RecordedAt),
            })
            .OrderBy(d => d.DispatchedAt).Take(Most).ToListAsync(ct);
        return
        [
            .. rows.Select(d => new OpenStep(
                d.State == DeliveryState.Weighed ? WaitsFor.SecondSignature : d.SentBack ? WaitsFor.WeighingAgain : WaitsFor.Weighing,
                d.Number, d.Unit ?? "", d.First ?? "", d.Lines - 1, Money.FromFen(d.EstimatedFen), d.Weighed ?? d.DispatchedAt)),
        ];
    }
}
