using Commerce.Assistance.Domain;
using Commerce.Assistance.Tests.Months;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.Flags;

public sealed class FlagTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_thing_is_found_once_however_often_and_by_however_many_it_is_looked_for_and_no_figure_moves(DatabaseProvider provider)
    {
        await using var world = await Split(provider);
        var rows = await world.Sequence();

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Search(world.Officer))));

        Assert.All(all, o => Assert.Null(o.Error));
        Assert.Single(await world.Seen(world.Auditor));
        Assert.Equal(rows, await world.Sequence());
        var list = await world.Page(world.Leader);
        Assert.Equal((1, "周主任"), (list.Counts[FlagKind.SplitOrders], list.Last!.ByName));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_program_looks_once_a_day_by_itself(DatabaseProvider provider)
    {
        await using var world = await Split(provider);
        await world.Months.SackOfRice();
        await world.Daily();
        await world.Daily();
        Assert.Equal((1, null), (await world.Page(world.Leader)).Last is { } first ? (first.Found, first.ByName) : default);
        world.Ledger.Clock.Advance(TimeSpan.FromDays(1));
        await world.Daily();

        Assert.Equal(0, (await world.Page(world.Leader)).Last!.Found);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_unit_explains_the_auditor_escalates_and_both_are_kept(DatabaseProvider provider)
    {
        await using var world = await Split(provider);
        var id = (await world.Found(FlagKind.SplitOrders)).Single().Id;
        Assert.Equal("说明疑点（1 条）", await world.Todo(world.Leader));
        Assert.Null(await world.Todo(world.OtherLeader));
        Assert.Null(await world.Todo(world.Auditor));
        (await world.Explain(world.Leader, id)).Done();
        Assert.Null(await world.Todo(world.Leader));
        Assert.Equal(FlagState.Explained, (await world.Seen(world.Leader)).Single().Flag.State);
        (await world.Escalate(world.Auditor, id)).Done();
        (await world.Explain(world.Leader, id, "补充：两份合同")).Done();

        var flag = (await world.Seen(world.Officer)).Single().Flag;
        Assert.Equal(FlagState.Escalated, flag.State);
        Assert.Equal([("李审批", false), ("冯审计", true), ("李审批", false)], flag.Answers.Select(a => (a.ByName, a.Escalates)));
        Assert.Equal("当天分两次送货，合同同一份", flag.Answers[0].Text);
    }

    [Fact]
    public async Task What_is_answered_wrongly_or_by_the_wrong_people_is_refused_and_changes_nothing()
    {
        await using var world = await Split(DatabaseProvider.Sqlite);
        Refused(PlatformErrors.Forbidden, await world.Search(world.Leader, World.Highways));
        Refused(PlatformErrors.NotFound, await world.Search(world.Leader, World.Transport));
        (await world.Search(world.Auditor, World.Transport)).Done();
        Assert.Empty(await world.Seen(world.Auditor));
        var id = (await world.Found(FlagKind.SplitOrders)).Single().Id;

        Refused(PlatformErrors.NotFound, await world.Explain(world.OtherLeader, id));
        Refused(PlatformErrors.Forbidden, await world.Explain(world.Auditor, id));
        Refused(PlatformErrors.Forbidden, await world.Escalate(world.Leader, id));
        Refused(PlatformErrors.NotFound, await world.Escalate(world.Auditor, Guid.NewGuid()));
        Refused(FlagErrors.TextNeeded, await world.Explain(world.Leader, id, " 没 "));
        Refused(FlagErrors.TextNeeded, await world.Escalate(world.Auditor, id, new string('查', 1001)));
        Assert.Empty((await world.Seen(world.Leader)).Single().Flag.Answers);
        Assert.Empty(await world.Seen(world.OtherLeader));
        (await world.Escalate(world.Auditor, id)).Done();
        Refused(FlagErrors.EscalatedAlready, await world.Escalate(world.Officer, id));
    }

    [Fact]
    public async Task What_was_found_in_sample_goods_is_shown_on_a_demonstration_only()
    {
        await using var world = await FlagWorld.Create(DatabaseProvider.Sqlite);
        await world.Ordered(World.On(2026, 6, 1), 6_000m, sample: true);
        await world.Ordered(World.On(2026, 6, 2), 6_000m, sample: true);
        Assert.Empty(await world.Found(FlagKind.SplitOrders));
        world.Months.Demonstration = new(true);

        Assert.Single(await world.Seen(world.Auditor));
    }

    [Theory]
    [InlineData("FlagsLookBackDays")]
    [InlineData("SplitLimit")]
    [InlineData("SplitWithinDays")]
    [InlineData("TypedFrom")]
    [InlineData("LateDays")]
    [InlineData("LateShare")]
    [InlineData("PriceWithinDays")]
    [InlineData("PriceAtLeast")]
    [InlineData("PriceMargin")]
    public void A_threshold_that_makes_no_sense_stops_the_start_by_name(string name)
    {
        var options = new AssistanceOptions();
        options.Check();
        var setting = typeof(AssistanceOptions).GetProperty(name)!;
        setting.SetValue(options, setting.PropertyType == typeof(int) ? (object)0 : 0m);

        Assert.Contains($"Commerce:Assistance:{name}", Assert.Throws<WrongSettingException>(options.Check).Message, StringComparison.Ordinal);
    }

    private static async Task<FlagWorld> Split(DatabaseProvider provider)
    {
        var world = await FlagWorld.Create(provider);
        await world.Ordered(World.On(2026, 6, 1), 6_000m);
        await world.Ordered(World.On(2026, 6, 2), 6_000m);
        return world;
    }

    private static void Refused(Error expected, Outcome outcome) => Assert.Equal(expected.English, outcome.Error?.English);
}
