using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Windows;

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

/// <summary>A window as people see it. Everybody who reads orders sees how far it is; who wants what is shown as far as one may see the orders.</summary>
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

/// <summary>A line of an order of a window.</summary>
internal sealed record WindowLine(Guid WindowId, Guid UnitId, string Number, OrderStatus Status, Guid VariantId, OrderLine Line);

/// <summary>Windows, and what came together in them: one statement per kind of part, however many windows.</summary>
internal sealed class ReadWindows(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    private static readonly OrderStage[] HandedIn = [OrderStage.Submitted, OrderStage.Approved, OrderStage.Confirmed];

    /// <summary>Windows with how far they are.</summary>
    public async Task<List<WindowView>> Where(Func<IQueryable<OrderWindow>, IQueryable<OrderWindow>> which, CancellationToken ct)
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

    /// <summary>The handed-in lines of windows, over all units: for sums, never to be shown by unit.</summary>
    public Task<List<WindowLine>> Lines(IReadOnlyCollection<Guid> windows, CancellationToken ct) => Lines(db.Orders.AsNoTracking(), windows, ct);

    /// <summary>Those of them whose orders the asker may see.</summary>
    public Task<List<WindowLine>> VisibleLines(IReadOnlyCollection<Guid> windows, CancellationToken ct) => Lines(db.Orders.AsNoTracking().VisibleTo(actor), windows, ct);

    /// <summary>A window with its goods, what came together, and who wants what as far as the asker may see; null when there is none.</summary>
    public async Task<WindowSheet?> Sheet(Guid id, CancellationToken ct)
    {
        if ((await Where(windows => windows.Where(w => w.Id == id), ct)) is not [var window])
        {
            return null;
        }

        var goods = await db.WindowGoods.AsNoTracking().Where(g => g.WindowId == id).OrderBy(g => g.Position).ToListAsync(ct);
        var offers = goods.ConvertAll(g => g.OfferId);
        var known = await db.Offers.AsNoTracking().Where(o => offers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var recognised = await db.RecognisedOn([.. known.Values.Select(o => o.ProductId).Distinct()], clock.GetUtcNow().DayInChina(), ct);
        var all = await Lines([id], ct);
        var mine = await VisibleLines([id], ct);
        Guid[] unitIds = [.. mine.Select(l => l.UnitId).Append(window.Window.SupplyUnitId).Distinct()];
        var names = await db.Units.AsNoTracking().Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return new(
            window,
            names.GetValueOrDefault(window.Window.SupplyUnitId, ""),
            [.. goods.Where(g => known.ContainsKey(g.OfferId)).Select(g => new SheetGoods(
                g,
                known[g.OfferId],
                new Quantity(all.Where(l => l.Line.OfferId == g.OfferId).Sum(l => l.Line.OrderedMilli), known[g.OfferId].SoldBy),
                all.Where(l => l.Line.OfferId == g.OfferId).Sum(l => Money.FromFen(l.Line.EstimatedFen)),
                recognised.Contains(known[g.OfferId].ProductId)))],
            [.. mine.GroupBy(l => (l.UnitId, l.Number)).Select(u => new SheetUnit(names.GetValueOrDefault(u.Key.UnitId, ""), u.Key.Number, u.First().Status, [.. u.Select(l => l.Line)]))],
            actor.Can(Capability.OrderSupply, window.Window.SupplyUnitId));
    }

    /// <summary>What the asker supplies to units (not to travellers) and may put into a window today, with today's prices.</summary>
    public async Task<IReadOnlyList<OfferableGoods>> Offerable(CancellationToken ct)
    {
        Guid[] supply = [.. actor.UnitsWhere(Capability.OrderSupply)];
        var offers = await db.Offers.AsNoTracking().Where(o => supply.Contains(o.SupplyUnitId) && o.BuyerGroup != BuyerGroup.Public).Select(o => o.Id).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var open = (await db.OffersAt(offers, now, ct)).Values.Where(o => o.Offer.IsValid(now) && o.Price is not null).ToList();
        var recognised = await db.RecognisedOn([.. open.Select(o => o.Offer.ProductId).Distinct()], now.DayInChina(), ct);
        return
        [
            .. open.OrderBy(o => o.Offer.VillageName == null).ThenBy(o => o.Offer.ProductName, StringComparer.Ordinal)
                .Select(o => new OfferableGoods(o.Offer, o.Price!.Value, recognised.Contains(o.Offer.ProductId))),
        ];
    }

    private static WindowState StateOf(OrderWindow window, bool waiting, DateTimeOffset now) => window.Stage switch
    {
        WindowStage.Announced => now < window.OpensAt ? WindowState.Planned : now < window.ClosesAt ? WindowState.Open : WindowState.Closed,
        WindowStage.Closed => WindowState.Closed,
        WindowStage.NotReached => WindowState.NotReached,
        WindowStage.Confirmed => waiting ? WindowState.Confirmed : WindowState.Delivered,
    };

    /// <summary>The lines of a window's orders that were handed in and not given up.</summary>
    private async Task<List<WindowLine>> Lines(IQueryable<Order> orders, IReadOnlyCollection<Guid> windows, CancellationToken ct)
    {
        var rows = await orders.Where(o => o.WindowId != null && windows.Contains(o.WindowId.Value) && !o.RestCancelled && HandedIn.Contains(o.Stage))
            .OrderBy(o => o.Serial)
            .SelectMany(o => o.Lines, (o, l) => new
            {
                WindowId = o.WindowId!.Value,
                o.UnitId,
                o.Number,
                o.Status,
                Line = l,
                VariantId = db.WindowGoods.Where(g => g.WindowId == o.WindowId && g.OfferId == l.OfferId).Select(g => g.VariantId).FirstOrDefault(),
            }).ToListAsync(ct);
        return rows.ConvertAll(r => new WindowLine(r.WindowId, r.UnitId, r.Number, r.Status, r.VariantId, r.Line));
    }
}

/// <summary>Goods that may be put into a window, at today's price.</summary>
internal sealed record OfferableGoods(KnownOffer Offer, UnitPrice Price, bool Recognised);

/// <summary>A window's whole table (征订表).</summary>
/// <param name="View">The window.</param>
/// <param name="Supplier">Who supplies.</param>
/// <param name="Goods">What is offered, and how much came together.</param>
/// <param name="Units">Who wants what, as far as the asker may see.</param>
/// <param name="Mine">The asker supplies it.</param>
internal sealed record WindowSheet(WindowView View, string Supplier, IReadOnlyList<SheetGoods> Goods, IReadOnlyList<SheetUnit> Units, bool Mine);

/// <summary>Goods of the table.</summary>
internal sealed record SheetGoods(WindowGoods Goods, KnownOffer Offer, Quantity Total, Money Amount, bool Recognised);

/// <summary>An order of the table.</summary>
internal sealed record SheetUnit(string Unit, string Order, OrderStatus Status, IReadOnlyList<OrderLine> Lines)
{
    /// <summary>At the window's prices.</summary>
    public Money Amount => Lines.Sum(l => Money.FromFen(l.EstimatedFen));
}
