using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>A supervisor decides on more time for a problem, never on one's own request. Approved, the working day moves; the first limit stays for the assessment.</summary>
internal static class DecideProblemExtension
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("pex")] Guid ExtensionId, int ExpectedVersion, bool Approve, string? Comment = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.ProblemExtensions.FirstOrDefaultAsync(e => e.Id == input.ExtensionId, ct) is not { } extension
                || await db.FindProblem(extension.ProblemId, actor, ct) is not { } problem)
            {
                return PlatformErrors.NotFound;
            }

            if (!actor.Supervises(problem))
            {
                return PlatformErrors.Forbidden;
            }

            var comment = string.IsNullOrWhiteSpace(input.Comment) ? null : input.Comment.Trim();
            if (Refused(input, extension, problem, comment) is { } refusal)
            {
                return refusal;
            }

            var now = clock.GetUtcNow();
            extension.Decide(input.Approve, actor.Id, actor.Name, comment, now);
            if (input.Approve)
            {
                problem.Extend(extension.NewDueOn);
            }

            db.ProblemActs.Add(problem.Act(input.Approve ? ProblemAction.ExtensionApproved : ProblemAction.ExtensionRefused, actor, now, extension.NewDueOn, comment));
            return problem.Id;
        }, ct);

        private Error? Refused(Input input, ProblemExtension extension, Problem problem, string? comment) =>
            extension.Version != input.ExpectedVersion ? PlatformErrors.Stale(extension.Version)
            : extension.State != ExtensionState.Requested ? TaskListErrors.DecidedAlready
            : extension.RequestedById == actor.Id ? TaskListErrors.OwnRequest
            : actor.IsOfUnit(problem) ? ProblemErrors.OwnUnit
            : input.Approve && problem.IsClosed ? ProblemErrors.ClosedAlready
            : input.Approve && extension.NewDueOn <= problem.WorkingDueOn ? TaskListErrors.NotLater(problem.WorkingDueOn.Value)
            : comment?.Length > 1000 || (!input.Approve && comment is not { Length: >= 4 }) ? TaskListErrors.ReasonLength("comment")
            : null;
    }
}
