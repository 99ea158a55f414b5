using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>措施、责任人、配合、时限 are set for a problem, once; mending begins.</summary>
internal static class PlanProblem
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prb")] Guid ProblemId, int ExpectedVersion, string Measures, string Person, DateOnly DueOn,
        [property: IdOf("ou")] IReadOnlyList<Guid>? PartnerUnitIds = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindProblem(input.ProblemId, actor, ct) is not { } problem)
            {
                return PlatformErrors.NotFound;
            }

            if (!actor.Can(Capability.TaskProblem, problem.UnitId))
            {
                return PlatformErrors.Forbidden;
            }

            if (problem.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(problem.Version);
            }

            var now = clock.GetUtcNow();
            var units = await db.UnitBook(ct);
            var partners = (input.PartnerUnitIds ?? []).ToHashSet();
            if ((problem.State != ProblemState.NotStarted ? ProblemErrors.PlannedAlready : null) is { } already)
            {
                return already;
            }

            if ((PlanRules.Refuse(input.Measures, input.Person) ?? PlanRules.Refuse(partners, problem.UnitId, units) ?? PlanRules.RefuseLimit(input.DueOn, now.DayInChina())) is { } refusal)
            {
                return refusal;
            }

            problem.Plan(input.Measures.Trim(), input.Person.Trim(), partners, input.DueOn);
            db.ProblemActs.Add(problem.Act(ProblemAction.Planned, actor, now, input.DueOn, $"{problem.PersonName}：{problem.Measures}"));
            var action = problem.ActionId is { } id ? await db.SpecialActions.AsNoTracking().FirstAsync(a => a.Id == id, ct) : null;
            await db.CountFor(action, CountedKind.Rectification, problem.Id, problem.Number, now.DayInChina(), ct);
            return problem.Id;
        }, ct);
    }
}

/// <summary>What holds of measures, people, partners and limits wherever they are set.</summary>
internal static class PlanRules
{
    public static Error? Refuse(string measures, string person) =>
        measures.Trim().Length is < 4 or > Problem.TextLength ? ProblemErrors.TextLength("measures", 4, Problem.TextLength)
        : person.Trim().Length is < 2 or > Problem.PersonLength ? ProblemErrors.TextLength("person", 2, Problem.PersonLength)
        : null;

    public static Error? Refuse(IReadOnlySet<Guid> partners, Guid unitId, UnitBook units) =>
        partners.Contains(unitId) ? ProblemErrors.OwnPartner
        : partners.Count > Problem.MostPartners ? ProblemErrors.TooManyPartners
        : partners.Any(p => units.ById(p) is null) ? ProblemErrors.NoSuchUnit("partnerUnitIds")
        : null;

    public static Error? RefuseLimit(DateOnly due, DateOnly today) => due < today ? ProblemErrors.DueBehind : due.Year > today.Year + 2 ? ProblemErrors.DueTooFar : null;
}
