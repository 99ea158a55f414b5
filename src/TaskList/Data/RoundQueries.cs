using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Finding rounds and answers, and whose they are to see.</summary>
internal static class RoundQueries
{
    /// <summary>A round to act on.</summary>
    public static async Task<Round?> FindRound(this TaskListDbContext db, Guid id, CancellationToken ct)
    {
        await db.LockTasks(db.Rounds.Where(r => r.Id == id).Select(r => r.TaskId), ct);
        return await db.Rounds.Include(r => r.Measures).Include(r => r.Metrics).Include(r => r.Units).AsSplitQuery().FirstOrDefaultAsync(r => r.Id == id, ct);
    }

    /// <summary>An answer to act on.</summary>
    public static async Task<RoundAnswer?> FindAnswer(this TaskListDbContext db, Guid id, CancellationToken ct)
    {
        await db.LockTasks(db.Rounds.Where(r => db.RoundAnswers.Any(a => a.Id == id && a.RoundId == r.Id)).Select(r => r.TaskId), ct);
        return await db.RoundAnswers.Whole().FirstOrDefaultAsync(a => a.Id == id, ct);
    }

    /// <summary>All versions of a unit's answer, the first one first.</summary>
    public static Task<List<RoundAnswer>> AnswersOf(this TaskListDbContext db, Guid roundId, Guid unitId, CancellationToken ct) =>
        db.RoundAnswers.Whole().Where(a => a.RoundId == roundId && a.UnitId == unitId).OrderBy(a => a.Number).ToListAsync(ct);

    /// <summary>Rounds that wait for answers now.</summary>
    public static IQueryable<Round> OpenRounds(this TaskListDbContext db) =>
        db.Rounds.AsNoTracking().Where(r => r.State == RoundState.Open && db.Tasks.Any(t => t.Id == r.TaskId && t.WithdrawnAt == null));

    /// <summary>Open rounds to which one of the units owes an answer, or a better one.</summary>
    public static IQueryable<Round> RoundsOwedBy(this TaskListDbContext db, Guid[] units) => db.OpenRounds().Where(r => r.Units.Any(u => units.Contains(u.UnitId)
        && !db.RoundAnswers.Any(a => a.RoundId == r.Id && a.UnitId == u.UnitId && (a.State == RoundAnswerState.Answered || a.State == RoundAnswerState.Accepted))));

    /// <summary>What each unit handed in last, without figures and files, by round and unit.</summary>
    public static async Task<IReadOnlyDictionary<(Guid Round, Guid Unit), RoundAnswer>> LatestAnswers(this TaskListDbContext db, Guid[] rounds, CancellationToken ct) =>
        (rounds.Length == 0 ? [] : await db.RoundAnswers.AsNoTracking().Where(a => rounds.Contains(a.RoundId) && a.State != RoundAnswerState.Draft).ToListAsync(ct))
            .GroupBy(a => (a.RoundId, a.UnitId)).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Number)!);

    /// <summary>Answers with all that they say.</summary>
    public static IQueryable<RoundAnswer> Whole(this IQueryable<RoundAnswer> answers) => answers.Include(a => a.Figures).Include(a => a.Percents).Include(a => a.Files).AsSplitQuery();

    /// <summary>Bodies outside the department that a task's open groups mean: nobody there has an account.</summary>
    public static IReadOnlyList<KnownUnit> OutsideOf(this UnitBook units, IEnumerable<Responsibility> named, DateOnly day) =>
    [
        .. named.Where(r => UnitNames.IsGroup(r.Name)).SelectMany(r => units.MembersOf(r.Name, day).Union(r.Named.Select(n => n.UnitId))).Distinct()
            .Select(units.ById).OfType<KnownUnit>().Where(IsOutside).OrderBy(u => u.Name, StringComparer.Ordinal),
    ];

    /// <summary>The day that accepted figures speak of: the period's last one; before it is over, the day of acceptance: a figure doesn't speak of days to come.</summary>
    public static DateOnly SpeaksOf(DateOnly to, DateTimeOffset accepted) => to <= accepted.DayInChina() ? to : accepted.DayInChina();

    /// <summary>A body outside the department at which nobody can sign in: only a link reaches it.</summary>
    public static async Task<bool> NobodyThere(this TaskListDbContext db, KnownUnit unit, CancellationToken ct) => unit.IsOutside() && !await db.People.AnyAsync(p => p.UnitId == unit.Id && !p.Disabled, ct);

    /// <summary>A body outside the department.</summary>
    public static bool IsOutside(this KnownUnit unit) => unit.Kind == "LOCAL_AUTHORITY";

    /// <summary>Sees a round whole: who supervises the task, and who reads for the department.</summary>
    public static bool SeesAllOf(this Actor actor, Standing standing, Guid taskId) =>
        actor.Supervises(standing, taskId) || (standing.Rows.Units.Root is { } root && actor.Can(Capability.TaskRead, root));
}

/// <summary>An answer that a supervisor decides on.</summary>
internal sealed record ToReview(RoundAnswer Answer, Round Round, Scene Scene)
{
    /// <summary>The answer, if this person may decide on it now.</summary>
    public static async Task<Result<ToReview>> Find(TaskListDbContext db, Actor actor, Guid answerId, int expectedVersion, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.FindAnswer(answerId, ct) is not { State: not RoundAnswerState.Draft } answer || await db.FindRound(answer.RoundId, ct) is not { } round)
        {
            return PlatformErrors.NotFound;
        }

        var scene = await db.SceneOf(round.TaskId, now, ct);
        return !actor.Supervises(scene) ? actor.Can(Capability.TaskRead, answer.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound
            : answer.Version != expectedVersion ? PlatformErrors.Stale(answer.Version)
            : round.State != RoundState.Open ? RoundErrors.NotOpen
            : answer.State != RoundAnswerState.Answered ? RoundErrors.NotWaiting
            : answer.AnsweredById == actor.Id ? RoundErrors.OwnAnswer
            : new ToReview(answer, round, scene);
    }
}
