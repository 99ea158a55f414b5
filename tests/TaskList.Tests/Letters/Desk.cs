using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Letters;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Tests.Letters;

/// <summary>The supervisor's desk: what can be done with chases and letters, in one line each.</summary>
internal static class Desk
{
    public const string Demand = "查明原因，逐项列出剩余工作";

    public static readonly Actor Transport = World.Liaison(World.Transport);

    /// <summary>The first milestone of task 6 is due on 30 June: five days before, and two days after.</summary>
    public static readonly DateTimeOffset Near = new(2026, 6, 25, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Over = new(2026, 7, 2, 1, 0, 0, TimeSpan.Zero);

    public static async Task<World> Open(Commerce.Platform.Databases.DatabaseProvider provider, DateTimeOffset? at = null)
    {
        var world = await World.WithList(provider);
        world.Clock.SetUtcNow(at ?? Near);
        return world;
    }

    public static async Task<Outcome> Chase(this World world, Actor? who = null, int measure = 25, Guid? unit = null, string word = "请抓紧上报", Guid? milestone = null) =>
        await world.Do(who ?? World.Supervisor, async (db, once, _) => await new ChaseUnit.Handler(db, once, who ?? World.Supervisor, world.Clock)
            .Handle(new(Key(), unit ?? World.Transport, word, measure == 0 ? null : (await world.Measure(measure)).Id, milestone), default));

    public static async Task<Outcome> Draft(
        this World world, Actor? who = null, int measure = 25, Guid? unit = null, string demand = Demand, DateOnly? due = null, LetterColour? colour = null, string? raised = null, Guid? milestone = null) =>
        await world.Do(who ?? World.Supervisor, async (db, once, _) => await new DraftLetter.Handler(db, once, who ?? World.Supervisor, world.Options, world.Clock)
            .Handle(new(Key(), unit ?? World.Transport, demand, due ?? Day(world, 5), measure == 0 ? null : (await world.Measure(measure)).Id, milestone, colour, raised), default));

    public static async Task<Outcome> Revise(this World world, Guid letter, Actor? who = null, LetterColour colour = LetterColour.Blue, string? raised = null, string demand = "补充：附照片", int? version = null, DateOnly? due = null) =>
        await world.Do(who ?? World.Supervisor, async (db, once, _) => await new ReviseLetter.Handler(db, once, who ?? World.Supervisor, world.Clock)
            .Handle(new(Key(), letter, version ?? await world.Version(letter), demand, due ?? Day(world, 6), colour, raised), default));

    public static async Task<Outcome> Discard(this World world, Guid letter, Actor? who = null, int? version = null) =>
        await world.Do(who ?? World.Supervisor, async (db, once, _) => await new DiscardLetter.Handler(db, once, who ?? World.Supervisor, world.Clock).Handle(new(Key(), letter, version ?? await world.Version(letter)), default));

    public static async Task<Outcome> Issue(this World world, Guid letter, string number = "示例督〔2026〕1号", DateOnly? on = null, Actor? who = null, int? version = null) =>
        await world.Do(who ?? World.Supervisor, async (db, once, _) => await new IssueLetter.Handler(db, once, who ?? World.Supervisor, world.Clock)
            .Handle(new(Key(), letter, version ?? await world.Version(letter), number, on ?? Day(world, 0)), default));

    public static async Task<Outcome> Answer(this World world, Guid letter, Actor? who = null, string text = "已完成开工手续", int? version = null, params Guid[] files) =>
        await world.Do(who ?? Transport, async (db, once, store) => await new AnswerLetter.Handler(db, once, who ?? Transport, store, world.Clock)
            .Handle(new(Key(), letter, version ?? await world.Version(letter), text, files), default));

    public static async Task<Outcome> SendBack(this World world, Guid letter, string reason = "缺少现场照片", DateOnly? due = null, Actor? who = null, int? version = null) =>
        await world.Do(who ?? World.Supervisor, async (db, once, _) => await new ReturnLetter.Handler(db, once, who ?? World.Supervisor, world.Clock)
            .Handle(new(Key(), letter, version ?? await world.Version(letter), reason, due ?? Day(world, 3)), default));

    public static async Task<Outcome> Close(this World world, Guid letter, Actor? who = null, string? comment = null, int? version = null) =>
        await world.Do(who ?? World.Supervisor, async (db, once, _) => await new CloseLetter.Handler(db, once, who ?? World.Supervisor, world.Clock)
            .Handle(new(Key(), letter, version ?? await world.Version(letter), comment), default));

    public static async Task<Outcome> Escalate(this World world, Guid letter, Actor? who = null, int? version = null, string demand = Demand, DateOnly? due = null) =>
        await world.Do(who ?? World.Supervisor, async (db, once, _) => await new EscalateLetter.Handler(db, once, who ?? World.Supervisor, world.Options, world.Clock)
            .Handle(new(Key(), letter, version ?? await world.Version(letter), demand, due ?? Day(world, 5)), default));

    /// <summary>A letter about measure 25 that was drafted and issued.</summary>
    public static async Task<Guid> Issued(this World world, string number = "示例督〔2026〕1号", int measure = 25)
    {
        var id = (await world.Draft(measure: measure)).Id!.Value;
        Assert(await world.Issue(id, number));
        return id;
    }

    public static async Task<SupervisionLetter> Letter(this World world, Guid id)
    {
        await using var db = world.Open();
        return await db.Letters.Include(l => l.Replies).ThenInclude(r => r.Files).SingleAsync(l => l.Id == id);
    }

    public static async Task<T> Ask<T>(this World world, Actor actor, Func<ReadLetters, Task<T>> question)
    {
        await using var db = world.Open();
        return await question(new ReadLetters(db, actor, new ReadLists(db, actor, world.Options, world.Clock)));
    }

    public static DateOnly Day(World world, int days) => Commerce.SharedKernel.ChinaTime.DayInChina(world.Clock.GetUtcNow()).AddDays(days);

    private static async Task<int> Version(this World world, Guid letter)
    {
        await using var db = world.Open();
        return await db.Letters.Where(l => l.Id == letter).Select(l => l.Version).SingleOrDefaultAsync();
    }

    private static string Key() => Guid.NewGuid().ToString();

    private static void Assert(Outcome outcome) => Xunit.Assert.Null(outcome.Error);
}
