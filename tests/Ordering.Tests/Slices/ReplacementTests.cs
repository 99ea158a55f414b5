using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>补货: what went back comes again in the same order, at the agreed price, and counts when it was weighed and signed.</summary>
public sealed class ReplacementTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_went_back_is_due_again_and_counts_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(1_000m));
        var (order, _, acceptance, line) = await world.Accepted(await world.Offer(), 100, MeasureUnit.Jin, 97.2m, MeasureUnit.Jin);

        Done(await world.Return(acceptance, line, 10, replace: true));
        Assert.Equal((1_000m, 56m, 488.32m, 455.68m), await world.BudgetNow());
        Assert.Equal(OrderStatus.PartlyAccepted, (await world.Read(order)).Status);

        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, "补")));
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net(line, 10)]))));

        Assert.Equal((1_000m, 0m, 544.32m, 455.68m), await world.BudgetNow());
        Assert.Equal((OrderStatus.Accepted, 54_432L), ((await world.Read(order)).Status, (await world.Read(order)).SettledFen));
        Assert.Equal((544.32m, 3), ((await world.Events<AcceptedTotalsStated>())[^1].Amount, (await world.Events<AcceptedTotalsStated>())[^1].Lines));
        Assert.True((await world.Ask(db => Task.FromResult(db.Returns.Single()))).Replace);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task No_more_comes_again_than_went_back_whatever_the_tolerance_had_let_pass(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(1_000m));
        var (order, _, acceptance, line) = await world.Accepted(await world.Offer(), 100, MeasureUnit.Jin, 97.2m, MeasureUnit.Jin);
        Done(await world.Return(acceptance, line, 10, replace: true));

        // Ten, and the tolerance of the whole line.
        Refused(ErrorCode.WeightOutOfTolerance, await world.Dispatch(order, (0, 14, MeasureUnit.Jin, null)));
        Assert.Equal(10_000L * 500, (await world.Read(order)).Lines[0].UndispatchedMilli);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_small_replacement_is_due_although_it_lies_within_the_tolerance(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(1_000m));
        var (order, delivery, acceptance, line) = await world.Accepted(await world.Offer(), 100, MeasureUnit.Jin, 100, MeasureUnit.Jin);
        Done(await world.Return(acceptance, line, 1, replace: true));

        // Somebody mends the slip meanwhile: the replacement stays due.
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net(line, 99.9m)], acceptance))));
        Assert.False((await world.Read(order)).Lines[0].Closed);

        var again = Done(await world.Dispatch(order, (0, 1, MeasureUnit.Jin, null)));
        Done(await world.Sign(Done(await world.Weigh(again, [Net(line, 1)]))));
        Assert.True((await world.Read(order)).Lines[0].Closed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Without_asking_nothing_is_due_again(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(1_000m));
        var (order, _, acceptance, line) = await world.Accepted(await world.Offer(), 100, MeasureUnit.Jin, 100, MeasureUnit.Jin);
        Done(await world.Return(acceptance, line, 10));

        Assert.Equal((1_000m, 0m, 504m, 496m), await world.BudgetNow());
        Refused(ErrorCode.StateNotAllowed, await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_buyer_may_give_the_replacement_up_and_its_money_is_free(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(1_000m));
        var (order, _, acceptance, line) = await world.Accepted(await world.Offer(), 100, MeasureUnit.Jin, 100, MeasureUnit.Jin);
        Done(await world.Return(acceptance, line, 10, replace: true));
        Done(await world.Cancel(order));

        Assert.Equal((1_000m, 0m, 504m, 496m), await world.BudgetNow());
        Assert.Equal(OrderStatus.Accepted, (await world.Read(order)).Status);
        Refused(ErrorCode.StateNotAllowed, await world.Return(acceptance, line, 10, replace: true));
        Done(await world.Return(acceptance, line, 10));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_replacement_is_sent_from_what_there_is(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(1_000m));
        var (order, _, acceptance, line) = await world.Accepted(await world.Offer(stock: 100), 100, MeasureUnit.Jin, 100, MeasureUnit.Jin);
        Done(await world.Return(acceptance, line, 10, replace: true));

        Refused(ErrorCode.InsufficientStock, await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        Done(await world.Adjust((await world.Read(order)).Lines[0].OfferId, 10));
        Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
    }
}
