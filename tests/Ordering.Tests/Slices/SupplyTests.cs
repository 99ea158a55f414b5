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

public sealed class SupplyTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Freight_is_proposed_agreed_to_and_frozen_by_confirming(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var order = await Approved(world);

        Refused(ErrorCode.StateNotAllowed, await world.TakeProposal(order));
        Refused(ErrorCode.Invalid, await world.Propose(order, 60m, " "));
        Refused(ErrorCode.Invalid, await world.Propose(order, 0.001m));
        Refused(ErrorCode.Forbidden, await world.Propose(order, 60m, by: world.Buyer));
        Done(await world.Propose(order, 60m));
        Refused(ErrorCode.StateNotAllowed, await world.Confirm(order, 60m));
        Refused(ErrorCode.Forbidden, await world.TakeProposal(order, by: world.Keeper));
        Done(await world.TakeProposal(order));
        Refused(ErrorCode.StateNotAllowed, await world.TakeProposal(order));
        // A new proposal needs a new word.
        Done(await world.Propose(order, 80m));
        Refused(ErrorCode.StateNotAllowed, await world.Confirm(order, 80m));
        Done(await world.TakeProposal(order));
        Refused(ErrorCode.StateNotAllowed, await world.Confirm(order, 80.01m));
        Done(await world.Confirm(order, 80m));

        Assert.Equal(8_000, (await world.Read(order)).FreightFen);
        Refused(ErrorCode.StateNotAllowed, await world.Propose(order, 90m));
        // Freight is never counted or charged.
        Assert.Equal(56m, (await world.BudgetNow()).Reserved);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_price_only_falls_on_confirming_and_less_is_held(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var order = await Approved(world);

        Assert.Equal(["prices", "0"], Refused(ErrorCode.Invalid, await world.ConfirmAt(order, 5.6001m)).Path);
        Refused(ErrorCode.Invalid, await world.ConfirmAt(order, 0m));
        Refused(ErrorCode.Invalid, await world.ConfirmAt(order, 5.00001m));
        Assert.Equal(["prices", "1"], Refused(ErrorCode.NotFound, await world.ConfirmAt(order, 5m, 4m)).Path);
        Assert.Equal(56m, (await world.BudgetNow()).Reserved);
        Done(await world.ConfirmAt(order, 5.555m));

        // 10 斤 at 5.555: 55.55 exactly.
        Assert.Equal((5_555L, 5_555L), ((await world.Read(order)).EstimatedFen, (await world.Read(order)).Lines[0].HeldFen));
        Assert.Equal(55.55m, (await world.BudgetNow()).Reserved);
        Assert.Equal(5.555m, Assert.Single(Assert.Single(await world.Events<OrderConfirmed>()).Lines).Price);
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 9.9m)]))));
        // 9.9 斤 at 5.555 are 54.9945: rounded once.
        Assert.Equal((0m, 54.99m), ((await world.BudgetNow()).Reserved, (await world.BudgetNow()).Spent));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_no_supplier_confirms_in_fifteen_days_is_given_up_with_its_stock_and_money(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await world.Offer();
        var left = await Approved(world, rice);
        var confirmed = await Approved(world, rice);
        Done(await world.Confirm(confirmed));
        var undecided = Done(await world.Order([(rice, 5, MeasureUnit.Jin)]));
        world.Clock.Advance(TimeSpan.FromDays(15) - TimeSpan.FromSeconds(1));

        await world.ReleaseUnconfirmed();
        Assert.Equal(OrderStatus.Approved, (await world.Read(left)).Status);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.ReleaseUnconfirmed();
        await world.ReleaseUnconfirmed();

        Assert.Equal([OrderStatus.Cancelled, OrderStatus.Confirmed, OrderStatus.Submitted], [(await world.Read(left)).Status, (await world.Read(confirmed)).Status, (await world.Read(undecided)).Status]);
        Assert.Equal((2_000m, 15m), await world.StockNow(rice));
        Assert.Equal(84m, (await world.BudgetNow()).Reserved);
        var fact = Assert.Single(await world.Events<OrderCancelled>());
        Assert.Equal("供货单位 15 天内没有确认，自动取消", fact.Reason);
        Refused(ErrorCode.StateNotAllowed, await world.Confirm(left));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task When_confirming_and_giving_up_meet_one_of_them_wins_and_nothing_is_held_twice(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await world.Offer();
        for (var round = 0; round < 10; round++)
        {
            var order = await Approved(world, rice);
            world.Clock.Advance(TimeSpan.FromDays(15));

            await Task.WhenAll(Task.Run(() => world.Confirm(order)), Task.Run(world.ReleaseUnconfirmed));

            var status = (await world.Read(order)).Status;
            Assert.Contains(status, new[] { OrderStatus.Confirmed, OrderStatus.Cancelled });
            Assert.Equal(status == OrderStatus.Confirmed ? 10m : 0m, (await world.StockNow(rice)).Reserved);
            Assert.Equal(status == OrderStatus.Confirmed ? 56m : 0m, (await world.BudgetNow()).Reserved);
            if (status == OrderStatus.Confirmed)
            {
                Done(await world.Cancel(order));
            }
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_go_through_one_of_the_suppliers_open_stations_and_the_paper_keeps_its_name_and_day(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        Refused(ErrorCode.NotFound, await world.Station("智新镇客货同站", 2, by: world.Buyer));
        Refused(ErrorCode.NotFound, await world.Station("智新镇客货同站", 2, unit: Unit));
        Refused(ErrorCode.Invalid, await world.Station(" ", 2));
        Refused(ErrorCode.Invalid, await world.Station("智新镇客货同站", 2, place: ""));
        Refused(ErrorCode.Invalid, await world.Station("智新镇客货同站", 31));
        Refused(ErrorCode.Invalid, await world.Station("智新镇客货同站", -1));
        Refused(ErrorCode.Invalid, await world.Station("智新镇客货同站", 2, -1m));
        var station = Done(await world.Station("智新镇客货同站", 2, 12.50m));
        Refused(ErrorCode.NotFound, await world.Station("别的", 2, id: Guid.NewGuid(), version: 1));
        Refused(ErrorCode.VersionStale, await world.Station("智新镇站", 3, id: station, version: 2));
        var order = Done(await world.Confirm(await Approved(world)));

        Refused(ErrorCode.NotFound, await world.DispatchThrough(order, Guid.NewGuid()));
        var sent = Done(await world.DispatchThrough(order, station));
        Done(await world.Station("智新镇站", 3, id: station, version: 1, closed: true));
        Refused(ErrorCode.NotFound, await world.DispatchThrough(order, station));

        var delivery = await world.Ask(db => db.Deliveries.SingleAsync(d => d.Id == sent));
        Assert.Equal(("智新镇客货同站", new DateOnly(2026, 6, 12)), (delivery.Station, delivery.ExpectedOn!.Value));
    }

    internal static async Task<Guid> Approved(World world, Guid? offer = null)
    {
        var order = Done(await world.Order([(offer ?? await world.Offer(), 10, MeasureUnit.Jin)]));
        return Done(await world.Decide(order));
    }

    internal static async Task<World> Ready(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        return world;
    }
}
