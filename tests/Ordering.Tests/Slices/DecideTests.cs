using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class DecideTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_ordered_can_not_approve_and_supplying_waits_for_the_approval(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var both = Someone("又买又批", Unit, Capability.OrderRequest, Capability.OrderApprove);
        var order = Done(await world.Order([(await world.Offer(), 10, MeasureUnit.Jin)], by: both));

        Refused(ErrorCode.ApproverConflict, await world.Decide(order, by: both));
        Refused(ErrorCode.StateNotAllowed, await world.Confirm(order));
        Refused(ErrorCode.Forbidden, await world.Decide(order, by: world.Keeper));
        Done(await world.Decide(order));
        Refused(ErrorCode.StateNotAllowed, await world.Decide(order));
        Refused(ErrorCode.StateNotAllowed, await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        Done(await world.Confirm(order, freight: 12.34m));

        Assert.Single(await world.Events<OrderApproved>());
        Assert.Equal(1_234, (await world.Read(order)).FreightFen);
        Assert.Equal(56m, (await world.BudgetNow()).Reserved);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Sent_back_lets_go_of_everything_and_may_be_edited_and_submitted_again(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var order = Done(await world.Order([(rice, 10, MeasureUnit.Jin)]));

        Refused(ErrorCode.Invalid, await world.Decide(order, Decision.SentBack));
        Done(await world.Decide(order, Decision.SentBack, "数量太少"));
        Assert.Equal((OrderStatus.SentBack, 0m), ((await world.Read(order)).Status, (await world.BudgetNow()).Reserved));
        Assert.Equal((2_000m, 0m), await world.StockNow(rice));
        Refused(ErrorCode.NotFound, await world.Confirm(order));
        Done(await world.Edit(order, await world.Version(order), (rice, 20, MeasureUnit.Jin)));
        Done(await world.Submit(order));

        Assert.Equal((OrderStatus.Submitted, 112m), ((await world.Read(order)).Status, (await world.BudgetNow()).Reserved));
        Assert.Equal("SENT_BACK", Assert.Single(await world.Events<OrderReturned>()).Decision);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Rejected_is_the_end(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var order = Done(await world.Order([(rice, 10, MeasureUnit.Jin)]));

        Done(await world.Decide(order, Decision.Rejected, "不需要"));

        Refused(ErrorCode.StateNotAllowed, await world.Submit(order));
        Refused(ErrorCode.StateNotAllowed, await world.Cancel(order));
        Refused(ErrorCode.StateNotAllowed, await world.Edit(order, await world.Version(order), (rice, 1, MeasureUnit.Jin)));
        Assert.Equal((OrderStatus.Rejected, 0m), ((await world.Read(order)).Status, (await world.BudgetNow()).Reserved));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_cancelled_draft_and_a_cancelled_approved_order_hold_nothing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var draft = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false));
        var approved = Done(await world.Order([(rice, 10, MeasureUnit.Jin)]));
        Done(await world.Decide(approved));

        Done(await world.Cancel(draft));
        Done(await world.Cancel(approved));

        Assert.Equal((OrderStatus.Cancelled, OrderStatus.Cancelled), ((await world.Read(draft)).Status, (await world.Read(approved)).Status));
        Refused(ErrorCode.StateNotAllowed, await world.Submit(draft));
        Refused(ErrorCode.StateNotAllowed, await world.Confirm(approved));
        Assert.Equal((2_000m, 0m), await world.StockNow(rice));
        Assert.Equal((10_000m, 0m, 0m, 10_000m), await world.BudgetNow());
    }
}
