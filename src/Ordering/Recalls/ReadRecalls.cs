using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Recalls;

/// <summary>召回清单: who got goods of a batch that was called back, out of the orders that the reader sees: a unit its own, the supply unit those that it sent, the office all.</summary>
internal sealed class ReadRecalls(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>What the address asks for, the newest recall first.</summary>
    public async Task<RecallList> Read(string? batch, string? state, CancellationToken ct)
    {
        var all = await All(ct);
        var of = all.Where(r => string.IsNullOrEmpty(batch) || r.Batch.Id.ToString() == batch).ToList();
        return new(
            [.. of.Where(r => string.IsNullOrEmpty(state) || RecallList.Name(r.State) == state)],
            [.. all.GroupBy(r => r.Batch.Id).Select(g => g.First())],
            of.CountBy(r => RecallList.Name(r.State)).ToDictionary(),
            clock.GetUtcNow().DayInChina());
    }

    /// <summary>All lines of deliveries that were of a batch called back.</summary>
    public async Task<IReadOnlyList<RecalledLine>> All(CancellationToken ct)
    {
        var sent = await (
            from batch in db.Batches.AsNoTracking()
            where batch.WithdrawnOn != null
            join part in db.DeliveryLines.AsNoTracking() on batch.Id equals part.BatchId
            join delivery in db.Deliveries.AsNoTracking() on part.DeliveryId equals delivery.Id
            join order in db.Orders.AsNoTracking().VisibleTo(actor) on delivery.OrderId equals order.Id
            join line in db.Lines.AsNoTracking() on part.OrderLineId equals line.Id
            select new
            {
                Batch = batch,
                part.Milli,
                part.Unit,
                part.OrderLineId,
                DeliveryId = delivery.Id,
                Delivery = delivery.Number,
                delivery.State,
                delivery.DispatchedAt,
                Order = order.Number,
                order.UnitId,
                Name = db.Units.Where(u => u.Id == order.UnitId).Select(u => u.Name).FirstOrDefault() ?? "",
                line.ProductName,
                line.Specification,
            }).ToListAsync(ct);
        Guid[] deliveries = [.. sent.Select(s => s.DeliveryId).Distinct()];
        var signed = (await (
            from acceptance in db.Acceptances.AsNoTracking()
            where deliveries.Contains(acceptance.DeliveryId) && acceptance.State == AcceptanceState.Signed && !acceptance.Corrected
            join weighed in db.AcceptanceLines.AsNoTracking() on acceptance.Id equals weighed.AcceptanceId
            select new { acceptance.DeliveryId, weighed.OrderLineId, acceptance.AcceptedAt, weighed.ReturnedMilli, weighed.NetUnit }).ToListAsync(ct)).ToLookup(a => (a.DeliveryId, a.OrderLineId));
        return
        [
            .. sent.OrderByDescending(s => s.Batch.WithdrawnOn).ThenBy(s => s.Batch.Number, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.DispatchedAt).Select(s =>
            {
                var accepted = signed[(s.DeliveryId, s.OrderLineId)].FirstOrDefault();
                return new RecalledLine(
                    s.Batch, s.ProductName, s.Specification, s.UnitId, s.Name, s.Order, s.Delivery, s.State, new Quantity(s.Milli, s.Unit), s.DispatchedAt, accepted?.AcceptedAt,
                    accepted is { ReturnedMilli: > 0 } ? new Quantity(accepted.ReturnedMilli, accepted.NetUnit) : null);
            }),
        ];
    }
}

/// <summary>Some of a batch that was called back, as it went to a unit.</summary>
/// <param name="Batch">The batch, with its day and reason.</param>
/// <param name="Product">The good.</param>
/// <param name="Specification">Its pack.</param>
/// <param name="UnitId">Who ordered.</param>
/// <param name="Unit">Its name.</param>
/// <param name="Order">Number of the order.</param>
/// <param name="Delivery">Number of the delivery.</param>
/// <param name="State">Of the delivery: on the way, weighed, accepted.</param>
/// <param name="Sent">How much of the batch went.</param>
/// <param name="SentAt">When.</param>
/// <param name="AcceptedAt">When two people had signed; null while they haven't.</param>
/// <param name="Returned">What went back of the order's line in this delivery, whichever batch it was of.</param>
internal sealed record RecalledLine(
    KnownBatch Batch, string Product, string Specification, Guid UnitId, string Unit, string Order, string Delivery, DeliveryState State, Quantity Sent, DateTimeOffset SentAt, DateTimeOffset? AcceptedAt,
    Quantity? Returned);

/// <summary>The list, with the batches it may be narrowed to and how many rows each state would leave.</summary>
internal sealed record RecallList(IReadOnlyList<RecalledLine> Rows, IReadOnlyList<RecalledLine> Batches, IReadOnlyDictionary<string, int> States, DateOnly Today)
{
    /// <summary>A state, as the address writes it.</summary>
    public static string Name(DeliveryState state) => state == DeliveryState.Accepted ? "accepted" : "open";
}
