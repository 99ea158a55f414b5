using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Browse;

/// <summary>A row of the list of orders.</summary>
/// <param name="Order">The order.</param>
/// <param name="Unit">Who ordered.</param>
/// <param name="CountsFor">计入单位, when it is another.</param>
/// <param name="Goods">What, line by line.</param>
internal sealed record OrderRow(OrderView Order, string Unit, string? CountsFor, IReadOnlyList<OrderedGoods> Goods);

/// <summary>A line in a few words.</summary>
internal sealed record OrderedGoods(string Product, Quantity Ordered, string? Village);

/// <summary>Rows, and the serial behind which the next ones start; null at the end.</summary>
internal sealed record OrderRows(IReadOnlyList<OrderRow> Rows, long? Next);

/// <summary>How many orders fit, and their sums.</summary>
internal sealed record OrderSums(int Orders, Money Estimated, Money Settled);

/// <summary>Lists orders, the newest first.</summary>
internal sealed class ListOrders(OrderingDbContext db, Actor actor)
{
    /// <summary>A page of them.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="below">Behind this serial; null from the newest.</param>
    /// <param name="most">So many at once.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<OrderRows> Read(OrderFilter filter, long? below, int most, CancellationToken ct)
    {
        var matching = Fitting(filter);
        var orders = await (below is null ? matching : matching.Where(o => o.Serial < below))
            .OrderByDescending(o => o.Serial).Take(most + 1).Select(OrderView.From).ToListAsync(ct);
        var shown = orders.Take(most).ToList();
        Guid[] ids = [.. shown.Select(o => o.Id)];
        var lines = (await db.Lines.AsNoTracking().Where(l => ids.Contains(l.OrderId)).OrderBy(l => l.Position)
            .Select(l => new { l.OrderId, l.ProductName, l.VillageName, l.OrderedMilli, l.OrderedUnit }).ToListAsync(ct)).ToLookup(l => l.OrderId);
        Guid[] unitIds = [.. shown.SelectMany(o => new[] { o.UnitId, o.CountsForUnitId }).Distinct()];
        var names = await db.Units.AsNoTracking().Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return new(
            [
                .. shown.Select(o => new OrderRow(
                    o,
                    names.GetValueOrDefault(o.UnitId, ""),
                    o.CountsForUnitId == o.UnitId ? null : names.GetValueOrDefault(o.CountsForUnitId),
                    [.. lines[o.Id].Select(l => new OrderedGoods(l.ProductName, new Quantity(l.OrderedMilli, l.OrderedUnit), l.VillageName))])),
            ],
            orders.Count > most ? shown[^1].Serial : null);
    }

    /// <summary>The total row.</summary>
    public async Task<OrderSums> Sums(OrderFilter filter, CancellationToken ct)
    {
        var sums = await Fitting(filter).GroupBy(_ => 1).Select(g => new { Orders = g.Count(), Estimated = g.Sum(o => o.EstimatedFen), Settled = g.Sum(o => o.SettledFen) }).SingleOrDefaultAsync(ct);
        return new(sums?.Orders ?? 0, Money.FromFen(sums?.Estimated ?? 0), Money.FromFen(sums?.Settled ?? 0));
    }

    /// <summary>How many there are of each status, whatever status is asked for.</summary>
    public async Task<IReadOnlyDictionary<OrderStatus, int>> ByStatus(OrderFilter filter, CancellationToken ct) =>
        await Fitting(filter with { Status = null }).GroupBy(o => o.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <summary>The units whose orders the reader sees.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Units(CancellationToken ct) =>
        [.. (await db.Units.AsNoTracking().Where(u => db.Orders.VisibleTo(actor).Any(o => o.UnitId == u.Id)).Select(u => new { u.Id, u.Name }).ToListAsync(ct))
            .OrderBy(u => u.Name, StringComparer.Ordinal).Select(u => (u.Id, u.Name))];

    /// <summary>The villages whose goods were ordered.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Villages(CancellationToken ct) =>
        [.. (await db.Orders.AsNoTracking().VisibleTo(actor).SelectMany(o => o.Lines).Where(l => l.VillageId != null).Select(l => new { l.VillageId, l.VillageName }).Distinct().ToListAsync(ct))
            .GroupBy(v => v.VillageId!.Value).Select(g => (g.Key, g.First().VillageName ?? "")).OrderBy(v => v.Item2, StringComparer.Ordinal)];

    private IQueryable<Order> Fitting(OrderFilter filter) => db.Orders.AsNoTracking().VisibleTo(actor).Matching(db, filter);
}
