using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Problems;

/// <summary>A supervisor puts right what was written down of a problem; what stood there before stays in its story. Limits aren't corrected.</summary>
internal static class CorrectProblem
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prb")] Guid ProblemId, int ExpectedVersion, string Reason, string? Text = null, string? Kind = null, string? Basis = null,
        [property: IdOf("ou")] Guid? UnitId = null, string? Person = null, string? Measures = null, [property: IdOf("ou")] IReadOnlyList<Guid>? PartnerUnitIds = null) : IMutationInput;

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

            if (problem.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(problem.Version);
            }

            var units = await db.UnitBook(ct);
            if (Refused(input, problem, units) is { } refusal)
            {
                return refusal;
            }

            List<(ProblemField Field, string? Before, string? After)> changes = [.. Changes(input, problem, units)];
            if (changes.Count == 0)
            {
                return ProblemErrors.NothingCorrected;
            }

            Apply(input, problem);
            db.Entry(problem).Property(p => p.Kind).IsModified = true; // The version rises with the partners, which are rows of their own.
            var now = clock.GetUtcNow();
            db.ProblemActs.AddRange(changes.Select(c => new ProblemAct
            {
                ProblemId = problem.Id,
                At = now,
                ById = actor.Id,
                ByName = actor.Name,
                Action = ProblemAction.Corrected,
                Field = c.Field,
                Before = c.Before,
                After = c.After,
                Note = input.Reason.Trim(),
            }));
            return problem.Id;
        }, ct);

        private Error? Refused(Input input, Problem problem, UnitBook units) =>
            input.Reason.Trim().Length is < 4 or > 1000 ? TaskListErrors.ReasonLength("reason")
            : input.Text is { } text && text.Trim().Length is < 4 or > Problem.TextLength ? ProblemErrors.TextLength("text", 4, Problem.TextLength)
            : input.Kind is { } kind && kind.Trim().Length is < 2 or > Problem.KindLength ? ProblemErrors.TextLength("kind", 2, Problem.KindLength)
            : input.Basis is { } basis && basis.Trim().Length > Problem.BasisLength ? ProblemErrors.TextLength("basis", 0, Problem.BasisLength)
            : (input.Measures ?? input.Person) is not null && problem.State == ProblemState.NotStarted ? ProblemErrors.NotPlanned
            : PlanRules.Refuse(input.Measures ?? problem.Measures ?? "未定措施", input.Person ?? problem.PersonName ?? "未定") is { } wrong ? wrong
            : input.UnitId is { } unit && (units.ById(unit) is null || !actor.Can(Capability.TaskSupervise, unit)) ? ProblemErrors.NoSuchUnit("unitId")
            : input.UnitId is { } moved && moved != problem.UnitId && problem.IsClosed ? ProblemErrors.ClosedAlready.At("unitId")
            : input.UnitId is { } other && other != problem.UnitId && problem.State == ProblemState.SaidMended ? ProblemErrors.WaitsAlready.At("unitId")
            : PlanRules.Refuse((input.PartnerUnitIds ?? [.. problem.Partners.Select(p => p.UnitId)]).ToHashSet(), input.UnitId ?? problem.UnitId, units);

        private static IEnumerable<(ProblemField Field, string? Before, string? After)> Changes(Input input, Problem problem, UnitBook units)
        {
            (ProblemField Field, string? Before, string? After)[] said =
            [
                (ProblemField.Text, problem.Text, input.Text?.Trim() ?? problem.Text),
                (ProblemField.Kind, problem.Kind, input.Kind?.Trim() ?? problem.Kind),
                (ProblemField.Basis, problem.Basis, input.Basis is null ? problem.Basis : Blank(input.Basis)),
                (ProblemField.Unit, units.NameOf(problem.UnitId), units.NameOf(input.UnitId ?? problem.UnitId)),
                (ProblemField.Person, problem.PersonName, input.Person?.Trim() ?? problem.PersonName),
                (ProblemField.Measures, problem.Measures, input.Measures?.Trim() ?? problem.Measures),
                (ProblemField.Partners, Names(problem.Partners.Select(p => p.UnitId), units), Names(input.PartnerUnitIds ?? [.. problem.Partners.Select(p => p.UnitId)], units)),
            ];
            return said.Where(s => s.Before != s.After);
        }

        private static void Apply(Input input, Problem problem)
        {
            problem.Text = input.Text?.Trim() ?? problem.Text;
            problem.Kind = input.Kind?.Trim() ?? problem.Kind;
            problem.Basis = input.Basis is null ? problem.Basis : Blank(input.Basis);
            problem.UnitId = input.UnitId ?? problem.UnitId;
            problem.PersonName = input.Person?.Trim() ?? problem.PersonName;
            problem.Measures = input.Measures?.Trim() ?? problem.Measures;
            if (input.PartnerUnitIds is { } partners)
            {
                problem.Partner(partners.ToHashSet());
            }
        }

        private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

        private static string Names(IEnumerable<Guid> ids, UnitBook units) => string.Join("、", ids.Distinct().Select(units.NameOf).Order(StringComparer.Ordinal));
    }
}
