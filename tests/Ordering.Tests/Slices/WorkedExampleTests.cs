using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>Rice at 5.60 元/斤, 100 斤 ordered, 48.6 公斤 weighed, 10 斤 returned in the next month.</summary>
public sealed class WorkedExampleTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task From_the_order_to_the_return_every_fen_is_where_it_belongs(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer();
        Done(await world.Budget(10_000m));

        var order = Done(await world.Order([(rice, 100, MeasureUnit.Jin)]));
        Assert.Equal((10_000m, 560m, 0m, 9_440m), await world.BudgetNow());
        Assert.Equal((2_000m, 100m), await world.StockNow(rice));
        Done(await world.Decide(order));
        Done(await world.Confirm(order));
        var delivery = Done(await world.Dispatch(order, (0, 50, MeasureUnit.Kg, "B1")));
        Assert.Equal((1_900m, 0m), await world.StockNow(rice));
        var line = (await world.LineIds(order))[0];
        var acceptance = Done(await world.Weigh(delivery, [new(line, new(50.1m, MeasureUnit.Kg), new(1.5m, MeasureUnit.Kg), new(48.6m, MeasureUnit.Kg), null, null)]));
        Assert.Equal((10_000m, 560m, 0m, 9_440m), await world.BudgetNow());
        Done(await world.Sign(acceptance));

        Assert.Equal((10_000m, 0m, 544.32m, 9_455.68m), await world.BudgetNow());
        var accepted = await world.Read(order);
        Assert.Equal(OrderStatus.Accepted, accepted.Status);
        Assert.Equal(54_432, accepted.SettledFen);
        Assert.Equal(new DateOnly(2026, 7, 10), accepted.DueOn);
        var stated = Assert.Single(await world.Events<GoodsAccepted>());
        Assert.Equal("2026-06", stated.Month);
        Assert.Equal("公路局", stated.CountsForName);
        var counted = Assert.Single(stated.Lines);
        Assert.Equal((544.32m, 97.2m, "JIN", 5.60m), (counted.Amount, counted.Quantity, counted.Unit, counted.Price));
        var confirmed = Assert.Single(await world.Events<OrderConfirmed>());
        Assert.Equal(counted.OrderLineId, Assert.Single(confirmed.Lines).OrderLineId);

        world.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));
        Done(await world.Return(acceptance, line, 10));

        var returned = Assert.Single(await world.Events<GoodsReturned>());
        Assert.Equal("2026-07", returned.Month);
        Assert.Equal(-56.00m, Assert.Single(returned.Lines).Amount);
        Assert.Equal(counted.LineId, returned.Lines[0].OriginalLineId);
        Assert.Equal(48_832, (await world.Read(order)).SettledFen);
        Assert.Equal((10_000m, 0m, 488.32m, 9_511.68m), await world.BudgetNow());
        var totals = await world.Events<AcceptedTotalsStated>();
        Assert.Equal([("2026-06", 544.32m, 1), ("2026-07", -56.00m, 1)], totals.Select(t => (t.Month, t.Amount, t.Lines)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_papers_say_who_acted_for_villagers_and_numbers_have_no_gaps(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer();
        Done(await world.Budget(10_000m));

        Refused(ErrorCode.Invalid, await world.Order([(rice, 0, MeasureUnit.Jin)]));
        var first = await world.Confirmed((rice, 10, MeasureUnit.Jin));
        Refused(ErrorCode.InsufficientStock, await world.Order([(rice, 1_991, MeasureUnit.Jin)]));
        var second = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false));

        var order = await world.Read(first);
        Assert.Equal(("PO-2026-000001", "包保帮扶工作队"), (order.Number, order.OnBehalf));
        Assert.Equal("PO-2026-000002", (await world.Read(second)).Number);
        Assert.True((await world.Read(second)).Serial > order.Serial);
        await using var db = world.Open();
        Assert.Equal(
            [HistoryAction.Created, HistoryAction.Submitted, HistoryAction.Approved, HistoryAction.Confirmed],
            await db.Orders.Where(o => o.Id == first).SelectMany(o => o.History).OrderBy(h => h.Sequence).Select(h => h.Action).ToListAsync());
    }
}
