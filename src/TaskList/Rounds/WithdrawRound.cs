using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds;

/// <summary>A round that was opened in error is taken back with the reason, as long as nobody has answered.</summary>
internal static class WithdrawRound
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("rnd")] Guid RoundId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindRound(input.RoundId, ct) is not { } round)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(round.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return round.Units.Exists(u => actor.Can(Capability.TaskRead, u.UnitId)) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            if (round.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(round.Version);
            }

            if (round.State != RoundState.Open)
            {
                return RoundErrors.NotOpen;
            }

            if (input.Reason.Trim() is not { Length: >= 4 and <= 1000 } reason)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            if (await db.RoundAnswers.AnyAsync(a => a.RoundId == round.Id && a.State != RoundAnswerState.Draft, ct))
            {
                return RoundErrors.SomebodyAnswered;
            }

            round.Withdraw(reason, actor.Id, actor.Name, now);
            db.Acts.Add(scene.Act(TaskAction.RoundWithdrawn, null, actor.Id, actor.Name, now, null, $"{round.Title}：{reason}"));
            return round.Id;
        }, ct);
    }
}
