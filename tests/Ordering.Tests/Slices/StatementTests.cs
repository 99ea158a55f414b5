using Commerce.Ordering.Domain;
using Commerce.Ordering.Statements;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Ordering.Tests.Slices.Settling;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class StatementTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_month_that_is_over_has_one_statement_of_exactly_what_was_accepted_and_went_back(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer(o => o with { Price = 3.3333m, Step = 0.001m, Minimum = 0.001m });
        var (_, delivery, acceptance, line) = await world.Accepted(rice, 10, MeasureUnit.Jin, 9.999m, MeasureUnit.Jin);
        var corrected = Done(await world.Weigh(delivery, [Net(line, 9.9m)], acceptance));
        Done(await world.Sign(corrected));
        Done(await world.Return(corrected, line, 3.333m));

        await world.DrawNow();
        Assert.Empty(await world.Statements());
        await world.Draw();
        await world.DrawNow();

        var statement = Assert.Single(await world.Statements());
        Assert.Equal([StatementLineKind.Accepted, StatementLineKind.Corrected, StatementLineKind.Returned], statement.Lines.Select(l => l.Kind));
        Assert.Equal([33.33m, -0.33m, -11.11m], statement.Lines.Select(l => l.AmountFen / 100m));
        Assert.Equal([9.999m, -0.099m, -3.333m], statement.Lines.Select(l => l.Quantity.Value));
        Assert.Equal((2189, new Month(202606), "ST-2026-000001"), (statement.AmountFen, statement.Month, statement.Number));
        Assert.Equal(await world.Ask(db => Task.FromResult(db.AcceptedTotals.Sum(t => t.AmountFen))), statement.AmountFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_goes_back_later_stands_in_the_later_month_and_may_leave_it_below_zero(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (_, _, acceptance, line) = await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
        await world.Draw();

        Done(await world.Return(acceptance, line, 4));
        await world.Draw();

        var statements = await world.Statements();
        Assert.Equal([(202606, 5600L), (202607, -2240L)], statements.Select(s => (s.Month.Number, s.AmountFen)));
        Assert.Equal(statements[0].Lines[0].Paper, (await world.Ask(db => Task.FromResult(db.Acceptances.Single(a => a.Id == acceptance).Number))));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_employees_buy_for_themselves_is_no_debt_of_the_unit(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer(o => o with { BuyerGroup = "STAFF_WELFARE" });
        var order = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], purpose: PurchasePurpose.Personal));
        Done(await world.Decide(order));
        Done(await world.Confirm(order));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 10)]))));

        await world.Draw();

        Assert.Empty(await world.Statements());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Both_sides_confirm_the_work_team_on_behalf_of_the_village(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        Refused(ErrorCode.VersionStale, await world.ConfirmStatement(Seller, version: 7));
        Done(await world.ConfirmStatement(Seller));
        Refused(ErrorCode.StateNotAllowed, await world.ConfirmStatement(Seller));
        Assert.Equal(StatementState.Open, (await world.Statement()).State);
        Done(await world.ConfirmStatement(Leader));

        var statement = await world.Statement();
        Assert.Equal((StatementState.Agreed, "驻村队员", "包保帮扶工作队", "单位负责人"), (statement.State, statement.SupplierByName, statement.OnBehalf, statement.UnitByName));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task One_person_is_never_both_sides_and_others_do_not_see_it(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);
        var both = new Platform.People.Actor(Guid.NewGuid(), "一人", [Team], new Dictionary<string, IReadOnlyCollection<Guid>> { ["statement.confirm"] = [Unit, Team], ["order.read"] = [Unit, Team] });
        Done(await world.ConfirmStatement(both));
        var moved = new Platform.People.Actor(both.Id, "一人", [Unit], new Dictionary<string, IReadOnlyCollection<Guid>> { ["statement.confirm"] = [Unit], ["order.read"] = [Unit] });

        Assert.Equal("一人", (await world.Statement()).SupplierByName);
        Refused(ErrorCode.SamePerson, await world.ConfirmStatement(moved));
        Refused(ErrorCode.NotFound, await world.ConfirmStatement(Stranger));
        Refused(ErrorCode.Forbidden, await world.ConfirmStatement(Register));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_difference_holds_its_line_until_the_other_side_answers(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        Refused(ErrorCode.Invalid, await world.Raise(Leader, 56.01m));
        Refused(ErrorCode.Invalid, await world.Raise(Leader, reason: " "));
        Done(await world.Raise(Leader, 5.60m));
        Refused(ErrorCode.StateNotAllowed, await world.Raise(Leader));
        Refused(ErrorCode.StateNotAllowed, await world.ConfirmStatement(Seller));
        var disputed = await world.Statement();
        var item = Assert.Single(Payables.Of(disputed));
        Assert.Equal((StatementState.Disputed, 560L, 5040L, 560L), (disputed.State, disputed.DisputedFen, item.OwedFen, item.HeldFen));

        Refused(ErrorCode.StateNotAllowed, await world.Answer(Leader));
        Refused(ErrorCode.Invalid, await world.Answer(Seller, " "));
        Done(await world.Answer(Seller));
        Refused(ErrorCode.StateNotAllowed, await world.Answer(Seller));

        var answered = await world.Statement();
        Assert.Equal((StatementState.Open, 0L, 5600L), (answered.State, answered.DisputedFen, Assert.Single(Payables.Of(answered)).OwedFen));
        Done(await world.ConfirmStatement(Leader));
        Refused(ErrorCode.StateNotAllowed, await world.Raise(Leader));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_the_supplier_disputes_holds_nothing_back(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        Done(await world.Raise(Seller, 5m));

        Assert.Equal((StatementState.Disputed, 0L), ((await world.Statement()).State, (await world.Statement()).DisputedFen));
    }

    [SkippableFact]
    public async Task A_statement_that_another_host_draws_between_two_reads_is_drawn_once()
    {
        await using var world = await World.Create(DatabaseProvider.PostgreSql);
        Done(await world.Budget(10_000m));
        await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
        world.Clock.SetUtcNow(new DateOnly(2026, 7, 1).StartInChina().AddMinutes(5));
        var other = new AfterFirstRead("acceptance", world.DrawNow);
        var program = Actor.OfProgram(Capability.StatementConfirm, Unit);

        await using var db = world.Open(other);
        var late = await new DrawStatement.Handler(db, new Once(program, world.Clock, new OutboxBell()), world.Clock).Handle(new(world.Key(), Team, Unit, Month.Of(2026, 6)), default);

        Assert.True(other.Acted);
        Assert.Equal((await world.Statement()).Id, Done(late));
        Assert.Equal((5600L, 1), ((await world.Statement()).AmountFen, (await world.Statement()).Lines.Count));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_hosts_that_draw_at_once_make_one_statement(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
        world.Clock.SetUtcNow(new DateOnly(2026, 7, 1).StartInChina().AddMinutes(5));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(world.DrawNow)));

        Assert.Equal((5600L, 1), ((await world.Statement()).AmountFen, (await world.Statement()).Lines.Count));
        Assert.Single(await world.Statements());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_side_that_confirms_twice_at_once_confirms_once(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.ConfirmStatement(Leader))));

        Assert.Single(both, o => o.Error is null);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_days_to_pay_run_from_acceptance_or_by_contract_from_delivery(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        Refused(ErrorCode.Invalid, await world.Term(61, TermStart.Delivery));
        Refused(ErrorCode.Invalid, await world.Term(30, TermStart.Delivery, contract: " "));
        Refused(ErrorCode.NotFound, await world.Term(30, TermStart.Delivery, Stranger));
        Assert.Equal(new DateOnly(2026, 7, 12), await DueOf(world, rice));

        Done(await world.Term(60, TermStart.Acceptance));
        Assert.Equal(new DateOnly(2026, 8, 13), await DueOf(world, rice));
        Done(await world.Term(15, TermStart.Delivery));

        // Two days passed between the scales and the second signature: they are the unit's own.
        Assert.Equal(new DateOnly(2026, 6, 29), await DueOf(world, rice));
    }

    private static async Task<DateOnly> DueOf(World world, Guid offer)
    {
        var order = await world.Confirmed((offer, 10, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var acceptance = Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 10)]));
        world.Clock.Advance(TimeSpan.FromDays(2));
        Done(await world.Sign(acceptance));
        return await world.Ask(db => Task.FromResult(db.Acceptances.Single(a => a.Id == acceptance).DueOn!.Value));
    }

    private static async Task<World> Drawn(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
        await world.Draw();
        return world;
    }
}
