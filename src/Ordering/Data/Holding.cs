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
        var moved = new Dictionary<Guid, long>();
        foreach (var offer in after.Stock.Keys.Union(before.Stock.Keys).Union(leaving.Keys).Order())
        {
            var reserve = after.Stock.GetValueOrDefault(offer) - before.Stock.GetValueOrDefault(offer);
            var leave = leaving.GetValueOrDefault(offer);
            if (reserve == 0 && leave == 0)
            {
                continue;
            }

            if (await db.Stocks
                .Where(s => s.OfferId == offer && s.OnHandMilli - s.ReservedMilli >= leave + reserve)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.OnHandMilli, x => x.OnHandMilli - leave).SetProperty(x => x.ReservedMilli, x => x.ReservedMilli + reserve), ct) == 0)
            {
                var stock = await db.Stocks.AsNoTracking().SingleOrDefaultAsync(s => s.OfferId == offer, ct);
                var line = order.Lines.First(l => l.OfferId == offer);
                return OrderingErrors.InsufficientStock(offer, line.ProductName, stock?.Available ?? Quantity.None(line.SoldBy)).AtLine(line.Position);
            }

            moved[offer] = leave + reserve;
        }

        await db.StateChangedStock(moved, now, ct);
        return await db.CarryMoney(order, after.HeldFen - before.HeldFen, after.SpentFen - before.SpentFen, ct);
    }

    /// <summary>States the stock of an offer to the other modules.</summary>
    public static async Task StateStock(this OrderingDbContext db, Guid offerId, DateTimeOffset now, CancellationToken ct)
    {
        await db.Stocks.Where(s => s.OfferId == offerId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Statement, x => x.Statement + 1), ct);
        var stock = await db.Stocks.AsNoTracking().SingleAsync(s => s.OfferId == offerId, ct);
        db.Publish(
            new StockChanged(offerId, stock.Statement, stock.Available.Value, GraphJson.EnumName(stock.Unit), GraphJson.EnumName(stock.State)), now);
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
