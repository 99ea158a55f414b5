using Commerce.Assistance.Commitments;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Rules;
using Commerce.Assistance.Tests.Months;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Rules;

/// <summary>计数口径: which purchases count to which figure is agreed on by two people, from a month on; what is closed keeps its rule.</summary>
public sealed class CountingRuleTests
{
    private static readonly Month August = Month.Of(2026, 8);

    private static readonly Actor Office = World.Person("周主任", [Capability.AssistanceRead, Capability.AssistanceManage], MonthWorld.Department, World.Highways, World.Transport);

    private static readonly Actor Second = World.Person("郑督查", [Capability.AssistanceRead, Capability.AssistanceCountersign], MonthWorld.Department, World.Highways, World.Transport);

    private static readonly Actor Unit = World.Person("公路局", [Capability.AssistanceRead, Capability.AssistanceManage], World.Highways);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task From_its_month_on_the_table_counts_by_the_new_rule_and_says_so(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        await Bought(world, "PERSONAL", 6);
        await Bought(world, "PERSONAL", 7);
        var withoutPersonal = Input("july") with { FromMonth = MonthWorld.July, Purposes = [PurchasePurpose.Canteen, PurchasePurpose.StaffWelfare] };
        var id = (await Propose(world, Office, withoutPersonal)).Id!.Value;

        Assert.Equal(544.32m, (await TableOf(world, MonthWorld.July)).Personal.Amount); // proposed is not agreed
        Assert.Null((await Decide(world, Second, id)).Error);

        Assert.Equal(544.32m, (await TableOf(world, MonthWorld.June)).Personal.Amount);
        await using var db = world.Ledger.Open();
        Assert.Equal(0, (await db.LinesOf(MonthWorld.July, null, world.Demonstration, default)).Sum(l => l.Total).Amount);
        Assert.Equal(
            "口径（第2版，2026年7月起）：食堂、职工福利；两村的货算直接购买、832平台、线下采购、转售，其他地方的货算直接购买、832平台、线下采购、转售；按验收计，含税，扣除退货，不含跨年调整；依据：机关党委〔2026〕3号。",
            RuleWords.Say((await db.Rules(default)).In(CountedFigure.MonthTable, 202607), true));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_guide_figure_counts_by_order_or_by_payment_when_two_people_say_so(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var trade = await world.SackOfRiceIn(2026, 7);
        await world.Ledger.DeliverAll([Ordered(trade, 560m), Paid(trade, 300m)]);
        Assert.Equal(544.32m, await Achieved(world));

        await Agreed(world, Input("ordered") with { Figure = CountedFigure.OwnGuide, OtherChannels = [], FromMonth = MonthWorld.July, Basis = CountingBasis.Ordered });
        Assert.Equal(560m, await Achieved(world));
        await Agreed(world, Input("paid") with { Figure = CountedFigure.OwnGuide, OtherChannels = [], FromMonth = MonthWorld.July, Basis = CountingBasis.Paid, ExpectedVersion = 2 });
        Assert.Equal(300m, await Achieved(world));

        // What a person typed has one date alone: it counts on any basis.
        await world.Ledger.Deliver(Tests.Ledger.AdjustLedgerTests.Offered(World.Rice, World.Mingdong));
        (await world.With(db => new AdjustLedger.Handler(db, world.Ledger.Once(world.Officer), world.Officer, world.Ledger.Clock).Handle(
            new("typed", 2026, World.Highways, World.Mingdong, World.Rice, MonthWorld.July, new(40m, "CNY"), "系统上线前的采购"), default))).Done();
        Assert.Equal(340m, await Achieved(world));
        await using var today = world.Ledger.Open();
        Assert.Equal(340_00, (await today.OwnPurchases(2026, [World.Highways], World.Shown, default, new(2026, 8, 1))).Sum(p => p.Fen));

        // On the day before the rules were agreed to, the first one was known.
        await using var db = world.Ledger.Open();
        Assert.Empty(await db.OwnPurchases(2026, [World.Highways], World.Shown, default, until: MonthWorld.June));
        Assert.Empty(await db.OwnPurchases(2026, [World.Highways], World.Shown, default, new(2026, 7, 31)));
        var book = await db.Rules(default);
        Assert.Equal((3, 1), (book.In(CountedFigure.OwnGuide, 202607).Number, book.AsKnownOn(new(2026, 7, 31)).In(CountedFigure.OwnGuide, 202607).Number));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task By_payment_a_guide_figure_is_reached_by_paying(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        await Agreed(world, Input("paid") with { Figure = CountedFigure.OwnGuide, FromMonth = MonthWorld.July, Basis = CountingBasis.Paid, OtherChannels = [] });
        await using (var db = world.Ledger.Open())
        {
            var office = World.Officer(World.Highways);
            (await new SetCommitment.Handler(db, world.Ledger.Once(office), office, world.Ledger.Clock).Handle(
                new("guide", 2026, World.Highways, CommitmentScope.OwnGuide, CommitmentBasis.FixedAmount, new(300m, "CNY"), null), default)).Done();
        }

        var trade = await world.SackOfRiceIn(2026, 7);
        Assert.Null(await ReachedAt(world));
        await world.Ledger.DeliverAll([Paid(trade, 300m)]);
        Assert.NotNull(await ReachedAt(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_people_decide_and_a_signed_or_closed_month_keeps_its_rule(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        await world.SackOfRiceIn(2026, 6);
        await world.Close(MonthWorld.June);
        var fresh = Input("first") with { Purposes = [PurchasePurpose.Canteen] };
        Refused(RuleErrors.MonthFixed(MonthWorld.June), await Propose(world, Office, fresh with { FromMonth = MonthWorld.June }));

        var id = (await Propose(world, Office, fresh with { IdempotencyKey = "july", FromMonth = MonthWorld.July })).Id!.Value;
        Refused(RuleErrors.SamePerson, await Decide(world, Office, id));
        Refused(RuleErrors.WhyRefuse, await Decide(world, Second, id, false, "不"));
        (await world.Sign(world.Officer, MonthWorld.July, 0)).Done();
        Refused(RuleErrors.MonthFixed(MonthWorld.July), await Decide(world, Second, id));
        Assert.Null((await Decide(world, Office, id, false, "等七月结完账再改")).Error); // taken back by whoever proposed it
        Refused(RuleErrors.NotWaiting, await Decide(world, Second, id, true, version: 2));

        await Agreed(world, fresh with { IdempotencyKey = "august", FromMonth = August, ExpectedVersion = 2 });
        Refused(RuleErrors.BeforeLast(August), await Propose(world, Office, fresh with { IdempotencyKey = "earlier", FromMonth = MonthWorld.July, ExpectedVersion = 3, Purposes = [PurchasePurpose.Personal] }, unsigned: true));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_can_be_no_rule_is_refused_and_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var good = Input("k") with { Purposes = [PurchasePurpose.Canteen] };
        var tries = new (Error Why, ProposeRule.Input Input)[]
        {
            (RuleErrors.NoPurpose, good with { Purposes = [] }),
            (RuleErrors.NotOwn, good with { Purposes = [PurchasePurpose.Canteen, PurchasePurpose.OutletTrade] }),
            (RuleErrors.NoChannel, good with { VillageChannels = [], OtherChannels = [] }),
            (RuleErrors.NoPurchase, good with { VillageChannels = [Channel.HelpSell] }),
            (RuleErrors.Only832, good with { Figure = CountedFigure.ReservedShare }),
            (RuleErrors.VillagesAlone, good with { Figure = CountedFigure.Measure47 }),
            (RuleErrors.AcceptedAlone, good with { Basis = CountingBasis.Paid }),
            (RuleErrors.GroundLength, good with { Ground = " 会 " }),
            (RuleErrors.TooFarAhead(Month.Of(2027, 12)), good with { FromMonth = Month.Of(2028, 1) }),
            (RuleErrors.Seen(1), good with { ExpectedVersion = 2 }),
            (RuleErrors.SameAsNow, good with { Purposes = FigureRule.OwnPurposes }),
        };
        foreach (var (why, input) in tries)
        {
            Refused(why, await Propose(world, Office, input with { IdempotencyKey = why.English }));
        }

        Assert.Equal(ErrorCode.Forbidden, (await Propose(world, Unit, good)).Error?.Code);
        (await Propose(world, Office, good with { IdempotencyKey = "good" })).Done();
        Refused(RuleErrors.OneWaits, await Propose(world, Office, good with { IdempotencyKey = "second", ExpectedVersion = 2 }));
        await using var db = world.Ledger.Open();
        var kept = await db.FigureRules.SingleAsync();
        Assert.Equal((2, RuleState.Proposed), (kept.Number, kept.State));
        Assert.Equal(ErrorCode.Forbidden, (await Decide(world, Unit, kept.Id)).Error?.Code);
        Assert.Equal(ErrorCode.VersionStale, (await Decide(world, Second, kept.Id, version: 7)).Error?.Code);
        Assert.Equal(ErrorCode.NotFound, (await Decide(world, Second, Guid.NewGuid())).Error?.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_only_proposed_is_seen_by_those_who_decide_and_waits_in_the_inbox_of_the_second(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        await Propose(world, Office, Input("one") with { Purposes = [PurchasePurpose.Canteen] });
        await using var db = world.Ledger.Open();

        Assert.Equal((5, 5, 4), (await Versions(Office), await Versions(Second), await Versions(Unit)));
        Assert.Equal("定计数口径（月报，第 2 版）", Assert.Single(await new RuleTodo(db, Second).Read(default)).Chinese);
        Assert.Empty(await new RuleTodo(db, Office).Read(default));

        async Task<int> Versions(Actor actor) => (await new ReadRules(db, actor, world.Ledger.Clock).Versions(default)).Count;
    }

    [Fact]
    public void Each_version_holds_until_the_next_and_one_that_begins_in_the_same_month_takes_its_place()
    {
        var book = new RuleBook([Version(2, 202603), Version(3, 202607), Version(4, 202607)]);

        Assert.Equal([(202601, 202602, 1), (202603, 202606, 2), (202607, 202612, 4)], book.Of(CountedFigure.MonthTable, 202601, 202612).Select(p => (p.From, p.To, p.Rule.Number)));
        Assert.Equal([(202605, 202606, 2)], book.Of(CountedFigure.MonthTable, 202605, 202606).Select(p => (p.From, p.To, p.Rule.Number)));
        Assert.Equal([(202601, 202612, 1)], book.Of(CountedFigure.OwnGuide, 202601, 202612).Select(p => (p.From, p.To, p.Rule.Number)));

        static FigureRule Version(int number, int from)
        {
            var rule = new FigureRule
            {
                Id = Guid.NewGuid(),
                Figure = CountedFigure.MonthTable,
                Number = number,
                FromMonthNumber = from,
                PurposesSpelled = "CANTEEN",
                VillageChannelsSpelled = "DIRECT",
                OtherChannelsSpelled = "",
                Basis = CountingBasis.Accepted,
                Ground = "会议纪要",
                ById = Guid.NewGuid(),
                ByName = "甲",
                At = World.On(2026, 1, 1),
            };
            Assert.Null(rule.Agree(Guid.NewGuid(), "乙", World.On(2026, 1, 2)).Error);
            return rule;
        }
    }

    private static async Task<MonthWorld> Ready(DatabaseProvider provider)
    {
        var world = await MonthWorld.Create(provider);
        world.Demonstration = World.Shown;
        return world;
    }

    private static ProposeRule.Input Input(string key) => new(
        key, CountedFigure.MonthTable, MonthWorld.July, FigureRule.OwnPurposes, FigureRule.Buying, FigureRule.Buying,
        CountingBasis.Accepted, "机关党委〔2026〕3号", 1);

    private static Task<Outcome> Propose(MonthWorld world, Actor actor, ProposeRule.Input input, bool unsigned = false) => world.With(async db =>
    {
        if (unsigned)
        {
            await db.Months.ExecuteDeleteAsync();
        }

        return await new ProposeRule.Handler(db, world.Ledger.Once(actor), actor, world.Ledger.Clock).Handle(input, default);
    });

    private static Task<Outcome> Decide(MonthWorld world, Actor actor, Guid id, bool agree = true, string? reason = null, int version = 1) => world.With(db =>
        new DecideRule.Handler(db, world.Ledger.Once(actor), actor, world.Ledger.Clock).Handle(new(Guid.NewGuid().ToString(), id, version, agree, reason), default));

    private static async Task Agreed(MonthWorld world, ProposeRule.Input input)
    {
        var proposed = await Propose(world, Office, input);
        proposed.Done();
        (await Decide(world, Second, proposed.Id!.Value)).Done();
    }

    private static void Refused(Error why, Outcome outcome) => Assert.Equal((why.Code, why.English), (outcome.Error?.Code, outcome.Error?.English));

    private static async Task Bought(MonthWorld world, string purpose, int month)
    {
        var trade = new Trade(World.Highways, World.Mingdong) { Purpose = purpose };
        await world.Ledger.DeliverAll([trade.Confirmed(), trade.Accepted(48.6m, World.On(2026, month, 20))]);
    }

    private static Task<MonthLine> TableOf(MonthWorld world, Month month) =>
        world.With(async db => (await db.LinesOf(month, [World.Highways], world.Demonstration, default)).Single());

    private static Task<decimal> Achieved(MonthWorld world) => world.With(async db => (await db.Achieved(2026, [World.Highways], World.Shown, default))[World.Highways].Amount);

    private static Task<DateTimeOffset?> ReachedAt(MonthWorld world) => world.With(db => db.Commitments.Select(c => c.ReachedAt).SingleAsync());

    private static OrderedAmountsStated Ordered(Trade trade, decimal yuan) => new(
        trade.OrderId, "PO-2026-000001", 1, World.Highways, "CANTEEN", World.On(2026, 7, 1), "2026-07", [new(trade.LineId, World.Rice, World.Producer, World.Mingdong, World.Outlet, yuan, false)]);

    private static PaymentShared Paid(Trade trade, decimal yuan) => Flows.FlowTests.Paid(trade, yuan, new DateOnly(2026, 7, 28));
}
