using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Waiting;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class DelegationTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_substitute_decides_from_the_first_to_the_last_day_and_the_paper_says_for_whom(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var deputy = await Known(world, Someone("副处长", Unit));
        var rice = await world.Offer();
        Done(await world.Delegate(deputy, ApproverRole.Approver, "李审批", Today.AddDays(3), from: Today.AddDays(1)));
        var order = Done(await world.Order([(rice, 1, MeasureUnit.Jin)]));
        var later = Done(await world.Order([(rice, 2, MeasureUnit.Jin)]));

        Refused(ErrorCode.Forbidden, await world.Decide(order, by: deputy));
        Assert.Empty(await world.Waiting(deputy));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([WaitsFor.Decision, WaitsFor.Decision], (await world.Waiting(deputy)).Select(w => w.For));
        Done(await world.Decide(order, by: deputy));
        Assert.Equal(("副处长", "李审批"), await world.Ask(async db => await db.Approvals.Select(a => new ValueTuple<string, string>(a.ByName, a.OnBehalfOf!)).SingleAsync()));

        // The last day is over at midnight in China: 16:00 UTC.
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 12, 15, 59, 59, TimeSpan.Zero));
        Assert.Single(await world.Waiting(deputy));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Refused(ErrorCode.Forbidden, await world.Decide(later, by: deputy));
        Assert.Empty(await world.Waiting(deputy));
        Done(await world.Decide(later));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_substitute_stands_in_for_one_level_of_one_unit_never_for_the_own_order_and_not_after_it_was_ended(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var deputy = await Known(world, new Actor(Guid.NewGuid(), "副处长", [Unit], new[] { Capability.OrderRead, Capability.OrderRequest }
            .ToDictionary(c => c, _ => (IReadOnlyCollection<Guid>)[Unit])));
        var rice = await world.Offer();
        Done(await world.Policy(0, [From(0, ApproverRole.Approver), From(500, ApproverRole.BudgetKeeper)]));
        Done(await world.Delegate(deputy, ApproverRole.Approver, "李审批", Today.AddDays(3)));
        var own = Done(await world.Order([(rice, 1, MeasureUnit.Jin)], by: deputy));
        var large = Done(await world.Order([(rice, 100, MeasureUnit.Jin)]));

        Refused(ErrorCode.ApproverConflict, await world.Decide(own, by: deputy));
        Done(await world.Decide(large, by: deputy));
        Refused(ErrorCode.Forbidden, await world.Decide(large, by: deputy));
        var id = await world.Ask(db => db.Delegations.Select(d => d.Id).SingleAsync());
        Refused(ErrorCode.NotFound, await world.EndDelegation(id, by: world.Approver));
        Done(await world.EndDelegation(id));
        Refused(ErrorCode.StateNotAllowed, await world.EndDelegation(id));
        Refused(ErrorCode.Forbidden, await world.Decide(Done(await world.Order([(rice, 3, MeasureUnit.Jin)])), by: deputy));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_known_people_of_ones_own_units_are_named_with_a_reason_and_days_that_lie_ahead(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var deputy = await Known(world, Someone("副处长", Unit));
        var stranger = await Known(world, Someone("外人", Team));
        var gone = await Known(world, Someone("离职的人", Unit), disabled: true);

        Refused(ErrorCode.NotFound, await world.Delegate(Someone("没有账号", Unit), ApproverRole.Approver, "李审批", Today.AddDays(1)));
        Refused(ErrorCode.NotFound, await world.Delegate(stranger, ApproverRole.Approver, "李审批", Today.AddDays(1)));
        Refused(ErrorCode.NotFound, await world.Delegate(gone, ApproverRole.Approver, "李审批", Today.AddDays(1)));
        Refused(ErrorCode.NotFound, await world.Delegate(deputy, ApproverRole.Approver, "李审批", Today.AddDays(1), unit: Team));
        Refused(ErrorCode.NotFound, await world.Delegate(deputy, ApproverRole.Approver, "李审批", Today.AddDays(1), by: world.Approver));
        Refused(ErrorCode.Invalid, await world.Delegate(deputy, ApproverRole.Approver, " ", Today.AddDays(1)));
        Refused(ErrorCode.Invalid, await world.Delegate(deputy, ApproverRole.Approver, "李审批", Today));
        Refused(ErrorCode.Invalid, await world.Delegate(deputy, ApproverRole.Approver, "李审批", Today.AddDays(1), from: Today.AddDays(-1)));
        Refused(ErrorCode.Invalid, await world.Delegate(deputy, ApproverRole.Approver, "李审批", Today.AddDays(1_101)));
        Assert.Equal(0, await world.Ask(db => db.Delegations.CountAsync()));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_contractor_buys_for_the_canteen_of_a_unit_that_named_them_while_it_does_and_for_no_other(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        Done(await world.Budget(10_000m, unit: Other));
        Done(await world.Budget(10_000m, FundingSource.Union));
        var contractor = await Known(world, new Actor(Guid.NewGuid(), "钱经理", [Unit], new[] { Capability.OrderRead, Capability.OrderRequest }
            .ToDictionary(c => c, _ => (IReadOnlyCollection<Guid>)[Unit, Other])));
        var rice = await world.Offer();
        (Guid, decimal, MeasureUnit)[] lines = [(rice, 10, MeasureUnit.Jin)];
        Done(await world.Delegate(contractor, null, "长春某餐饮公司", Today.AddDays(2)));

        var order = Done(await world.Order(lines, by: contractor));
        Assert.Equal(("长春某餐饮公司", Unit, Unit), ((await world.Read(order)).Contractor, (await world.Read(order)).UnitId, (await world.Read(order)).CountsForUnitId));
        Refused(ErrorCode.Forbidden, await world.Order(lines, by: contractor, unit: Other));
        Assert.Equal("purpose", Assert.Single(Refused(ErrorCode.Invalid, await world.Order(lines, by: contractor, purpose: PurchasePurpose.StaffWelfare)).Path!));
        var draft = Done(await world.Order(lines, by: contractor, submit: false));

        world.Clock.Advance(TimeSpan.FromDays(2));
        Refused(ErrorCode.Forbidden, await world.Submit(draft, by: contractor));
        Refused(ErrorCode.Forbidden, await world.Order(lines, by: contractor));
        // The unit's own people go on as before.
        Assert.Null((await world.Read(Done(await world.Order(lines)))).Contractor);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_employees_own_purchase_counts_once_for_the_unit_of_that_moment_and_needs_no_budget(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var gifts = await world.Offer(o => o with { BuyerGroup = "STAFF_WELFARE" });
        (Guid, decimal, MeasureUnit)[] lines = [(gifts, 10, MeasureUnit.Jin)];
        var employee = new Actor(Guid.NewGuid(), "职工", [Unit, Department], new[] { Capability.OrderRead, Capability.OrderRequest }
            .ToDictionary(c => c, _ => (IReadOnlyCollection<Guid>)[Unit, Other]));

        Refused(ErrorCode.Invalid, await world.Order(lines, by: employee, purpose: PurchasePurpose.Personal, unit: Other));
        Refused(ErrorCode.Invalid, await world.Order(lines, by: employee, purpose: PurchasePurpose.Personal, countsFor: Other));
        var order = Done(await world.Order(lines, by: employee, purpose: PurchasePurpose.Personal));
        // The employee moves to the other unit; the order stays where it was, the next one is the other unit's.
        var moved = new Actor(employee.Id, employee.Name, [Other, Department], new[] { Capability.OrderRead, Capability.OrderRequest }
            .ToDictionary(c => c, _ => (IReadOnlyCollection<Guid>)[Unit, Other]));
        Refused(ErrorCode.Invalid, await world.Order(lines, by: moved, purpose: PurchasePurpose.Personal));
        Assert.Equal(Other, (await world.Read(Done(await world.Order(lines, by: moved, purpose: PurchasePurpose.Personal, unit: Other)))).CountsForUnitId);

        await Deliver(world, order);
        var fact = Assert.Single(await world.Events<GoodsAccepted>());
        Assert.Equal((Unit, "PERSONAL"), (fact.CountsForUnitId, fact.Purpose));
        Assert.Equal(0, await world.Ask(db => db.Budgets.CountAsync()));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_to_be_sold_on_are_ordered_by_a_company_alone_and_are_stated_as_such(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await world.Offer();
        (Guid, decimal, MeasureUnit)[] lines = [(rice, 10, MeasureUnit.Jin)];
        Refused(ErrorCode.Invalid, await world.Order(lines, purpose: PurchasePurpose.OutletTrade));
        await world.Learn(new UnitRecorded(Unit, 2, "吉高集团", "GROUP_COMPANY", Department, true));
        Refused(ErrorCode.Invalid, await world.Order(lines, purpose: PurchasePurpose.OutletTrade, countsFor: Other));
        Refused(ErrorCode.UseNotPermitted, await world.Order([(await world.Offer(o => o with { PermittedUses = ["CANTEEN"] }), 10, MeasureUnit.Jin)], purpose: PurchasePurpose.OutletTrade));

        var order = Done(await world.Order(lines, purpose: PurchasePurpose.OutletTrade));
        await Deliver(world, order);

        Assert.Equal("OUTLET_TRADE", Assert.Single(await world.Events<GoodsAccepted>()).Purpose);
        Assert.Equal((10_000m, 0m, 0m, 10_000m), await world.BudgetNow());
    }

    private static async Task Deliver(World world, Guid order)
    {
        Done(await world.Decide(order));
        Done(await world.Confirm(order));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 10)]))));
    }

    private static async Task<Actor> Known(World world, Actor person, bool disabled = false)
    {
        await world.Learn(new PersonRecorded(person.Id, 1, person.Name, person.UnitIds[0], disabled));
        return person;
    }

    private static async Task<World> Ready(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        return world;
    }
}
