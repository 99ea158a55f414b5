using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Return;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class ReturnTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Returned_bit_by_bit_at_an_awkward_price_leaves_exactly_nothing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var offer = await world.Offer(o => o with { Price = 3.3333m, Step = 0.001m, Minimum = 0.001m });
        var (order, _, acceptance, line) = await world.Accepted(offer, 10, MeasureUnit.Jin, 9.999m, MeasureUnit.Jin);
        Assert.Equal(33.33m, (await world.BudgetNow()).Spent);

        Done(await world.Return(acceptance, line, 3.333m));
        Done(await world.Return(acceptance, line, 3.333m));
        Refused(ErrorCode.Invalid, await world.Return(acceptance, line, 3.334m));
        Done(await world.Return(acceptance, line, 3.333m));
        Refused(ErrorCode.Invalid, await world.Return(acceptance, line, 0.001m));

        Assert.Equal([-11.11m, -11.11m, -11.11m], (await world.Events<GoodsReturned>()).Select(r => r.Lines[0].Amount));
        Assert.Equal(0, (await world.Read(order)).SettledFen);
        Assert.Equal((10_000m, 0m, 0m, 10_000m), await world.BudgetNow());
        Assert.Equal((0m, 4), ((await world.Events<AcceptedTotalsStated>())[^1].Amount, (await world.Events<AcceptedTotalsStated>())[^1].Lines));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Photos_belong_to_weighing_and_not_to_a_return(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (_, _, acceptance, line) = await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);

        Refused(ErrorCode.Invalid, await world.Do(world.Keeper, (db, once, actor) => new ReturnGoods.Handler(db, once, actor, world.Clock).Handle(
            new(world.Key(), acceptance, [new(line, null, null, new(1, MeasureUnit.Jin), null, null, null, [Guid.NewGuid()])], "品质不符"), default)));
        Assert.Empty(await world.Events<GoodsReturned>());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_key_returns_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (order, _, acceptance, line) = await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);

        var both = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.Return(acceptance, line, 4, key: "back"))));

        Assert.All(both, o => Assert.Equal(order, Done(o)));
        Assert.Equal(33.60m, (await world.BudgetNow()).Spent);
        Assert.Single(await world.Events<GoodsReturned>());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Parallel_returns_never_take_back_more_than_was_accepted(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (_, _, acceptance, line) = await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Return(acceptance, line, 4))));

        Assert.Equal(2, both.Count(o => o.Error is null));
        Assert.Equal(11.20m, (await world.BudgetNow()).Spent);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_correction_after_a_return_keeps_the_return(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (order, delivery, acceptance, line) = await world.Accepted(await world.Offer(), 100, MeasureUnit.Jin, 97.2m, MeasureUnit.Jin);
        Done(await world.Return(acceptance, line, 10));

        var low = Done(await world.Weigh(delivery, [Net(line, 9)], corrects: acceptance));
        Refused(ErrorCode.StateNotAllowed, await world.Sign(low));
        var right = Done(await world.Weigh(delivery, [Net(line, 98.2m)], corrects: low));
        Done(await world.Sign(right));
        Refused(ErrorCode.StateNotAllowed, await world.Return(acceptance, line, 1));
        Done(await world.Return(right, line, 88.2m));

        Assert.Equal(0, (await world.Read(order)).SettledFen);
        Assert.Equal(5.60m, (await world.Events<GoodsAccepted>())[^1].Lines[0].Amount);
        Assert.Equal(-493.92m, (await world.Events<GoodsReturned>())[^1].Lines[0].Amount);
        Assert.Equal((10_000m, 0m, 0m, 10_000m), await world.BudgetNow());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Unsigned_goods_are_rejected_not_returned(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var order = await world.Confirmed((await world.Offer(), 10, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var line = (await world.LineIds(order))[0];
        var acceptance = Done(await world.Weigh(delivery, [Net(line, 10)]));

        Refused(ErrorCode.StateNotAllowed, await world.Return(acceptance, line, 1));
        Refused(ErrorCode.NotFound, await world.Return(Guid.NewGuid(), line, 1));
    }
}
