using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.GraphQL;

/// <summary>Where a window stands for people: the clock included.</summary>
internal enum WindowState
{
    Planned,
    Open,
    Closed,
    NotReached,
    Confirmed,
    Delivered,
}

/// <summary>A window as the API shows it. Everybody who reads orders sees how far it is; who wants what is shown as far as one may see the orders.</summary>
internal sealed record WindowView(OrderWindow Window, WindowState State, long ReachedFen, int Orders) : IHaveId
{
    public Guid Id => Window.Id;

    public int Version => Window.Version;

    public string Name => Window.Name;

    public DateTimeOffset OpensAt => Window.OpensAt;

    public DateTimeOffset ClosesAt => Window.ClosesAt;

    public DateOnly LastDay => Window.LastDay;

    public DateOnly DeliverOn => Window.DeliverOn;

    public DateOnly DeliverUntil => Window.DeliverUntil;

    public Money Minimum => Money.FromFen(Window.MinimumFen);

    public Money Reached => Money.FromFen(ReachedFen);

    public Money Missing => Money.FromFen(Math.Max(0, Window.MinimumFen - ReachedFen));
}

/// <summary>Goods of a window as the API shows them.</summary>
internal sealed record WindowGoodsView(WindowGoods Goods)
{
    public string ProductName => Goods.ProductName;

    public string Specification => Goods.Specification;

    public UnitPrice Price => Goods.Price;
}

/// <summary>How much of one kind of goods came together, over all units.</summary>
internal sealed record WindowDemandView(Guid ProducerId, Guid VariantId, Guid? VillageId, string ProductName, Quantity Total, int Orders, Money Amount);

/// <summary>What one unit wants of one kind of goods.</summary>
internal sealed record UnitDemandView(Guid OrderId, Guid UnitId, string ProductName, string Specification, Quantity Quantity, Money Amount, OrderStatus Status);

/// <summary>Windows and what came together in them: one statement per kind of part, however many windows.</summary>
internal static class WindowQueries
{
    private static readonly OrderStage[] HandedIn = [OrderStage.Submitted, OrderStage.Approved, OrderStage.Confirmed];

    public static void Bind(GraphBuilder graph)
    {
        graph.Query("orderWindows", Windows);
        graph.Type<WindowView>("OrderWindow").Node("win", ById)
            .Ref("supplyUnit", "ou", w => w.Window.SupplyUnitId)
            .Batch("goods", w => w.Id, Goods, () => [])
            .Batch("aggregate", w => w.Id, Aggregate, () => [])
            .Batch("demands", w => w.Id, Demands, () => []);
        graph.Type<WindowGoodsView>("WindowGoods").Ref("offer", "off", g => g.Goods.OfferId).Ref("village", "vil", g => g.Goods.VillageId);
        graph.Type<WindowDemandView>("WindowDemand").Ref("producer", "prc", d => d.ProducerId).Ref("variant", "var", d => d.VariantId).Ref("village", "vil", d => d.VillageId);
        graph.Type<UnitDemandView>("UnitDemand").Ref("order", "po", d => d.OrderId).Ref("unit", "ou", d => d.UnitId);
    }

    public static async Task<object?> Windows(Ask ask)
    {
        var state = ask.Has("state") ? ask.Arg<WindowState>("state") : (WindowState?)null;
        var windows = await Read(ask.Service<OrderingDbContext>(), db => db.OrderByDescending(w => w.ClosesAt).Take(PageRequest.Largest), ask.Service<TimeProvider>(), ask.Cancel);
        return windows.Where(w => state is null || w.State == state).ToList();
    }

    public static async Task<IReadOnlyDictionary<Guid, WindowView>> ById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        ask.Actor.Can(Capability.OrderRead)
            ? (await Read(ask.Service<OrderingDbContext>(), db => db.Where(w => ids.Contains(w.Id)), ask.Service<TimeProvider>(), ask.Cancel)).ToDictionary(w => w.Id)
            : new Dictionary<Guid, WindowView>();

    /// <summary>Windows with how far they are.</summary>
    public static async Task<List<WindowView>> Read(OrderingDbContext db, Func<IQueryable<OrderWindow>, IQueryable<OrderWindow>> which, TimeProvider clock, CancellationToken ct)
    {
        var rows = await which(db.Windows.AsNoTracking()).Select(w => new
        {
            Window = w,
            Reached = db.Orders.Where(o => o.WindowId == w.Id && !o.RestCancelled && HandedIn.Contains(o.Stage)).Sum(o => o.EstimatedFen),
            Orders = db.Orders.Count(o => o.WindowId == w.Id && !o.RestCancelled && HandedIn.Contains(o.Stage)),
            Waiting = db.Orders.Any(o => o.WindowId == w.Id && o.Stage == OrderStage.Confirmed && o.Status != OrderStatus.Accepted && o.Status != OrderStatus.Cancelled),
        }).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return rows.ConvertAll(r => new WindowView(r.Window, StateOf(r.Window, r.Waiting, now), r.Reached, r.Orders));
    }

    private static WindowState StateOf(OrderWindow window, bool waiting, DateTimeOffset now) => window.Stage switch
    {
        WindowStage.Announced => now < window.OpensAt ? WindowState.Planned : now < window.ClosesAt ? WindowState.Open : WindowState.Closed,
        WindowStage.Closed => WindowState.Closed,
        WindowStage.NotReached => WindowState.NotReached,
        WindowStage.Confirmed => waiting ? WindowState.Confirmed : WindowState.Delivered,
    };

    private static async Task<IReadOnlyDictionary<Guid, List<WindowGoodsView>>> Goods(Ask ask, IReadOnlyCollection<Guid> windows) =>
        (await ask.Service<OrderingDbContext>().WindowGoods.AsNoTracking().Where(g => windows.Contains(g.WindowId)).OrderBy(g => g.Position).ToListAsync(ask.Cancel))
            .GroupBy(g => g.WindowId).ToDictionary(g => g.Key, g => g.Select(x => new WindowGoodsView(x)).ToList());

    private static async Task<IReadOnlyDictionary<Guid, List<WindowDemandView>>> Aggregate(Ask ask, IReadOnlyCollection<Guid> windows) =>
        (await Lines(ask.Service<OrderingDbContext>(), o => o, windows, ask.Cancel)).GroupBy(l => l.WindowId).ToDictionary(
            w => w.Key,
            w => w.GroupBy(l => (l.Line.OfferId, l.VariantId)).Select(g => new WindowDemandView(
                g.First().Line.ProducerId, g.Key.VariantId, g.First().Line.VillageId, g.First().Line.ProductName,
                new Quantity(g.Sum(l => l.Line.OrderedMilli), g.First().Line.SoldBy), g.Select(l => l.Line.OrderId).Distinct().Count(), g.Sum(l => Money.FromFen(l.Line.EstimatedFen)))).ToList());

    private static async Task<IReadOnlyDictionary<Guid, List<UnitDemandView>>> Demands(Ask ask, IReadOnlyCollection<Guid> windows)
    {
        var actor = ask.Actor;
        return (await Lines(ask.Service<OrderingDbContext>(), o => o.VisibleTo(actor), windows, ask.Cancel)).GroupBy(l => l.WindowId).ToDictionary(
            w => w.Key,
            w => w.Select(l => new UnitDemandView(
                l.Line.OrderId, l.UnitId, l.Line.ProductName, l.Line.Specification, new Quantity(l.Line.OrderedMilli, l.Line.SoldBy), Money.FromFen(l.Line.EstimatedFen), l.Status)).ToList());
    }

    /// <summary>The lines of a window's orders that were handed in and not given up.</summary>
    public static async Task<List<WindowLine>> Lines(OrderingDbContext db, Func<IQueryable<Order>, IQueryable<Order>> which, IReadOnlyCollection<Guid> windows, CancellationToken ct)
    {
        var rows = await which(db.Orders.AsNoTracking()).Where(o => o.WindowId != null && windows.Contains(o.WindowId.Value) && !o.RestCancelled && HandedIn.Contains(o.Stage))
            .OrderBy(o => o.Serial)
            .SelectMany(o => o.Lines, (o, l) => new
            {
                WindowId = o.WindowId!.Value,
                o.UnitId,
                o.Status,
                Line = l,
                VariantId = db.WindowGoods.Where(g => g.WindowId == o.WindowId && g.OfferId == l.OfferId).Select(g => g.VariantId).FirstOrDefault(),
            }).ToListAsync(ct);
        return rows.ConvertAll(r => new WindowLine(r.WindowId, r.UnitId, r.Status, r.VariantId, r.Line));
    }
}

/// <summary>A line of an order of a window.</summary>
internal sealed record WindowLine(Guid WindowId, Guid UnitId, OrderStatus Status, Guid VariantId, OrderLine Line);
