using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Rounds;

/// <summary>What waits for a person in rounds: answers owed or sent back; for a supervisor answers to review, and rounds in which everybody has answered.</summary>
internal sealed class RoundTodos(ReadRounds rounds, Actor actor) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        if (!actor.Can(Capability.TaskReport) && !actor.Can(Capability.TaskSupervise))
        {
            return [];
        }

        var open = await rounds.OpenNow(ct);
        return [.. open.SelectMany(Owed), .. open.Where(r => r.Supervises).SelectMany(ToReview), .. open.Where(r => r.Supervises && r.Open.Count == 0).Select(ToHold)];
    }

    private static IEnumerable<Todo> Owed(RoundView round)
    {
        foreach (var unit in round.Units.Where(u => u.MayAnswer))
        {
            if (unit.State == RoundUnitState.Owing)
            {
                yield return new($"答复调度“{round.Title}”（{unit.Name}）", $"Answer the round “{round.Title}” ({unit.Name})", TaskPaths.Round(round.Id), round.OpenedAt, round.DueOn);
            }
            else if (unit is { State: RoundUnitState.Returned, Latest: { } back })
            {
                yield return new(
                    $"重新答复调度“{round.Title}”（{unit.Name}；退回：{back.ReturnedReason}）", $"Answer the round “{round.Title}” again ({unit.Name}; sent back: {back.ReturnedReason})",
                    TaskPaths.Round(round.Id), back.ReviewedAt!.Value, round.DueOn);
            }
        }
    }

    private IEnumerable<Todo> ToReview(RoundView round) => round.Units.Where(u => u.State == RoundUnitState.Answered && u.Latest!.Answer.AnsweredById != actor.Id)
        .Select(u => new Todo($"审核调度“{round.Title}”的答复（{u.Name}）", $"Review the answer to the round “{round.Title}” ({u.Name})", TaskPaths.Round(round.Id), u.Latest!.AnsweredAt));

    private static Todo ToHold(RoundView round) => new(
        $"结束调度“{round.Title}”（答复全部通过）", $"Close the round “{round.Title}” (all answers are accepted)", TaskPaths.Round(round.Id), round.Units.Max(u => u.Latest!.ReviewedAt!.Value));
}
