using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>Writes a problem into the ledger: a unit what its own self-check found, a supervisor what anybody found.</summary>
internal static class RecordProblem
{
    public sealed record Input(
        string IdempotencyKey, ProblemSource Source, DateOnly FoundOn, string Text, string Kind, [property: IdOf("ou")] Guid UnitId, string? Basis = null,
        [property: IdOf("spa")] Guid? SpecialActionId = null, [property: IdOf("ins")] Guid? InspectionId = null, InspectionLevel? Level = null, string? County = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!actor.Can(Capability.TaskProblem, input.UnitId))
            {
                return actor.Can(Capability.TaskRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var basis = string.IsNullOrWhiteSpace(input.Basis) ? null : input.Basis.Trim();
            var inspection = input.InspectionId is { } from ? await db.Inspections.AsNoTracking().Include(i => i.Counties).FirstOrDefaultAsync(i => i.Id == from, ct) : null;
            var takesPart = inspection is not null && (await db.SceneOf(inspection.TaskId, now, ct)).Of(input.UnitId) is not null;
            if ((Refused(input, takesPart) ?? RefusedWords(input, basis, now.DayInChina()) ?? RefusedInspection(input, inspection)) is { } refusal)
            {
                return refusal;
            }

            var units = await db.UnitBook(ct);
            if (units.ById(input.UnitId) is not { } unit)
            {
                return ProblemErrors.NoSuchUnit("unitId");
            }

            var action = input.SpecialActionId is { } wanted ? await db.SpecialActions.AsNoTracking().FirstOrDefaultAsync(a => a.Id == wanted, ct) : null;
            if (action is null && input.SpecialActionId is not null)
            {
                return ProblemErrors.NoSuchAction;
            }

            var problem = new Problem
            {
                Id = Guid.CreateVersion7(now),
                Position = Problem.PositionOf(now.DayInChina().Year, await db.NextNumber($"WT-{now.DayInChina().Year}", ct)),
                Source = input.Source,
                FoundOn = input.FoundOn,
                Text = input.Text.Trim(),
                Kind = input.Kind.Trim(),
                Basis = basis,
                UnitId = unit.Id,
                ActionId = action?.Id,
                InspectionId = inspection?.Id,
                Level = inspection is null ? null : input.Level,
                County = inspection is null ? null : input.County,
                RecordedById = actor.Id,
                RecordedByName = actor.Name,
                RecordedAt = now,
                Sample = unit.Sample && action is not { Sample: false },
            };
            db.Problems.Add(problem);
            db.ProblemActs.Add(problem.Act(ProblemAction.Recorded, actor, now, input.FoundOn, basis));
            await db.CountFor(action, CountedKind.Problem, problem.Id, problem.Number, now.DayInChina(), ct);
            return problem.Id;
        }, ct);

        private Error? Refused(Input input, bool takesPart) =>
            input.Source == ProblemSource.SelfCheck || (input.Source == ProblemSource.Inspection && takesPart) || actor.Can(Capability.TaskSupervise, input.UnitId) ? null : ProblemErrors.OnlySelfCheck;

        private static Error? RefusedInspection(Input input, Inspection? inspection) =>
            input.InspectionId is null ? null
            : inspection is null ? ProblemErrors.NoSuchInspection
            : input.Source != ProblemSource.Inspection ? ProblemErrors.NotOfInspection
            : input.Level is { } level && !inspection.Has(level) ? InspectionErrors.NoSuchLevel
            : input.County is { } county && inspection.CountyNamed(county) is null ? InspectionErrors.NoSuchCounty
            : null;

        private static Error? RefusedWords(Input input, string? basis, DateOnly today) =>
            input.Text.Trim().Length is < 4 or > Problem.TextLength ? ProblemErrors.TextLength("text", 4, Problem.TextLength)
            : input.Kind.Trim().Length is < 2 or > Problem.KindLength ? ProblemErrors.TextLength("kind", 2, Problem.KindLength)
            : basis?.Length > Problem.BasisLength ? ProblemErrors.TextLength("basis", 0, Problem.BasisLength)
            : input.FoundOn > today ? ProblemErrors.FoundAhead
            : null;
    }
}
