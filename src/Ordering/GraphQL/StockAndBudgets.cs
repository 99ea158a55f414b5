using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Stocks;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.GraphQL;

/// <summary>Fields that ordering adds to offers, units and refusals.</summary>
internal static class StockAndBudgets
{
    public static void Bind(GraphBuilder graph)
    {
        graph.Extend("Offer")
            .Batch("available", Available, () => Quantity.None(MeasureUnit.Piece), (ask, offer) => Glance(ask, offer)?.Available);
        graph.Extend("OrgUnit").Batch("budget", Budgets);
        graph.Type<BudgetView>("Budget");
        graph.ErrorType(ErrorCode.InsufficientStock, "InsufficientStockError");
        graph.ErrorField("InsufficientStockError", "offer", (e, ask) => graph.NodeOf(ask, "off", Guid.Parse(e.Facts!["offerId"])));
        graph.ErrorField("InsufficientStockError", "available", (e, _) => new Quantity(Number(e, "availableMilli"), Enum.Parse<MeasureUnit>(e.Facts!["availableUnit"])));
        graph.ErrorType(ErrorCode.BudgetExceeded, "BudgetExceededError");
        graph.ErrorField("BudgetExceededError", "budget", (e, _) => Money.FromFen(Number(e, "limitFen")));
        graph.ErrorField("BudgetExceededError", "used", (e, _) => Money.FromFen(Number(e, "usedFen")));
    }

    private static long Number(Error error, string fact) => long.Parse(error.Facts![fact], CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyDictionary<Guid, Quantity>> Available(Ask ask, IReadOnlyCollection<Guid> offers) =>
        (await Stocks(ask, offers)).ToDictionary(s => s.OfferId, s => s.Available);

    private static async Task<List<Stock>> Stocks(Ask ask, IReadOnlyCollection<Guid> offers)
    {
        var stocks = await ask.Service<OrderingDbContext>().Stocks.AsNoTracking().Where(s => offers.Contains(s.OfferId)).ToListAsync(ask.Cancel);
        ask.Service<StockGlance>().Note(stocks);
        return stocks;
    }

    /// <summary>Only who isn't signed in, and so can't order, is shown what was read a moment ago.</summary>
    private static Stock? Glance(Ask ask, Guid offer) => ask.Actor.SignedIn ? null : ask.Service<StockGlance>().Of(offer);

    private static async Task<IReadOnlyDictionary<Guid, BudgetView>> Budgets(Ask ask, IReadOnlyCollection<Guid> units)
    {
        var year = ask.Arg<int>("year");
        var fund = ask.Has("fund") ? ask.Arg<FundingSource>("fund") : FundingSource.CanteenBudget;
        Guid[] seen = [.. units.Where(u => ask.Actor.Can(Capability.OrderRead, u))];
        return await ask.Service<OrderingDbContext>().Budgets.AsNoTracking().Where(b => seen.Contains(b.UnitId) && b.Year == year && b.Fund == fund)
            .Select(b => new BudgetView(b.UnitId, b.LimitFen, b.ReservedFen, b.SpentFen)).ToDictionaryAsync(b => b.UnitId, ask.Cancel);
    }
}
