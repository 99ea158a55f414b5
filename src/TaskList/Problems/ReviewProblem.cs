using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>What a reviewer says to a problem that is said to be mended.</summary>
internal enum ProblemVerdict
{
    /// <summary>销号.</summary>
    Close,

    /// <summary>销号, and kept up for good (长期坚持).</summary>
    Standing,

    /// <summary>退回.</summary>
    Return,
}

/// <summary>A reviewer closes a problem (销号) or sends it back; never whoever said that it is mended, and nobody of the responsible unit.</summary>
internal static class ReviewProblem
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prb")] Guid ProblemId, int ExpectedVersion, ProblemVerdict Verdict, string? Comment = null) : IMutationInput;

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

            var comment = string.IsNullOrWhiteSpace(input.Comment) ? null : input.Comment.Trim();
            if (Refused(input, problem, comment) is { } refusal)
            {
                return refusal;
            }

            var now = clock.GetUtcNow();
            if (input.Verdict == ProblemVerdict.Return)
            {
                problem.Return(comment!);
                db.ProblemActs.Add(problem.Act(ProblemAction.Returned, actor, now, null, comment));
                return problem.Id;
            }

            var standing = input.Verdict == ProblemVerdict.Standing;
            problem.Close(standing, actor.Id, actor.Name, now.DayInChina());
            foreach (var moot in await db.ProblemExtensions.Where(e => e.ProblemId == problem.Id && e.State == ExtensionState.Requested).ToListAsync(ct))
            {
                // What is closed needs no more time: nobody has to decide on it any more.
                moot.Decide(false, actor.Id, actor.Name, "问题已销号", now);
                db.ProblemActs.Add(problem.Act(ProblemAction.ExtensionRefused, actor, now, moot.NewDueOn, "问题已销号"));
            }

            db.ProblemActs.Add(problem.Act(standing ? ProblemAction.KeptUp : ProblemAction.Closed, actor, now, now.DayInChina(), comment));
            return problem.Id;
        }, ct);

        private Error? Refused(Input input, Problem problem, string? comment) =>
            problem.Version != input.ExpectedVersion ? PlatformErrors.Stale(problem.Version)
            : problem.State != ProblemState.SaidMended ? ProblemErrors.NotSaidMended
            : problem.SaidById == actor.Id ? ProblemErrors.OwnSaying
            : actor.IsOfUnit(problem) ? ProblemErrors.OwnUnit
            : comment?.Length > 1000 || (input.Verdict == ProblemVerdict.Return && comment is not { Length: >= 4 }) ? TaskListErrors.ReasonLength("comment")
            : null;
    }
}
