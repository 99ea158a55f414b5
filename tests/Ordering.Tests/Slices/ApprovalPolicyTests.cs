using Commerce.Contracts.Ordering;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Follow;
using Commerce.Ordering.Policies;
using Commerce.Ordering.Waiting;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class ApprovalPolicyTests
{
    private static readonly Procurement Quoted = new(ProcurementMethod.RequestForQuotation, "三家询价，取最低", "吉交采〔2026〕12号");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_larger_order_needs_a_second_level_by_another_person_and_only_then_it_is_approved(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        Done(await world.Policy(0, [From(0, ApproverRole.Approver), From(500, ApproverRole.BudgetKeeper)]));
        var rice = await world.Offer();
        var small = Done(await world.Order([(rice, 10, MeasureUnit.Jin)]));
        var large = Done(await world.Order([(rice, 100, MeasureUnit.Jin)]));
        var both = new Actor(Guid.NewGuid(), "又批又管钱", [Unit], new[] { Capability.OrderRead, Capability.OrderApprove, Capability.BudgetManage }
            .ToDictionary(c => c, _ => (IReadOnlyCollection<Guid>)[Unit]));

        Done(await world.Decide(small));
        Refused(ErrorCode.Forbidden, await world.Decide(large, by: world.Officer));
        Assert.Equal([WaitsFor.Decision], (await world.Waiting(world.Approver)).Select(w => w.For));
        Assert.Empty(await world.Waiting(world.Officer));
        Done(await world.Decide(large, by: both));
        Assert.Equal(OrderStatus.Submitted, (await world.Read(large)).Status);
        Assert.Empty(await world.Waiting(both));
        Assert.Equal([WaitsFor.Decision], (await world.Waiting(world.Officer)).Select(w => w.For));

        Refused(ErrorCode.SamePerson, await world.Decide(large, by: both));
        Refused(ErrorCode.Forbidden, await world.Decide(large, by: world.Approver));
        Refused(ErrorCode.StateNotAllowed, await world.Confirm(large));
        Assert.Single(await world.Events<OrderApproved>());
        Done(await world.Decide(large, by: world.Officer));

        Assert.Equal(OrderStatus.Approved, (await world.Read(large)).Status);
        Assert.Equal(2, (await world.Events<OrderApproved>()).Count);
        var kept = await world.Ask(db => db.Approvals.AsNoTracking().Where(a => a.OrderId == large).OrderBy(a => a.Sequence).ToListAsync());
        var policy = await world.Ask(db => db.Policies.SingleAsync());
        Assert.Equal([(1, ApproverRole.Approver, 0L, policy.Id), (2, ApproverRole.BudgetKeeper, 50_000L, policy.Id)], kept.Select(a => (a.Level, a.Role, a.FromFen, a.PolicyId!.Value)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Purpose_and_the_exact_amount_decide_and_units_below_follow_the_policy_above(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        Done(await world.Budget(10_000m, FundingSource.Union));
        Done(await world.Policy(0, [From(0, ApproverRole.Approver, PurchasePurpose.Canteen), From(560, ApproverRole.SuperiorApprover, PurchasePurpose.Canteen),
            From(0, ApproverRole.BudgetKeeper, PurchasePurpose.StaffWelfare), From(0, ApproverRole.Approver, PurchasePurpose.Personal)], unit: Department));
        var rice = await world.Offer();
        var gifts = await world.Offer(o => o with { BuyerGroup = "STAFF_WELFARE" });
        var above = Someone("厅领导", Department, Capability.OrderApprove);
        above = new Actor(above.Id, above.Name, [Department], new[] { Capability.OrderRead, Capability.OrderApprove }.ToDictionary(c => c, _ => (IReadOnlyCollection<Guid>)[Department, Unit, Other]));

        var below = Done(await world.Order([(rice, 99, MeasureUnit.Jin)]));
        var at = Done(await world.Order([(rice, 100, MeasureUnit.Jin)]));
        var welfare = Done(await world.Order([(gifts, 10, MeasureUnit.Jin)], purpose: PurchasePurpose.StaffWelfare));

        Done(await world.Decide(below));
        Assert.Equal(OrderStatus.Approved, (await world.Read(below)).Status);
        Done(await world.Decide(at));
        Assert.Equal((OrderStatus.Submitted, ApproverRole.SuperiorApprover), ((await world.Read(at)).Status, (await world.Read(at)).Awaits));
        Refused(ErrorCode.Forbidden, await world.Decide(at, by: Someone("同级", Unit, Capability.OrderApprove)));
        Done(await world.Decide(at, by: above));
        Refused(ErrorCode.Forbidden, await world.Decide(welfare));
        Done(await world.Decide(welfare, by: world.Officer));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_order_keeps_the_policy_it_was_handed_in_under_and_begins_anew_when_sent_back(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        Done(await world.Policy(0, [From(0, ApproverRole.Approver), From(100, ApproverRole.BudgetKeeper)]));
        var rice = await world.Offer();
        var order = Done(await world.Order([(rice, 100, MeasureUnit.Jin)]));
        Done(await world.Decide(order));
        Done(await world.Policy(1, [From(0, ApproverRole.Approver)]));

        Done(await world.Decide(order, Decision.SentBack, "再少一点", world.Officer));
        Done(await world.Submit(order));
        Assert.Equal((1, ApproverRole.Approver), ((await world.Read(order)).AwaitsLevel, (await world.Read(order)).Awaits));
        Done(await world.Decide(order));

        Assert.Equal(OrderStatus.Approved, (await world.Read(order)).Status);
        var numbers = await world.Ask(db => db.Approvals.Where(a => a.OrderId == order).OrderBy(a => a.Sequence).Select(a => db.Policies.Single(p => p.Id == a.PolicyId).Number).ToListAsync());
        Assert.Equal([1, 1, 2], numbers);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Orders_that_reach_a_limit_only_together_are_flagged_and_agreed_to_with_a_reason(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        Done(await world.Policy(0, [From(0, ApproverRole.Approver), From(500, ApproverRole.BudgetKeeper)], splitDays: 3));
        var rice = await world.Offer();
        var first = Done(await world.Order([(rice, 50, MeasureUnit.Jin)]));
        world.Clock.Advance(TimeSpan.FromDays(3));
        Assert.NotNull((await world.Needs(world.Buyer, 224m)).Split);
        Assert.Null((await world.Needs(world.Buyer, 219.99m)).Split);
        var second = Done(await world.Order([(rice, 40, MeasureUnit.Jin)]));

        Assert.Equal("comment", Assert.Single(Refused(ErrorCode.Invalid, await world.Decide(second)).Path!));
        Refused(ErrorCode.Invalid, await world.Decide(first));
        var flag = (await world.Ask(db => new ReadOrder(db, world.Approver, world.Clock).Read("PO-2026-000002", default)))!.Split!;
        Assert.Equal((50_000L, 50_400L), (flag.LimitFen, flag.SumFen));
        Assert.Equal(["PO-2026-000001"], flag.Others);
        Done(await world.Decide(second, comment: "两次活动"));
        Assert.Contains("PO-2026-000001", (await world.Ask(db => db.Approvals.SingleAsync())).Flag, StringComparison.Ordinal);

        // One day later, another unit, or nothing left of the other order: nothing to be seen.
        Done(await world.Cancel(first));
        world.Clock.Advance(TimeSpan.FromDays(4));
        Done(await world.Decide(Done(await world.Order([(rice, 40, MeasureUnit.Jin)]))));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task At_the_procurement_limit_with_what_was_accepted_this_year_method_basis_and_number_are_asked_for(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await world.Offer();
        await world.Accepted(rice, 100, MeasureUnit.Jin, 100, MeasureUnit.Jin);
        Done(await world.ProcurementLimit(616m, unit: Department));
        Done(await world.ProcurementLimit(10m, from: new DateOnly(2026, 6, 11)));

        Done(await world.Order([(rice, 9, MeasureUnit.Jin)]));
        Assert.Equal("procurement", Assert.Single(Refused(ErrorCode.Invalid, await world.Order([(rice, 10, MeasureUnit.Jin)])).Path!));
        Assert.Equal(616m, (await world.Needs(world.Buyer, 56m)).Limit?.Amount);
        Assert.Null((await world.Needs(world.Buyer, 55.99m)).Limit);
        var draft = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false));
        Refused(ErrorCode.Invalid, await world.Submit(draft));
        Assert.Equal(["procurement", "basis"], Refused(ErrorCode.Invalid, await world.Submit(draft, procurement: Quoted with { Basis = " " })).Path);
        Assert.Equal(["procurement", "documentNumber"], Refused(ErrorCode.Invalid, await world.Submit(draft, procurement: Quoted with { DocumentNumber = new('号', 101) })).Path);
        Done(await world.Submit(draft, procurement: Quoted));

        Assert.Equal(Quoted, (await world.Read(draft)).Procured);
        // From tomorrow the unit's own limit holds; other categories have none.
        world.Clock.Advance(TimeSpan.FromDays(1));
        Refused(ErrorCode.Invalid, await world.Order([(rice, 1, MeasureUnit.Jin)]));
        Done(await world.Order([(await world.Offer(o => o with { BuyerGroup = "STAFF_WELFARE" }), 1_000, MeasureUnit.Jin)], purpose: PurchasePurpose.Personal));
        // What was accepted last year doesn't count.
        world.Clock.Advance(TimeSpan.FromDays(365));
        Done(await world.Budget(10_000m, year: 2027));
        Done(await world.Order([(rice, 1, MeasureUnit.Jin)]));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Policies_and_limits_are_set_for_ones_own_units_in_versions_and_never_backwards(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        SetApprovalPolicy.Rule[] usual = [From(0, ApproverRole.Approver)];

        Refused(ErrorCode.NotFound, await world.Policy(0, usual, by: world.Approver));
        Refused(ErrorCode.NotFound, await world.Policy(0, usual, unit: Team));
        Refused(ErrorCode.VersionStale, await world.Policy(1, usual));
        Refused(ErrorCode.Invalid, await world.Policy(0, []));
        Refused(ErrorCode.Invalid, await world.Policy(0, [From(1, ApproverRole.Approver)]));
        Refused(ErrorCode.Invalid, await world.Policy(0, [From(0, ApproverRole.Approver, PurchasePurpose.Canteen)]));
        Refused(ErrorCode.Invalid, await world.Policy(0, [From(0, ApproverRole.Approver), From(0, ApproverRole.Approver, PurchasePurpose.Canteen)]));
        Assert.Equal(["rules", "1", "from"], Refused(ErrorCode.Invalid, await world.Policy(0, [usual[0], From(0.001m, ApproverRole.BudgetKeeper)])).Path);
        Refused(ErrorCode.Invalid, await world.Policy(0, usual, splitDays: 0));
        Refused(ErrorCode.Invalid, await world.Policy(0, usual, splitDays: 61));
        Done(await world.Policy(0, usual));
        Refused(ErrorCode.VersionStale, await world.Policy(0, usual));
        Done(await world.Policy(1, usual));
        Assert.Equal(2, await world.Ask(db => db.Policies.CountAsync()));

        Refused(ErrorCode.NotFound, await world.ProcurementLimit(100, by: world.Buyer));
        Refused(ErrorCode.NotFound, await world.ProcurementLimit(100, unit: Team));
        Refused(ErrorCode.Invalid, await world.ProcurementLimit(0));
        Refused(ErrorCode.Invalid, await world.ProcurementLimit(100, from: new DateOnly(2026, 6, 9)));
        Done(await world.ProcurementLimit(100));
        Done(await world.ProcurementLimit(200));
        Assert.Equal(20_000, (await world.Ask(db => db.ProcurementLimits.SingleAsync())).LimitFen);
    }

    private static async Task<World> Ready(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        return world;
    }
}
