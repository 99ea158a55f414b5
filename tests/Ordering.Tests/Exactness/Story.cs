using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Ordering.Tests.Exactness;

/// <summary>Tells a story to the product and to the books, step by step, and sees that both say the same.</summary>
internal sealed partial class Story : IAsyncDisposable
{
    private static readonly Guid OtherVillage = Guid.Parse("00000000-0000-0000-0000-000000000007");

    private readonly World world;
    private readonly LedgerSide ledger;
    private readonly Books books = new();
    private readonly Dictionary<Act, (int Done, int Refused)> tally;
    private Step now = null!;
    private int steps;
    private int numbers;

    private Story(World world, LedgerSide ledger, Dictionary<Act, (int Done, int Refused)> tally)
    {
        this.world = world;
        this.ledger = ledger;
        this.tally = tally;
    }

    private DateTimeOffset Now => world.Clock.GetUtcNow();

    /// <summary>Tells a whole story on a fresh database.</summary>
    /// <param name="provider">SQLite or PostgreSQL.</param>
    /// <param name="steps">The story.</param>
    /// <param name="tally">Counts how often each act was done and how often it was rightly refused.</param>
    public static async Task Tell(DatabaseProvider provider, IReadOnlyList<Step> steps, Dictionary<Act, (int Done, int Refused)> tally)
    {
        await using var story = new Story(await World.Create(provider), await LedgerSide.Create(provider), tally);
        await story.Begin();
        foreach (var step in steps)
        {
            await story.Take(step);
        }

        await story.End();
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        await ledger.DisposeAsync();
    }

    private async Task Begin()
    {
        await Stock("明东大米", World.Village, MeasureUnit.Jin, 1, MeasureUnit.Jin, true, 3, 5.60m, MeasureUnit.Jin);
        await Stock("小冰麦面粉", World.Village, MeasureUnit.Bag, 5, MeasureUnit.Kg, false, 0, 42.5m, MeasureUnit.Bag);
        await Stock("七彩山鸡", OtherVillage, MeasureUnit.Piece, 2.2m, MeasureUnit.Jin, true, 10, 35.33m, MeasureUnit.Jin);
        await Stock("黑木耳", OtherVillage, MeasureUnit.Jin, 1, MeasureUnit.Jin, true, 2, 91.2345m, MeasureUnit.Kg);
        foreach (var fund in Enum.GetValues<FundingSource>())
        {
            books.Limits[(2026, fund)] = 2_000_000;
            World.Done(await world.Budget(20_000m, fund));
        }
    }

    private async Task Stock(string name, Guid village, MeasureUnit soldBy, decimal nominal, MeasureUnit nominalUnit, bool byWeight, decimal tolerance, decimal price, MeasureUnit per)
    {
        var id = await world.Offer(
            o => o with
            {
                ProductId = Guid.NewGuid(),
                ProductName = name,
                VillageId = village,
                BuyerGroup = "PUBLIC",
                SoldBy = GraphJson.EnumName(soldBy),
                NominalContent = nominal,
                NominalUnit = GraphJson.EnumName(nominalUnit),
                CatchWeight = byWeight,
                TolerancePercent = tolerance,
                Step = soldBy.Dimension() == MeasureDimension.Count ? 1 : 0.1m,
                Minimum = soldBy.Dimension() == MeasureDimension.Count ? 1 : 0.1m,
                Price = price,
                PricedBy = GraphJson.EnumName(per),
                Sample = false,
            },
            0);
        Shelf shelf = new(id, village, soldBy, Quantity.Of(nominal, nominalUnit).Milli, byWeight, (int)(tolerance * 100), (long)(price * 10_000), per);
        books.Shelves.Add(shelf);
        books.Brought[shelf] = soldBy.Dimension() == MeasureDimension.Count ? 200_000 : 200_000_000;
        World.Done(await world.Adjust(id, Shown(books.Brought[shelf], soldBy), soldBy));
    }

    private async Task Take(Step step)
    {
        (now, steps) = (step, steps + 1);
        try
        {
            await Do(step);
            await Compare();
            if (steps % 20 == 0)
            {
                await PostAndCompare(step.Luck);
            }
        }
        catch (Exception e) when (e is not SkipException)
        {
            throw new InvalidOperationException($"Step {steps}, {step}: {e.Message}", e);
        }
    }

    private async Task End()
    {
        await PostAndCompare(7);
        await CompareWhole();
    }

    /// <summary>The product said what the books say; then the books may change.</summary>
    private bool Agreed(ErrorCode? expected, Outcome said)
    {
        Assert.True(expected == said.Error?.Code, $"the books say {expected?.ToString() ?? "done"}, the product says {said.Error?.Code.ToString() ?? "done"}: {said.Error?.English}");
        var (done, refused) = tally.GetValueOrDefault(now.Act);
        tally[now.Act] = expected is null ? (done + 1, refused) : (done, refused + 1);
        return expected is null;
    }

    /// <summary>The same message again, after an answer that was lost: the same answer, and nothing is done twice.</summary>
    private static async Task<Outcome> Twice(Step step, string key, Func<string, Task<Outcome>> send)
    {
        var first = await send(key);
        if (step.Luck % 5 == 0)
        {
            var again = await send(key);
            Assert.Equal((first.Id, first.Error?.Code), (again.Id, again.Error?.Code));
        }

        return first;
    }

    private static T? Pick<T>(Step step, IReadOnlyList<T> all, Func<T, bool> ready)
        where T : class
    {
        var fit = step.Astray ? all : all.Where(ready).ToList();
        return fit.Count == 0 ? null : fit[step.Which % fit.Count];
    }

    /// <summary>A part of something, in whole grains.</summary>
    private static long Part(long whole, int perMille, long grain) => whole * perMille / 1_000 / grain * grain;

    private static decimal Shown(long milli, MeasureUnit unit) => new Quantity(milli, unit).Value;

    private static AskedQuantity Asked(long milli, MeasureUnit unit) => new(Shown(milli, unit), unit);

    private async Task Compare()
    {
        await using var db = world.Open();
        foreach (var stock in await db.Stocks.AsNoTracking().ToListAsync())
        {
            var shelf = books.Shelves.Single(s => s.Id == stock.OfferId);
            Same((books.OnHand(shelf), books.Reserved(shelf)), (stock.OnHandMilli, stock.ReservedMilli), $"stock of {shelf.SoldBy} at {shelf.Price}");
            Assert.True(stock.ReservedMilli >= 0 && stock.OnHandMilli >= stock.ReservedMilli, "stock below zero");
        }

        foreach (var budget in await db.Budgets.AsNoTracking().ToListAsync())
        {
            var key = (budget.Year, budget.Fund);
            Same((books.Limits[key], books.Held(key), books.Spent(key)), (budget.LimitFen, budget.ReservedFen, budget.SpentFen), $"budget {key}");
            Assert.True(budget.ReservedFen >= 0 && budget.ReservedFen + budget.SpentFen <= budget.LimitFen, "budget overdrawn");
        }
    }

    private async Task CompareWhole()
    {
        await using var db = world.Open();
        var orders = await db.Orders.AsNoTracking().Include(o => o.Lines).ToDictionaryAsync(o => o.Id);
        Assert.Equal(books.Orders.Count, orders.Count);
        foreach (var booked in books.Orders)
        {
            var order = orders[booked.Id];
            Same((booked.Stage, booked.GivenUp, booked.Estimate, booked.Spent, booked.Held), (order.Stage, order.RestCancelled, order.EstimatedFen, order.SettledFen, order.Holdings.HeldFen), order.Number);
            foreach (var line in booked.Lines)
            {
                var stored = order.Lines.Single(l => l.Id == line.Id);
                Same(
                    (booked.Accepted(line), booked.OnTheWay(line), booked.Disputed(line), line.Cancelled, line.Closed, booked.Reserved(line)),
                    (stored.AcceptedMilli, stored.InTransitMilli, stored.DisputedMilli, stored.CancelledMilli, stored.Closed, stored.ReservedMilli),
                    $"{order.Number} {stored.ProductName}");
            }
        }

        var statements = await db.Statements.AsNoTracking().OrderBy(s => s.Serial).ToListAsync();
        Same(
            string.Join(' ', books.Statements.Select(s => (s.Month, s.Amount, s.Blue.Sum(b => b.Fen) - s.RedOf.Values.Sum(), s.Paid))),
            string.Join(' ', statements.Select(s => (s.Month, s.AmountFen, s.InvoicedFen, s.PaidFen))),
            "statements");
        Assert.Empty(await new Commerce.Ordering.Statements.CheckSettlement(db).Read(default));
    }

    /// <summary>What was published since reaches the ledger: out of order, some of it twice. Then it says the same as the books.</summary>
    private async Task PostAndCompare(int luck)
    {
        await ledger.Take(await world.EventsSince(ledger.Read), luck);
        var expected = books.Postings.GroupBy(p => (p.CountsFor, p.Village, p.Month)).Where(g => g.Any(p => p.Milli != 0 || p.Fen != 0))
            .Select(g => (g.Key.CountsFor, g.Key.Village, g.Key.Month, Fen: g.Sum(p => p.Fen))).Order();
        Same(string.Join('\n', expected), string.Join('\n', (await ledger.Totals()).Order()), "the ledger");
        Assert.Equal(await ledger.Totals(), await ledger.Stated());
    }

    private static void Same<T>(T books, T product, string what) =>
        Assert.True(EqualityComparer<T>.Default.Equals(books, product), $"{what}: the books say {books}, the product says {product}");
}
