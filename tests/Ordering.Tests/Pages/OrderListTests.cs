using Commerce.Ordering.Browse;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Follow;
using Commerce.Ordering.Waiting;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Pages;

public sealed class OrderListTests
{
    private static readonly OrderFilter Everything = new(null, null, null, null, null, null);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Orders_are_paged_from_the_newest_narrowed_and_summed(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        for (var i = 1; i <= 5; i++)
        {
            Done(await world.Order([(rice, i * 10, MeasureUnit.Jin)], submit: i != 5));
        }

        var first = await Read(world, world.Buyer, Everything, null, 2);
        var second = await Read(world, world.Buyer, Everything, first.Next, 2);
        var third = await Read(world, world.Buyer, Everything, second.Next, 2);

        Assert.Equal([50m, 40m, 30m, 20m, 10m], first.Rows.Concat(second.Rows).Concat(third.Rows).Select(r => r.Goods.Single().Ordered.Value));
        Assert.Null(third.Next);
        Assert.Equal(("公路局", "明东大米", "明东村"), (first.Rows[0].Unit, first.Rows[0].Goods[0].Product, first.Rows[0].Goods[0].Village));
        var submitted = Everything with { Status = [OrderStatus.Submitted] };
        Assert.Equal(new OrderSums(4, Money.Of(560m), Money.Zero), await world.Ask(db => new ListOrders(db, world.Buyer).Sums(submitted, default)));
        Assert.Equal(new OrderSums(0, Money.Zero, Money.Zero), await world.Ask(db => new ListOrders(db, world.Buyer).Sums(Everything with { Text = "没有" }, default)));
        var counts = await world.Ask(db => new ListOrders(db, world.Buyer).ByStatus(submitted, default));
        Assert.Equal((4, 1), (counts[OrderStatus.Submitted], counts[OrderStatus.Draft]));
        Assert.Equal([(Unit, "公路局")], await world.Ask(db => new ListOrders(db, world.Buyer).Units(default)));
        Assert.Equal([(Village, "明东村")], await world.Ask(db => new ListOrders(db, world.Buyer).Villages(default)));
        Assert.Empty((await Read(world, Someone("外人", Other), Everything, null, 10)).Rows);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_order_is_found_by_each_of_its_papers_and_another_unit_finds_nothing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (order, _, acceptance, line) = await world.Accepted(await world.Offer(), 100, MeasureUnit.Jin, 48.6m, MeasureUnit.Kg);
        Done(await world.Return(acceptance, line, 10));

        foreach (var number in new[] { "PO-2026-000001", "DN-2026-000001", "AC-2026-000001", "RT-2026-000001" })
        {
            var story = await world.Ask(db => new ReadOrder(db, world.Keeper, world.Clock).Read(number, default));
            Assert.Equal(order, story!.Order.Id);
            Assert.Null(await world.Ask(db => new ReadOrder(db, Someone("外人", Other), world.Clock).Read(number, default)));
        }

        var whole = (await world.Ask(db => new ReadOrder(db, world.Keeper, world.Clock).Read("PO-2026-000001", default)))!;
        Assert.Equal(("公路局", "包保帮扶工作队", null, null), (whole.Unit, whole.SupplyUnit, whole.CountsFor, whole.Canteen));
        Assert.Equal((1, 1, 1, 1, 1, 8), (whole.Lines.Count, whole.Approvals.Count, whole.Deliveries.Count, whole.Acceptances.Count, whole.Returns.Count, whole.History.Count));
        Assert.Equal(["保管员", "采购员"], whole.Acceptances[0].Signatures.Select(s => s.ByName));
        Assert.Equal([OrderAction.ReturnGoods], whole.Allowed);
        foreach (var wrong in new[] { "PO-2026-000002", "PO-x-1", "PO-99999999999-1", "", "XX-2026-000001", "'--" })
        {
            Assert.Null(await world.Ask(db => new ReadOrder(db, world.Keeper, world.Clock).Read(wrong, default)));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Each_step_waits_for_those_who_may_take_it_and_for_nobody_else(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var order = Done(await world.Order([(await world.Offer(), 100, MeasureUnit.Jin)]));
        await Waits(world, WaitsFor.Decision, world.Approver);
        Done(await world.Decide(order, Decision.SentBack, "太多"));
        await Waits(world, WaitsFor.Mending, world.Buyer);
        Done(await world.Submit(order));
        Done(await world.Decide(order));
        await Waits(world, WaitsFor.Confirmation, world.Supplier);
        Done(await world.Confirm(order));
        await Waits(world, WaitsFor.Dispatch, world.Supplier);
        var delivery = Done(await world.Dispatch(order, (0, 100, MeasureUnit.Jin, null)));
        await Waits(world, WaitsFor.Weighing, world.Keeper, world.Purchaser);
        var line = (await world.LineIds(order))[0];
        var acceptance = Done(await world.Weigh(delivery, [Net(line, 97.2m)]));
        await Waits(world, WaitsFor.SecondSignature, world.Purchaser);
        Done(await world.SendBack(acceptance));
        await Waits(world, WaitsFor.WeighingAgain, world.Keeper, world.Purchaser);
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net(line, 97.2m)]))));
        await Waits(world, WaitsFor.SecondSignature);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_ordered_neither_approves_nor_weighs_so_nothing_waits_for_them(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var all = Someone("一人多岗", Unit, Capability.OrderRequest, Capability.OrderApprove, Capability.OrderAccept);
        var order = Done(await world.Order([(await world.Offer(), 100, MeasureUnit.Jin)], by: all));
        Assert.Empty(await Waiting(world, all));
        Done(await world.Decide(order));
        Done(await world.Confirm(order));
        Done(await world.Dispatch(order, (0, 100, MeasureUnit.Jin, null)));
        Assert.Empty(await Waiting(world, all));
    }

    private static async Task Waits(World world, WaitsFor step, params Actor[] people)
    {
        foreach (var person in new[] { world.Buyer, world.Approver, world.Keeper, world.Purchaser, world.Supplier, Someone("外人", Other, Capability.OrderApprove, Capability.OrderAccept) })
        {
            var waiting = await Waiting(world, person);
            Assert.Equal(people.Contains(person) ? [step] : [], waiting.Select(w => w.For));
            Assert.All(waiting, w => Assert.Equal(("公路局", "明东大米", 0, 560m), (w.Unit, w.Goods, w.More, w.Amount.Amount)));
        }
    }

    private static Task<IReadOnlyList<OpenStep>> Waiting(World world, Actor person) => world.Ask(db => new ReadWaiting(db, person, world.Clock).Read(default));

    private static Task<OrderRows> Read(World world, Actor reader, OrderFilter filter, long? below, int most) => world.Ask(db => new ListOrders(db, reader).Read(filter, below, most, default));
}
