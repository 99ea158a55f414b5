using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.Rounds.Links;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Rounds;

public sealed class RoundLinkTests
{
    private static readonly Guid Helong = World.Id("和龙市交通运输局");
    private static readonly Guid Antu = World.Id("安图县交通运输局");
    private static readonly DateOnly Until = new(2026, 6, 25);
    private static readonly LinkTokens Tokens = new(new EphemeralDataProtectionProvider());

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task By_its_link_a_body_answers_its_one_round_is_sent_back_and_answers_again(DatabaseProvider provider)
    {
        await using var world = await WithBodies(provider);
        var round = await world.Opened(5, i => i with { OutsideUnitIds = [Helong, Antu] });
        var (_, token) = await Issue(world, round, Helong);
        var bearer = await Bearer(world, token);
        Assert.Null(await world.See(bearer!, await world.Opened(5)));
        var paper = await world.Upload(bearer!, "月报.txt");

        var first = await world.Answer(bearer!, round, Helong, "路基完成", files: [paper]);
        await world.Answer(RoundWorld.Reporter, round, World.Highways, "公路局的情况");
        var seen = await world.See(bearer!, round);
        await world.Return(World.Supervisor, first.Id!.Value, "请写里程");
        var second = await world.Answer(bearer!, round, Helong, "路基完成 12 公里", files: [paper]);
        Assert.Null((await world.Accept(World.Supervisor, second.Id!.Value)).Error);

        Assert.Equal([("和龙市交通运输局", "路基完成")], seen!.Units.Select(u => (u.Name, u.Latest!.Narrative)));
        Assert.Equal(ErrorCode.NotFound, (await world.Answer(bearer!, round, Antu)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Answer(bearer!, round, World.Highways)).Error!.Code);
        Assert.Equal(["公路局", "和龙市交通运输局", "安图县交通运输局"], (await world.See(World.Supervisor, round))!.Units.Select(u => u.Name));
        Assert.Equal("和龙市交通运输局（链接）", (await world.See(World.Supervisor, round))!.Units[1].Latest!.AnsweredBy);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_link_that_ran_out_was_withdrawn_replaced_or_never_made_opens_nothing(DatabaseProvider provider)
    {
        await using var world = await WithBodies(provider);
        var round = await world.Opened(5, i => i with { OutsideUnitIds = [Helong, Antu] });
        var (link, token) = await Issue(world, round, Helong);
        Assert.NotNull(await Bearer(world, token));

        Assert.Null(await Bearer(world, token[..^3] + (token.EndsWith("AAA", StringComparison.Ordinal) ? "BBB" : "AAA")));
        Assert.Null(await Bearer(world, "x"));
        Assert.Null(await Bearer(world, new('A', 2000)));
        Assert.Null(await Bearer(world, Tokens.New(link)));
        Assert.Null(await Bearer(world, new LinkTokens(new EphemeralDataProtectionProvider()).New(link)));

        world.Clock.SetUtcNow(new(2026, 6, 25, 15, 59, 0, TimeSpan.Zero));
        Assert.NotNull(await Bearer(world, token));
        world.Clock.SetUtcNow(new(2026, 6, 25, 16, 0, 0, TimeSpan.Zero));
        Assert.Null(await Bearer(world, token));

        var (second, newer) = await Issue(world, round, Helong, new(2026, 7, 10));
        var (_, newest) = await Issue(world, round, Helong, new(2026, 7, 10));
        Assert.Null(await Bearer(world, newer));
        Assert.NotNull(await Bearer(world, newest));
        Assert.Equal(RoundErrors.LinkWithdrawn, (await Withdraw(world, World.Supervisor, second)).Error);
        var (antu, other) = await Issue(world, round, Antu, new(2026, 7, 10));
        Assert.Null((await Withdraw(world, World.Supervisor, antu)).Error);
        Assert.Null(await Bearer(world, other));
        Assert.NotNull(await Bearer(world, newest));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Once_a_round_is_taken_back_its_links_open_nothing_and_no_new_ones_are_made(DatabaseProvider provider)
    {
        await using var world = await WithBodies(provider);
        var round = await world.Opened(5, i => i with { OutsideUnitIds = [Helong] });
        var (_, token) = await Issue(world, round, Helong);

        await world.Withdraw(World.Supervisor, round);

        Assert.Null(await Bearer(world, token));
        Assert.Equal(RoundErrors.NotOpen, (await Make(world, World.Supervisor, round, Helong, Until)).Outcome.Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_link_is_refused_and_only_who_supervises_the_round_makes_one(DatabaseProvider provider)
    {
        await using var world = await WithBodies(provider);
        var (round, three) = (await world.Opened(5, i => i with { OutsideUnitIds = [Helong] }), await world.Opened(3));
        async Task<Error?> Try(Guid unit, DateOnly? until = null, Actor? who = null, Guid? of = null) => (await Make(world, who ?? World.Supervisor, of ?? round, unit, until ?? Until)).Outcome.Error;

        Assert.Equal(RoundErrors.HasAccounts, await Try(World.Highways));
        Assert.Equal(RoundErrors.NotOutside, await Try(World.Transport), ErrorText.Same);
        Assert.Equal(RoundErrors.NotOutside, await Try(Helong, of: three), ErrorText.Same);
        Assert.Equal(RoundErrors.LinkExpiry, await Try(Helong, new(2026, 6, 19)));
        Assert.Equal(RoundErrors.LinkExpiry, await Try(Helong, new(2026, 9, 21)));
        Assert.Null(await Try(Helong, new(2026, 9, 20)));
        Assert.Equal(ErrorCode.Forbidden, (await Try(Helong, who: RoundWorld.Reporter))!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Try(Helong, who: World.Liaison(World.Transport)))!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Try(Helong, of: Guid.NewGuid()))!.Code);
        await using var db = world.Open();
        Assert.Equal(1, await db.RoundLinks.CountAsync());
        var link = await db.RoundLinks.SingleAsync();
        Assert.Equal(ErrorCode.NotFound, (await Withdraw(world, RoundWorld.Reporter, link.Id)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Withdraw(world, World.Supervisor, Guid.NewGuid())).Error!.Code);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_body_that_was_not_chosen_at_the_opening_owes_an_answer_from_its_link_on(DatabaseProvider provider)
    {
        await using var world = await WithBodies(provider);
        var round = await world.Opened(5);
        Assert.Equal(new HashSet<string> { "和龙市交通运输局", "安图县交通运输局" }, (await world.See(World.Supervisor, round))!.OtherOutside.Select(u => u.Name).ToHashSet());

        await Issue(world, round, Antu);

        var seen = (await world.See(World.Supervisor, round))!;
        Assert.Equal([("公路局", false), ("安图县交通运输局", true)], seen.Units.Select(u => (u.Name, u.Outside)));
        Assert.Equal((2, "和龙市交通运输局"), (seen.Version, seen.OtherOutside.Single().Name));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Every_use_is_in_the_audit_trail_the_token_is_not_and_it_is_told_once(DatabaseProvider provider)
    {
        await using var world = await WithBodies(provider);
        var round = await world.Opened(5, i => i with { OutsideUnitIds = [Helong] });
        var (link, token) = await Issue(world, round, Helong, key: "once");
        var again = await Make(world, World.Supervisor, round, Helong, Until, "once");
        var bearer = (await Bearer(world, token))!;

        await Use(world, bearer, link);
        await Use(world, bearer, link);
        await world.Answer(bearer, round, Helong);

        Assert.Equal((link, true, null), (again.Outcome.Id, again.Outcome.Replayed, again.Path));
        await using var db = world.Open();
        Assert.Equal(2, (await db.RoundLinks.SingleAsync()).Uses);
        var trail = await world.Trail();
        Assert.Equal(["OpenRound 督查", "IssueRoundLink 督查", "UseRoundLink 和龙市交通运输局（链接）", "UseRoundLink 和龙市交通运输局（链接）", "AnswerRound 和龙市交通运输局（链接）"], trail.Select(t => string.Join(' ', t.Split(' ').Take(2))));
        Assert.DoesNotContain(trail, t => t.Contains(LinkTokens.HashOf(token), StringComparison.Ordinal) || t.Contains(token, StringComparison.Ordinal));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Who_does_not_supervise_the_round_knows_nothing_of_its_links(DatabaseProvider provider)
    {
        await using var world = await WithBodies(provider);
        var round = await world.Opened(5, i => i with { OutsideUnitIds = [Helong] });
        var (link, token) = await Issue(world, round, Helong);
        await using var db = world.Open();
        async Task<(int ById, int OfRound)> Seen(Actor who) => ((await Links(world, db, who).Links([link], default)).Count, (await Links(world, db, who).Of((await world.See(who, round))!, default)).Count);

        Assert.Equal((1, 1), await Seen(World.Supervisor));
        Assert.Equal((0, 0), await Seen(RoundWorld.Reporter));
        Assert.Equal((0, 0), await Seen(World.Who("审计", [Capability.TaskRead], World.Root)));
        Assert.Equal((0, 0), await Seen((await Bearer(world, token))!));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Before_the_period_a_body_is_told_where_its_own_figures_stood_and_nobody_elses(DatabaseProvider provider)
    {
        await using var world = await WithBodies(provider);
        await using var db = world.Open();
        var bridges = (await db.Metrics.Where(m => m.Label == "改造危桥" && m.Target == 24).SingleAsync()).Id;
        var (april, may) = (await Earlier(new(2026, 4, 1), new(2026, 4, 30)), await Earlier(new(2026, 5, 1), new(2026, 5, 31)));
        await Accepted(april, Helong, 2);
        await Accepted(may, Helong, 3);
        await Accepted(may, World.Highways, 9);
        var june = await Earlier(new(2026, 6, 1), new(2026, 6, 30));
        await Accepted(june, Helong, 4);
        await world.Answer(World.Liaison(Antu), may, Antu, figures: [(bridges, 5)]);
        var seen = (await world.See(World.Supervisor, june))!;

        // The list has what the round came to; to the body its own part is told.
        Assert.Equal(12, seen.Figures.Single(f => f.MetricId == bridges).Baseline);
        Assert.Equal(3, (await Links(world, db, World.Supervisor).Before(seen.Round, Helong, default))[bridges]);
        Assert.Empty(await Links(world, db, World.Supervisor).Before(seen.Round, Antu, default));

        Task<Guid> Earlier(DateOnly from, DateOnly to) => world.Opened(5, i => i with { From = from, To = to, OutsideUnitIds = [Helong, Antu] });
        async Task Accepted(Guid round, Guid unit, decimal value) =>
            Assert.Null((await world.Accept(World.Supervisor, (await world.Answer(World.Liaison(unit), round, unit, figures: [(bridges, value)])).Id!.Value)).Error);
    }

    private static async Task<World> WithBodies(DatabaseProvider provider)
    {
        var world = await World.WithList(provider);
        await world.Hear([new UnitRecorded(Helong, 1, "和龙市交通运输局", "LOCAL_AUTHORITY", null, false), new UnitRecorded(Antu, 1, "安图县交通运输局", "LOCAL_AUTHORITY", null, false)]);
        return world;
    }

    private static ReadLinks Links(World world, TaskListDbContext db, Actor who) =>
        new(db, Tokens, new FreshLinks(), new ReadRounds(db, who, new ReadLists(db, who, world.Options, world.Clock)), world.Clock);

    private static async Task<(Guid Link, string Token)> Issue(World world, Guid round, Guid unit, DateOnly? until = null, string? key = null)
    {
        var (outcome, path) = await Make(world, World.Supervisor, round, unit, until ?? Until, key);
        Assert.Null(outcome.Error);
        return (outcome.Id!.Value, path!["/rounds/answer?key=".Length..]);
    }

    private static async Task<(Outcome Outcome, string? Path)> Make(World world, Actor who, Guid round, Guid unit, DateOnly until, string? key = null)
    {
        var fresh = new FreshLinks();
        var outcome = await world.Do(who, (db, once, _) => new IssueRoundLink.Handler(db, once, who, Tokens, fresh, world.Clock).Handle(new(key ?? Guid.NewGuid().ToString(), round, unit, until), default));
        return (outcome, outcome.Id is { } id ? fresh.PathOf(id) : null);
    }

    private static Task<Outcome> Withdraw(World world, Actor who, Guid link) =>
        world.Do(who, (db, once, _) => new WithdrawRoundLink.Handler(db, once, who, world.Clock).Handle(new(Guid.NewGuid().ToString(), link), default));

    private static Task<Outcome> Use(World world, Actor bearer, Guid link) =>
        world.Do(bearer, (db, once, _) => new UseRoundLink.Handler(db, once, world.Clock).Handle(new(Guid.NewGuid().ToString(), link), default));

    private static async Task<Actor?> Bearer(World world, string token)
    {
        await using var db = world.Open();
        return await Links(world, db, Actor.Anonymous).Find(token, default) is ({ } link, var name) ? ReadLinks.Bearer(link, name, true) : null;
    }
}
