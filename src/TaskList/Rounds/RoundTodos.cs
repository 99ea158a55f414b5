using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds;

/// <summary>What waits for a person in rounds: answers owed or sent back; for a supervisor answers to review, and rounds in which everybody has answered.
/// Every page shows how much waits: rounds in which nothing waits for this person aren't read, nor is any list.</summary>
internal sealed class RoundTodos(TaskListDbContext db, Actor actor, ReadLists lists) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        if (!actor.Can(Capability.TaskReport) && !actor.Can(Capability.TaskSupervise))
        {
            return [];
        }

        Guid[] mine = [.. actor.UnitsWhere(Capability.TaskReport)];
        var tasks = await lists.Supervised(ct);
        var (me, all, theirs) = (actor.Id, tasks is null, (Guid[])[.. tasks ?? []]);
        var owed = db.RoundsOwedBy(mine).Select(r => r.Id);
        var open = await db.OpenRounds().Include(r => r.Units).Where(r => owed.Contains(r.Id) || ((all || theirs.Contains(r.TaskId))
            && (db.RoundAnswers.Any(a => a.RoundId == r.Id && a.State == RoundAnswerState.Answered && a.AnsweredById != me)
                || r.Units.All(u => db.RoundAnswers.Any(a => a.RoundId == r.Id && a.UnitId == u.UnitId && a.State == RoundAnswerState.Accepted))))).OrderBy(r => r.Position).ToListAsync(ct);
        var said = await db.LatestAnswers([.. open.Select(r => r.Id)], ct);
        var judged = open.Where(r => all || theirs.Contains(r.TaskId)).ToList();
        return
        [
            .. open.SelectMany(r => r.Units.Where(u => mine.Contains(u.UnitId)).OrderBy(u => u.Position).Select(u => Owed(r, u, said.GetValueOrDefault((r.Id, u.UnitId)))).OfType<Todo>()),
            .. judged.SelectMany(r => r.Units.OrderBy(u => u.Position).Select(u => ToReview(r, u, said.GetValueOrDefault((r.Id, u.UnitId)))).OfType<Todo>()),
            .. judged.Where(r => r.Units.TrueForAll(u => said.GetValueOrDefault((r.Id, u.UnitId)) is { State: RoundAnswerState.Accepted }))
                .Select(r => ToHold(r, r.Units.Max(u => said[(r.Id, u.UnitId)].ReviewedAt!.Value))),
        ];
    }

    /// <summary>What a unit has to do about a round; null when it has answered.</summary>
    internal static Todo? Owed(Round round, RoundUnit unit, RoundAnswer? latest) => latest switch
    {
        null => new($"答复调度“{round.Title}”（{unit.Name}）", $"Answer the round “{round.Title}” ({unit.Name})", TaskPaths.Round(round.Id), round.OpenedAt, round.DueOn),
        { State: RoundAnswerState.Returned } => new(
            $"重新答复调度“{round.Title}”（{unit.Name}；退回：{latest.ReturnedReason}）", $"Answer the round “{round.Title}” again ({unit.Name}; sent back: {latest.ReturnedReason})",
            TaskPaths.Round(round.Id), latest.ReviewedAt!.Value, round.DueOn),
        _ => null,
    };

    private Todo? ToReview(Round round, RoundUnit unit, RoundAnswer? latest) => latest is { State: RoundAnswerState.Answered } && latest.AnsweredById != actor.Id
        ? new($"审核调度“{round.Title}”的答复（{unit.Name}）", $"Review the answer to the round “{round.Title}” ({unit.Name})", TaskPaths.Round(round.Id), latest.AnsweredAt) : null;

    private static Todo ToHold(Round round, DateTimeOffset since) => new(
        $"结束调度“{round.Title}”（答复全部通过）", $"Close the round “{round.Title}” (all answers are accepted)", TaskPaths.Round(round.Id), since);
}
