using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class StockAndBudgetTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Stock_is_adjusted_by_differences_and_never_below_what_is_held(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer(stock: 100);
        Done(await world.Order([(rice, 60, MeasureUnit.Jin)]));

        Refused(ErrorCode.InsufficientStock, await world.Adjust(rice, -41));
        Refused(ErrorCode.Invalid, await world.Adjust(rice, 1, MeasureUnit.Bag));
        Refused(ErrorCode.Invalid, await world.Adjust(rice, 0));
        Refused(ErrorCode.Forbidden, await world.Adjust(rice, 1, by: Someone("别家", Other, Capability.StockWrite)));
        Refused(ErrorCode.NotFound, await world.Adjust(Guid.NewGuid(), 1));
        Done(await world.Adjust(rice, -20, MeasureUnit.Kg));

        Assert.Equal((60m, 60m), await world.StockNow(rice));
        Assert.Equal((0m, "OUT", 2L), ((await world.Events<StockChanged>())[^1].Available, (await world.Events<StockChanged>())[^1].State, (await world.Events<StockChanged>())[^1].Statement));
        await using var db = world.Open();
        Assert.Equal([50_000_000L, -20_000_000L], await db.StockMovements.OrderBy(m => m.Sequence).Select(m => m.DeltaMilli).ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_budget_can_not_fall_below_what_is_used_and_held(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        Done(await world.Order([(await world.Offer(), 100, MeasureUnit.Jin)]));

        Refused(ErrorCode.BudgetExceeded, await world.Budget(559.99m));
        Refused(ErrorCode.Invalid, await world.Budget(600.001m));
        Refused(ErrorCode.Invalid, await world.Budget(600, year: 26));
        Refused(ErrorCode.NotFound, await world.Budget(600, by: world.Buyer));
        Done(await world.Budget(560m));

        Assert.Equal((560m, 560m, 0m, 0m), await world.BudgetNow());
        Assert.Contains("\"LimitFen\":[1000000,56000]", (await world.AuditTrail("SetBudget"))[^1], StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_the_catalogue_says_is_taken_in_in_any_order_and_twice(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var id = Guid.NewGuid();
        var from = world.Clock.GetUtcNow().AddDays(1);

        Assert.True((await world.Learn(new OfferPriceChanged(id, 2, 6m, "JIN", from))).IsWaiting);
        await world.Offer(o => o with { Version = 3, ProductName = "新名" }, id: id);
        await world.Offer(o => o with { Version = 2, ProductName = "旧名" }, stock: 0, id: id);
        Assert.Equal(Commerce.Platform.Inbox.Taken.Done, await world.Learn(new OfferPriceChanged(id, 5, 6.5m, "JIN", from)));
        await world.Learn(new OfferPriceChanged(id, 4, 6m, "JIN", from));
        await world.Learn(new OfferPriceChanged(id, 5, 6.5m, "JIN", from));
        await world.Learn(new UnitRecorded(Unit, 3, "省公路局", "AFFILIATED_UNIT", Department, true));
        await world.Learn(new UnitRecorded(Unit, 2, "旧公路局", "AFFILIATED_UNIT", Department, true));
        await world.Learn(new CanteenRecorded(Canteen, 2, "新食堂", Other, [Other]));
        await world.Learn(new CanteenRecorded(Canteen, 1, "旧食堂", Unit, [Unit]));

        await using var db = world.Open();
        Assert.Equal("新名", (await db.Offers.SingleAsync()).ProductName);
        Assert.Equal([56_000L, 65_000L], await db.Prices.OrderBy(p => p.ValidFrom).Select(p => p.TenThousandths).ToListAsync());
        Assert.Equal("省公路局", (await db.Units.SingleAsync(u => u.Id == Unit)).Name);
        Assert.Equal(Other, Assert.Single((await db.Canteens.SingleAsync()).Served).UnitId);
    }
}
