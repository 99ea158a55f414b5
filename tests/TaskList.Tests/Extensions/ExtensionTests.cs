using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Extensions;
using Commerce.TaskList.Milestones;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Extensions;

public sealed class ExtensionTests
{
    private static readonly DateOnly July31 = new(2026, 7, 31);
    private static readonly Actor Party = World.Liaison(World.Party);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_approved_extension_moves_the_working_day_and_never_the_original(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var asked = await Ask(world, Party);

        var decided = await Decide(world, World.Supervisor, asked.Id!.Value);

        Assert.Null(decided.Error);
        var milestone = await world.Milestone(12);
        Assert.Equal((new DateOnly(2026, 6, 30), July31), (milestone.DueOn, milestone.WorkingDueOn));
        var measure = (await world.Read(World.Supervisor, new(2026, 7, 1))).Tasks.SelectMany(t => t.Measures).Single(m => m.Number == 45);
        Assert.Equal(LightColour.Green, measure.Light.Colour);
        Assert.Contains("原定6月30日", measure.Light.Chinese, StringComparison.Ordinal);
        Assert.Equal(LightColour.Red, (await world.Read(World.Supervisor, new(2026, 8, 1))).Tasks.SelectMany(t => t.Measures).Single(m => m.Number == 45).Light.Colour);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Done_within_the_extension_is_in_time_extended_and_after_it_late(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await Decide(world, World.Supervisor, (await Ask(world, Party)).Id!.Value);
        world.Clock.SetUtcNow(new(2026, 8, 20, 2, 0, 0, TimeSpan.Zero));

        Assert.Null((await Finish(world, World.Supervisor, new(2026, 7, 20))).Error);
        Assert.Equal(Assessment.InTimeExtended, (await world.Read(World.Supervisor)).Tasks.Single(t => t.Number == 12).Milestones[0].Assessment);
        Assert.Equal(TaskListErrors.DoneAlready, (await Finish(world, World.Supervisor, new(2026, 7, 20))).Error);
        Assert.Null((await world.Do(World.Supervisor, async (db, once, _) => await new ReopenMilestone.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new("r", (await world.Milestone(12)).Id, (await world.Milestone(12)).Version, "查实没有完成"), default))).Error);
        Assert.Null((await Finish(world, World.Supervisor, new(2026, 8, 5))).Error);
        Assert.Equal(Assessment.Late, (await world.Read(World.Supervisor)).Tasks.Single(t => t.Number == 12).Milestones[0].Assessment);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task More_time_is_asked_for_on_the_day_itself_at_the_latest(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        world.Clock.SetUtcNow(new(2026, 6, 30, 15, 59, 59, TimeSpan.Zero));
        Assert.Null((await Ask(world, Party)).Error);
        world.Clock.SetUtcNow(new(2026, 6, 30, 16, 0, 0, TimeSpan.Zero));
        await Decide(world, World.Supervisor, (await Open(world)).Id, approve: false, comment: "理由不足");
        Assert.Equal(TaskListErrors.TooLateToExtend(new(2026, 6, 30)), (await Ask(world, Party)).Error, ErrorText.Same);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_wrong_with_a_request_or_a_decision_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var one = World.Everything(World.Party);

        Assert.Equal(TaskListErrors.NotLater(new(2026, 6, 30)), (await Ask(world, Party, new(2026, 6, 30))).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.TooFar, (await Ask(world, Party, new(2029, 1, 1))).Error);
        Assert.Equal(TaskListErrors.ReasonLength("reason"), (await Ask(world, Party, reason: "忙")).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.NotDated, (await Ask(world, Party, position: 1)).Error);
        Assert.Equal(TaskListErrors.NotResponsible, (await Ask(world, World.Liaison(World.Highways), unit: World.Highways)).Error);
        Assert.Equal(ErrorCode.NotFound, (await Ask(world, World.Liaison(World.Highways))).Error!.Code);
        var asked = await Ask(world, one);
        Assert.Equal(TaskListErrors.AskedAlready, (await Ask(world, Party)).Error);
        Assert.Equal(TaskListErrors.OwnRequest, (await Decide(world, one, asked.Id!.Value)).Error);
        Assert.Equal(TaskListErrors.ReasonLength("comment"), (await Decide(world, World.Supervisor, asked.Id!.Value, approve: false)).Error, ErrorText.Same);
        Assert.Equal(ErrorCode.VersionStale, (await Decide(world, World.Supervisor, asked.Id!.Value, version: 7)).Error!.Code);
        Assert.Null((await Decide(world, World.Supervisor, asked.Id!.Value)).Error);
        Assert.Equal(TaskListErrors.DecidedAlready, (await Decide(world, World.Supervisor, asked.Id!.Value, version: 2)).Error);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_refused_request_moves_nothing(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);

        await Decide(world, World.Supervisor, (await Ask(world, Party)).Id!.Value, approve: false, comment: "按期完成");

        Assert.Equal(new DateOnly(2026, 6, 30), (await world.Milestone(12)).WorkingDueOn);
    }

    private static async Task<Extension> Open(World world)
    {
        await using var db = world.Open();
        return await db.Extensions.SingleAsync(e => e.State == ExtensionState.Requested);
    }

    private static Task<Outcome> Ask(World world, Actor who, DateOnly? to = null, string reason = "天气原因停工", int position = 0, Guid? unit = null) => world.Do(who, async (db, once, _) =>
        await new AskExtension.Handler(db, once, who, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), (await world.Milestone(12, position)).Id, unit ?? World.Party, to ?? July31, reason, "已完成六成"), default));

    private static Task<Outcome> Decide(World world, Actor who, Guid extension, bool approve = true, string? comment = null, int version = 1) => world.Do(who, (db, once, _) =>
        new DecideExtension.Handler(db, once, who, world.Clock).Handle(new(Guid.NewGuid().ToString(), extension, version, approve, comment), default));

    private static Task<Outcome> Finish(World world, Actor who, DateOnly day) => world.Do(who, async (db, once, _) =>
    {
        var milestone = await world.Milestone(12);
        return await new FinishMilestone.Handler(db, once, who, world.Clock).Handle(new(Guid.NewGuid().ToString(), milestone.Id, milestone.Version, day, "验收纪要第3号"), default);
    });
}
