using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Problems;

/// <summary>A supervisor opens a closed problem again, with the reason and a new limit; it is still assessed against the first one.</summary>
internal static class ReopenProblem
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("prb")] Guid ProblemId, int ExpectedVersion, string Reason, DateOnly DueOn) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindProblem(input.ProblemId, actor, ct) is not { } problem)
            {
                return PlatformErrors.NotFound;
            }

            if (!actor.Supervises(problem))
            {
                return PlatformErrors.Forbidden;
            }

            var now = clock.GetUtcNow();
            if (problem.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(problem.Version);
            }

            if (!problem.IsClosed)
            {
                return ProblemErrors.NotClosed;
            }

            if (input.Reason.Trim().Length is < 4 or > 1000)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            if (PlanRules.RefuseLimit(input.DueOn, now.DayInChina()) is { } refusal)
            {
                return refusal;
            }

            problem.Reopen(input.DueOn);
            db.ProblemActs.Add(problem.Act(ProblemAction.Reopened, actor, now, input.DueOn, input.Reason.Trim()));
            return problem.Id;
        }, ct);
    }
}
