using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Rounds;

/// <summary>A supervisor sends an answer back with the reason (退回): the unit answers again.</summary>
internal static class ReturnAnswer
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ran")] Guid AnswerId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var now = clock.GetUtcNow();
            var found = await ToReview.Find(db, actor, input.AnswerId, input.ExpectedVersion, now, ct);
            if (found.Failed)
            {
                return found.Error!;
            }

            if (input.Reason.Trim() is not { Length: >= 4 and <= 1000 } reason)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            var (answer, round, scene) = found.Value;
            answer.Return(reason, actor.Id, actor.Name, now);
            db.Acts.Add(scene.Act(TaskAction.RoundReturned, null, actor.Id, actor.Name, now, null, $"{round.Title}（{scene.Units.NameOf(answer.UnitId)}）：{reason}"));
            return answer.Id;
        }, ct);
    }
}
