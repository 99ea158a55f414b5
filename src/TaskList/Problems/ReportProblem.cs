using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Problems;

/// <summary>A unit reports about a problem, with files; the responsible one says that it is mended, with evidence and where it looked for similar ones (举一反三).</summary>
internal static class ReportProblem
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prb")] Guid ProblemId, [property: IdOf("ou")] Guid UnitId, string Narrative, DateOnly? MendedOn = null, string? Similar = null,
        int? SimilarFound = null, [property: IdOf("fil")] IReadOnlyList<Guid>? FileIds = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            Guid[] wanted = [.. (input.FileIds ?? []).Distinct()];
            var found = await files.Own(TaskListModule.Evidence, wanted, ct);
            return await once.Run(db, input, async () =>
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
                if (Refused(input, problem, wanted, found, now.DayInChina()) is { } refusal)
                {
                    return refusal;
                }

                var report = new ProblemReport
                {
                    Id = Guid.CreateVersion7(now),
                    ProblemId = problem.Id,
                    UnitId = input.UnitId,
                    Narrative = input.Narrative.Trim(),
                    MendedOn = input.MendedOn,
                    Similar = input.MendedOn is null ? null : input.Similar!.Trim(),
                    SimilarFound = input.MendedOn is null ? null : input.SimilarFound,
                    ById = actor.Id,
                    ByName = actor.Name,
                    At = now,
                };
                db.ProblemReports.Add(report);
                db.OwnedFiles.AddRange(wanted.Select(f => new OwnedFile { OwnerId = report.Id, FileId = f, Name = found[f].Name }));
                if (input.MendedOn is { } mended)
                {
                    problem.SayMended(mended, actor.Id, actor.Name, now);
                }

                db.ProblemActs.Add(problem.Act(input.MendedOn is null ? ProblemAction.Reported : ProblemAction.SaidMended, actor, now, input.MendedOn, report.Narrative));
                return problem.Id;
            }, ct);
        }

        private static Error? Refused(Input input, Problem problem, Guid[] wanted, IReadOnlyDictionary<Guid, FileFacts> found, DateOnly today) =>
            !problem.Concerns(input.UnitId) ? ProblemErrors.NoPart
            : problem.IsClosed ? ProblemErrors.ClosedAlready
            : problem.State == ProblemState.NotStarted ? ProblemErrors.NotPlanned
            : input.Narrative.Trim().Length is < 2 or > ProblemReport.NarrativeLength ? ProblemErrors.TextLength("narrative", 2, ProblemReport.NarrativeLength)
            : wanted.Length > ProgressReport.MostFiles ? TaskListErrors.TooManyFiles
            : wanted.Any(w => !found.ContainsKey(w)) ? TaskListErrors.NoSuchFile
            : input.MendedOn is not { } day ? null
            : problem.UnitId != input.UnitId ? ProblemErrors.OnlyResponsible("mendedOn")
            : problem.State == ProblemState.SaidMended ? ProblemErrors.WaitsAlready
            : day > today ? ProblemErrors.MendedAhead
            : day < problem.FoundOn ? ProblemErrors.MendedBefore(problem.FoundOn)
            : wanted.Length == 0 ? ProblemErrors.FilesNeeded
            : input.Similar?.Trim().Length is null or < 4 or > 1000 || input.SimilarFound is null ? ProblemErrors.SimilarNeeded
            : input.SimilarFound is < 0 or > 9999 ? ProblemErrors.SimilarOutOfRange
            : null;
    }
}
