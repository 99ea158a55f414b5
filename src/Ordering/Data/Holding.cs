using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Moves stock and budget by what an order holds now and held before: one conditional update each, never read-then-write.</summary>
internal static class Holding
{
    /// <summary>Carries the difference into stock and budget, all or nothing. Rows are taken in the order of their offers, so that crossed orders can't block each other.</summary>
    /// <param name="db">Inside the mutation's transaction.</param>
    /// <param name="order">After the change.</param>
    /// <param name="before">What it held before.</param>
    /// <param name="leaving">What leaves the shelf now, by offer, as sold.</param>
    /// <param name="now">Server time.</param>
    /// <param name="ct">Cancellation.</param>
    public static async Task<Result> Carry(
        this OrderingDbContext db, Order order, Holdings before, IReadOnlyDictionary<Guid, long> leaving, DateTimeOffset now, CancellationToken ct)
    {
        var after = order.Holdings;
        var moves = after.Stock.Keys.Union(before.Stock.Keys).Union(leaving.Keys).ToDictionary(
            o => o, o => (after.Stock.GetValueOrDefault(o) - before.Stock.GetValueOrDefault(o), leaving.GetValueOrDefault(o)));
        if (await db.MoveStock(moves, now, ct) is { } lacking)
        {
            var stock = await db.Stocks.AsNoTracking().SingleOrDefaultAsync(s => s.OfferId == lacking, ct);
            var line = order.Lines.First(l => l.OfferId == lacking);
            return OrderingErrors.InsufficientStock(lacking, line.ProductName, stock?.Available ?? Quantity.None(line.SoldBy)).AtLine(line.Position);
        }

        return await db.CarryMoney(order, after.HeldFen - before.HeldFen, after.SpentFen - before.SpentFen, ct);
    }

    /// <summary>Holds and takes goods, one conditional update per offer in the order of the offers.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="moves">By offer, as sold: what is held more (or less), and what leaves the shelf.</param>
    /// <param name="now">Server time.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>The offer of which there is too little; the caller must refuse. Null when all is done.</returns>
    public static async Task<Guid?> MoveStock(this OrderingDbContext db, IReadOnlyDictionary<Guid, (long Reserve, long Leave)> moves, DateTimeOffset now, CancellationToken ct)
    {
        var moved = new Dictionary<Guid, long>();
        foreach (var (offer, (reserve, leave)) in moves.Where(m => m.Value != (0, 0)).OrderBy(m => m.Key))
        {
            if (await db.Stocks
                .Where(s => s.OfferId == offer && s.OnHandMilli - s.ReservedMilli >= leave + reserve)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.OnHandMilli, x => x.OnHandMilli - leave).SetProperty(x => x.ReservedMilli, x => x.ReservedMilli + reserve), ct) == 0)
            {
                return offer;
            }

            moved[offer] = leave + reserve;
        }

        await db.StateChangedStock(moved, now, ct);
        return null;
    }

    /// <summary>States the stock of an offer to the other modules.</summary>
    public static Task StateStock(this OrderingDbContext db, Guid offerId, DateTimeOffset now, CancellationToken ct) => db.StateStocks([offerId], now, ct);

    /// <summary>States the stock of offers whose rows this transaction holds already.</summary>
    public static async Task StateStocks(this OrderingDbContext db, IReadOnlyCollection<Guid> offers, DateTimeOffset now, CancellationToken ct)
    {
        await db.Stocks.Where(s => offers.Contains(s.OfferId)).ExecuteUpdateAsync(s => s.SetProperty(x => x.Statement, x => x.Statement + 1), ct);
        foreach (var stock in (await db.Stocks.AsNoTracking().Where(s => offers.Contains(s.OfferId)).ToListAsync(ct)).OrderBy(s => s.OfferId))
        {
            db.Publish(new StockChanged(stock.OfferId, stock.Statement, stock.Available.Value, GraphJson.EnumName(stock.Unit), GraphJson.EnumName(stock.State)), now);
        }
    }

    private static async Task StateChangedStock(this OrderingDbContext db, Dictionary<Guid, long> moved, DateTimeOffset now, CancellationToken ct)
    {
        if (moved.Count == 0)
        {
            return;
        }

        Guid[] offers = [.. moved.Keys];
        foreach (var stock in (await db.Stocks.AsNoTracking().Where(s => offers.Contains(s.OfferId)).ToListAsync(ct)).OrderBy(s => s.OfferId))
        {
            if (Stock.StateOf(stock.AvailableMilli + moved[stock.OfferId], stock.LowMilli) != stock.State)
            {
                await db.StateStock(stock.OfferId, now, ct);
            }
        }
    }

    private static async Task<Result> CarryMoney(this OrderingDbContext db, Order order, long held, long spent, CancellationToken ct)
    {
        if ((held == 0 && spent == 0) || Budget.FundOf(order.Purpose) is not { } fund || order.BudgetYear is not { } year)
        {
            return Result.Done;
        }

        var more = held + spent;
        var budget = db.Budgets.Where(b => b.UnitId == order.UnitId && b.Year == year && b.Fund == fund);
        if (await budget
            .Where(b => more <= 0 || b.LimitFen - b.ReservedFen - b.SpentFen >= more)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.ReservedFen, x => x.ReservedFen + held).SetProperty(x => x.SpentFen, x => x.SpentFen + spent), ct) > 0)
        {
            return Result.Done;
        }

        return await budget.AsNoTracking().SingleOrDefaultAsync(ct) is { } row
            ? OrderingErrors.BudgetExceeded(Money.FromFen(row.LimitFen), Money.FromFen(row.ReservedFen + row.SpentFen), Money.FromFen(more))
            : OrderingErrors.NoBudget(year, fund);
    }
}
