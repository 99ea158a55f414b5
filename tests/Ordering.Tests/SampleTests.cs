using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Sample;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Ordering.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task The_sample_year_shows_every_case_and_leaves_the_highways_untouched()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        var team = SampleId.Of("unit", "包保帮扶工作队");
        foreach (var name in new[] { "公路局", "运输局", "高建局", "科研所", "设计院", "服务中心", "吉高集团" })
        {
            await world.Learn(new UnitRecorded(SampleId.Of("unit", name), 1, name, name == "吉高集团" ? "GROUP_COMPANY" : "AFFILIATED_UNIT", null, true));
        }

        await world.Learn(new UnitRecorded(team, 1, "包保帮扶工作队", "WORK_TEAM", null, true));
        var since = world.Clock.GetUtcNow().AddYears(-2);
        OfferPublished Dated(OfferPublished o) => o with { SupplyUnitId = team, ValidFrom = since, PriceValidFrom = since };
        for (var i = 0; i < 4; i++)
        {
            await world.Offer(Dated, stock: 0);
            await world.Offer(o => Dated(World.Bags(o)), stock: 0);
            await world.Offer(o => Dated(o) with { BuyerGroup = "STAFF_WELFARE" }, stock: 0);
        }

        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(world.Clock).AddSingleton<OutboxBell>().AddSingleton(new OrderingOptions()).AddScoped(_ => world.Open())
            .AddScoped(_ => new FileStore(null!, Actor.Anonymous, [], new FileStoreOptions(), null!, world.Clock)) // The sample takes no photos.
            .BuildServiceProvider();
        await SampleStock.Load(services, default);
        await SampleBudgets.Load(services, default);
        await SampleRules.Load(services, default);
        await SampleOrders.Load(services, default);
        await SampleOrders.Load(services, default);

        await using var db = world.Open();
        Assert.Equal(40, await db.Orders.CountAsync());
        Assert.True(await db.Returns.AnyAsync());
        Assert.True(await db.Lines.AnyAsync(l => l.RejectedMilli > 0));
        Assert.True(await db.Acceptances.AnyAsync(a => a.CorrectsId != null));
        Assert.Equal(1, await db.Orders.CountAsync(o => o.Status == OrderStatus.Submitted));
        Assert.Equal(SampleId.Of("unit", "运输局"), (await db.Orders.SingleAsync(o => o.Status == OrderStatus.Dispatched)).UnitId);
        var highways = SampleId.Of("unit", "公路局");
        Assert.False(await db.Orders.AnyAsync(o => o.UnitId == highways || o.CountsForUnitId == highways));
        Assert.Equal(1_000_000, (await db.Budgets.SingleAsync(b => b.UnitId == highways && b.Year == 2026 && b.Fund == FundingSource.CanteenBudget)).LimitFen);
        await Sums.MustAgree(db);
    }
}

/// <summary>What must always agree: the sums over orders with the counters of stock, budgets and totals.</summary>
internal static class Sums
{
    public static async Task MustAgree(OrderingDbContext db)
    {
        var orders = await db.Orders.AsNoTracking().Include(o => o.Lines).ToListAsync();
        foreach (var budget in await db.Budgets.AsNoTracking().ToListAsync())
        {
            var own = orders.Where(o => o.UnitId == budget.UnitId && o.BudgetYear == budget.Year && Budget.FundOf(o.Purpose) == budget.Fund).SelectMany(o => o.Lines).ToList();
            Assert.Equal((own.Sum(l => l.HeldFen), own.Sum(l => l.SettledFen)), (budget.ReservedFen, budget.SpentFen));
            Assert.True(budget.ReservedFen + budget.SpentFen <= budget.LimitFen);
        }

        foreach (var stock in await db.Stocks.AsNoTracking().ToListAsync())
        {
            Assert.Equal(orders.SelectMany(o => o.Lines).Where(l => l.OfferId == stock.OfferId).Sum(l => l.ReservedMilli), stock.ReservedMilli);
            Assert.Equal(await db.StockMovements.Where(m => m.OfferId == stock.OfferId).SumAsync(m => m.DeltaMilli), stock.OnHandMilli);
        }

        var settled = orders.Sum(o => o.SettledFen);
        Assert.Equal(settled, await db.AcceptedTotals.SumAsync(t => t.AmountFen));
        Assert.Equal(settled, await db.Acceptances.SumAsync(a => a.PostedFen) + await db.Returns.SumAsync(r => r.PostedFen));
    }
}
