using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Weigh;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class DisputeTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_undisputed_part_is_accepted_at_once_and_a_correction_settles_the_rest(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var order = await world.Confirmed((await world.Offer(), 10, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var line = (await world.LineIds(order))[0];

        Assert.Equal(["lines", "0", "reason"], Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Part(line, 8, disputed: 2, reason: " ")])).Path);
        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Part(line, 8, disputed: -2)]));
        // What the scales say is net and what was set aside, or net alone.
        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Part(line, 8, disputed: 2) with { Gross = new(10.5m, MeasureUnit.Jin) }]));
        Refused(ErrorCode.WeightOutOfTolerance, await world.Weigh(delivery, [Part(line, 8.31m, disputed: 2)]));
        var first = Done(await world.Weigh(delivery, [Part(line, 8, disputed: 2) with { Gross = new(10, MeasureUnit.Jin) }]));
        Done(await world.Sign(first));

        Assert.Equal((OrderStatus.PartlyAccepted, 44.80m, 11.20m), ((await world.Read(order)).Status, (await world.BudgetNow()).Spent, (await world.BudgetNow()).Reserved));
        Assert.False((await world.Read(order)).Lines[0].Closed);
        // What is disputed isn't sent again.
        Refused(ErrorCode.StateNotAllowed, await world.Dispatch(order, (0, 1, MeasureUnit.Jin, null)));
        var settled = Done(await world.Weigh(delivery, [Part(line, 9.5m, rejected: 0.5m)], corrects: first));
        Done(await world.Sign(settled));

        Assert.Equal([44.80m, 8.40m], (await world.Events<GoodsAccepted>()).Select(e => Assert.Single(e.Lines).Amount));
        Assert.Equal((53.20m, 2.80m, 0L), ((await world.BudgetNow()).Spent, (await world.BudgetNow()).Reserved, (await world.Read(order)).Lines[0].DisputedMilli));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task More_than_the_tolerance_is_taken_in_only_when_an_approver_agreed_and_never_above_the_budget(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(62m));
        var rice = await world.Offer();
        var unconfirmed = Done(await world.Order([(rice, 1, MeasureUnit.Jin)]));
        Refused(ErrorCode.StateNotAllowed, await world.AllowMore(unconfirmed, 1));
        Done(await world.Cancel(unconfirmed));
        var order = await world.Confirmed((rice, 10, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var line = (await world.LineIds(order))[0];

        Refused(ErrorCode.WeightOutOfTolerance, await world.Weigh(delivery, [Net(line, 11)]));
        Refused(ErrorCode.Forbidden, await world.AllowMore(order, 1, by: world.Keeper));
        Refused(ErrorCode.Invalid, await world.AllowMore(order, 1, reason: ""));
        Refused(ErrorCode.Invalid, await world.AllowMore(order, 1, MeasureUnit.Piece));
        Refused(ErrorCode.Invalid, await world.AllowMore(order, 10.001m));
        Refused(ErrorCode.Invalid, await world.AllowMore(order, -1));
        Done(await world.AllowMore(order, 0.7m));
        Refused(ErrorCode.WeightOutOfTolerance, await world.Weigh(delivery, [Net(line, 11.001m)]));
        // 61.60 of 62.00 yuan: allowed.
        var arrived = Done(await world.Weigh(delivery, [Net(line, 11)]));
        Done(await world.Budget(61m));
        Refused(ErrorCode.BudgetExceeded, await world.Sign(arrived));
        Done(await world.Budget(61.60m));
        Done(await world.Sign(arrived));

        Assert.Equal((61.60m, 0m, OrderStatus.Accepted), ((await world.BudgetNow()).Spent, (await world.BudgetNow()).Reserved, (await world.Read(order)).Status));
        Refused(ErrorCode.StateNotAllowed, await world.AllowMore(order, 1));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_above_the_budget_are_signed_for_once_its_keeper_added_to_it_with_a_reason(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(560m));
        var rice = await world.Offer();
        var order = Done(await world.Order([(rice, 100, MeasureUnit.Jin)]));
        Refused(ErrorCode.StateNotAllowed, await world.AddToBudget(order, 10m));
        Done(await world.Decide(order));
        Done(await world.Confirm(order));
        var delivery = Done(await world.Dispatch(order, (0, 100, MeasureUnit.Jin, null)));
        var acceptance = Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 103)]));
        Refused(ErrorCode.BudgetExceeded, await world.Sign(acceptance));

        Refused(ErrorCode.Forbidden, await world.AddToBudget(order, 16.80m, by: world.Approver));
        Refused(ErrorCode.NotFound, await world.AddToBudget(order, 16.80m, by: Someone("别的单位", Other, Platform.People.Capability.BudgetManage)));
        Assert.Equal(["amount"], Refused(ErrorCode.Invalid, await world.AddToBudget(order, 0m)).Path);
        Refused(ErrorCode.Invalid, await world.AddToBudget(order, 16.805m));
        Assert.Equal(["reason"], Refused(ErrorCode.Invalid, await world.AddToBudget(order, 16.80m, " ")).Path);
        var before = await world.Read(order);
        Done(await world.AddToBudget(order, 16.79m));
        var added = await world.Read(order);
        Assert.Equal((before.Status, before.EstimatedFen, before.HasUndispatched), (added.Status, added.EstimatedFen, added.HasUndispatched));
        Refused(ErrorCode.BudgetExceeded, await world.Sign(acceptance));
        Done(await world.AddToBudget(order, 0.01m));
        Done(await world.Sign(acceptance));

        Assert.Equal((576.80m, 0m, 576.80m, 0m), await world.BudgetNow());
        Assert.Contains("\"LimitFen\":[57679,57680]", (await world.AuditTrail("AddToBudget"))[^1], StringComparison.Ordinal);
        await using var db = world.Open();
        Assert.Equal(
            ["16.79 元：村里多送，食堂留用", "0.01 元：村里多送，食堂留用"],
            await db.Orders.Where(o => o.Id == order).SelectMany(o => o.History).Where(h => h.Action == HistoryAction.BudgetAdded).OrderBy(h => h.Sequence).Select(h => h.Note!).ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_ordered_can_not_add_to_the_budget_for_it_and_a_purchase_without_one_has_nothing_to_add_to(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var both = Someone("又买又管钱", Unit, Platform.People.Capability.OrderRequest, Platform.People.Capability.BudgetManage);
        var order = Done(await world.Order([(await world.Offer(), 10, MeasureUnit.Jin)], by: both));
        Done(await world.Decide(order));
        Done(await world.Confirm(order));
        var own = Done(await world.Order([(await world.Offer(o => o with { BuyerGroup = "STAFF_WELFARE" }), 1, MeasureUnit.Jin)], purpose: PurchasePurpose.Personal));
        Done(await world.Decide(own));
        Done(await world.Confirm(own));

        Refused(ErrorCode.ApproverConflict, await world.AddToBudget(order, 1m, by: both));
        Refused(ErrorCode.StateNotAllowed, await world.AddToBudget(own, 1m));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_ordered_can_not_agree_to_more(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var both = Someone("又买又批", Unit, Platform.People.Capability.OrderRequest, Platform.People.Capability.OrderApprove);
        var order = Done(await world.Order([(await world.Offer(), 10, MeasureUnit.Jin)], by: both));
        Done(await world.Decide(order));
        Done(await world.Confirm(order));

        Refused(ErrorCode.ApproverConflict, await world.AllowMore(order, 1, by: both));
    }

    private static RecordAcceptance.Line Part(Guid line, decimal net, decimal rejected = 0, decimal disputed = 0, string reason = "有霉斑，等检验") => new(
        line, null, null, new(net, MeasureUnit.Jin), rejected == 0 ? null : new(rejected, MeasureUnit.Jin), reason, disputed == 0 ? null : new(disputed, MeasureUnit.Jin));

    private static async Task<World> Ready(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        return world;
    }
}
