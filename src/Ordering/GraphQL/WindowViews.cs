using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Windows;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.GraphQL;

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
        var windows = await ask.Service<ReadWindows>().Where(windows => windows.OrderByDescending(w => w.ClosesAt).Take(PageRequest.Largest), ask.Cancel);
        return windows.Where(w => state is null || w.State == state).ToList();
    }

    public static async Task<IReadOnlyDictionary<Guid, WindowView>> ById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        ask.Actor.Can(Capability.OrderRead)
            ? (await ask.Service<ReadWindows>().Where(windows => windows.Where(w => ids.Contains(w.Id)), ask.Cancel)).ToDictionary(w => w.Id)
            : new Dictionary<Guid, WindowView>();

    private static async Task<IReadOnlyDictionary<Guid, List<WindowGoodsView>>> Goods(Ask ask, IReadOnlyCollection<Guid> windows) =>
        (await ask.Service<OrderingDbContext>().WindowGoods.AsNoTracking().Where(g => windows.Contains(g.WindowId)).OrderBy(g => g.Position).ToListAsync(ask.Cancel))
            .GroupBy(g => g.WindowId).ToDictionary(g => g.Key, g => g.Select(x => new WindowGoodsView(x)).ToList());

    private static async Task<IReadOnlyDictionary<Guid, List<WindowDemandView>>> Aggregate(Ask ask, IReadOnlyCollection<Guid> windows) =>
        (await ask.Service<ReadWindows>().Lines(windows, ask.Cancel)).GroupBy(l => l.WindowId).ToDictionary(
            w => w.Key,
            w => w.GroupBy(l => (l.Line.OfferId, l.VariantId)).Select(g => new WindowDemandView(
                g.First().Line.ProducerId, g.Key.VariantId, g.First().Line.VillageId, g.First().Line.ProductName,
                new Quantity(g.Sum(l => l.Line.OrderedMilli), g.First().Line.SoldBy), g.Select(l => l.Line.OrderId).Distinct().Count(), g.Sum(l => Money.FromFen(l.Line.EstimatedFen)))).ToList());

    private static async Task<IReadOnlyDictionary<Guid, List<UnitDemandView>>> Demands(Ask ask, IReadOnlyCollection<Guid> windows)
    {
        return (await ask.Service<ReadWindows>().VisibleLines(windows, ask.Cancel)).GroupBy(l => l.WindowId).ToDictionary(
            w => w.Key,
            w => w.Select(l => new UnitDemandView(
                l.Line.OrderId, l.UnitId, l.Line.ProductName, l.Line.Specification, new Quantity(l.Line.OrderedMilli, l.Line.SoldBy), Money.FromFen(l.Line.EstimatedFen), l.Status)).ToList());
    }
}
