using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>The responsible unit asks for a later day for a problem, on or before the day itself, with the reason.</summary>
internal static class AskProblemExtension
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prb")] Guid ProblemId, [property: IdOf("ou")] Guid UnitId, DateOnly NewDueOn, string Reason) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!actor.Can(Capability.TaskReport, input.UnitId))
            {
                return actor.Can(Capability.TaskRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            if (await db.FindProblem(input.ProblemId, actor, ct) is not { } problem)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            if (Refused(input, problem, now.DayInChina()) is { } refusal)
            {
                return refusal;
            }

            if (await db.ProblemExtensions.AnyAsync(e => e.ProblemId == problem.Id && e.State == ExtensionState.Requested, ct))
            {
                return ProblemErrors.AskedAlready;
            }

            db.ProblemExtensions.Add(new()
            {
                Id = Guid.CreateVersion7(now),
                ProblemId = problem.Id,
                UnitId = input.UnitId,
                NewDueOn = input.NewDueOn,
                Reason = input.Reason.Trim(),
                RequestedById = actor.Id,
                RequestedByName = actor.Name,
                RequestedAt = now,
            });
            db.ProblemActs.Add(problem.Act(ProblemAction.ExtensionAsked, actor, now, input.NewDueOn, input.Reason.Trim()));
            return problem.Id;
        }, ct);

        private static Error? Refused(Input input, Problem problem, DateOnly today) =>
            !problem.Concerns(input.UnitId) ? ProblemErrors.NoPart
            : problem.UnitId != input.UnitId ? ProblemErrors.OnlyResponsible("unitId")
            : problem.IsClosed ? ProblemErrors.ClosedAlready
            : problem.State == ProblemState.NotStarted ? ProblemErrors.NotPlanned
            : problem.State == ProblemState.SaidMended ? ProblemErrors.WaitsAlready
            : today > problem.WorkingDueOn ? ProblemErrors.TooLateToAsk(problem.WorkingDueOn.Value)
            : input.NewDueOn <= problem.WorkingDueOn ? TaskListErrors.NotLater(problem.WorkingDueOn.Value)
            : PlanRules.RefuseLimit(input.NewDueOn, today) is { } far ? far.At("newDueOn")
            : input.Reason.Trim().Length is < 4 or > 1000 ? TaskListErrors.ReasonLength("reason")
            : null;
    }
}
