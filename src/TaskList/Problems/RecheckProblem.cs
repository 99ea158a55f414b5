using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Problems;

/// <summary>回头看: a closed problem is looked at again. When it came back it is open again, with a new limit.</summary>
internal static class RecheckProblem
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prb")] Guid ProblemId, int ExpectedVersion, DateOnly On, RecheckResult Result, string Text, DateOnly? DueOn = null,
        [property: IdOf("fil")] IReadOnlyList<Guid>? FileIds = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            Guid[] wanted = [.. (input.FileIds ?? []).Distinct()];
            var found = await files.Own(TaskListModule.Evidence, wanted, ct);
            return await once.Run(db, input, async () =>
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
                if (Refused(input, problem, wanted, found, now.DayInChina()) is { } refusal)
                {
                    return refusal;
                }

                var recheck = new ProblemRecheck
                {
                    Id = Guid.CreateVersion7(now),
                    ProblemId = problem.Id,
                    On = input.On,
                    Result = input.Result,
                    Text = input.Text.Trim(),
                    ById = actor.Id,
                    ByName = actor.Name,
                    At = now,
                };
                db.ProblemRechecks.Add(recheck);
                db.OwnedFiles.AddRange(wanted.Select(f => new OwnedFile { OwnerId = recheck.Id, FileId = f, Name = found[f].Name }));
                if (input.Result == RecheckResult.Relapsed)
                {
                    problem.Reopen(input.DueOn!.Value);
                }
                else
                {
                    problem.Held(input.On);
                }

                db.ProblemActs.Add(problem.Act(input.Result == RecheckResult.Held ? ProblemAction.RecheckHeld : ProblemAction.RecheckRelapsed, actor, now, input.On, recheck.Text));
                return problem.Id;
            }, ct);
        }

        private Error? Refused(Input input, Problem problem, Guid[] wanted, IReadOnlyDictionary<Guid, FileFacts> found, DateOnly today) =>
            problem.Version != input.ExpectedVersion ? PlatformErrors.Stale(problem.Version)
            : !problem.IsClosed ? ProblemErrors.NotClosed
            : actor.IsOfUnit(problem) ? ProblemErrors.OwnUnit
            : input.Text.Trim().Length is < 4 or > 1000 ? ProblemErrors.TextLength("text", 4, 1000)
            : input.On > today ? ProblemErrors.RecheckAhead
            : input.On < problem.ClosedOn ? ProblemErrors.RecheckBefore(problem.ClosedOn.Value)
            : wanted.Length > ProgressReport.MostFiles ? TaskListErrors.TooManyFiles
            : wanted.Any(w => !found.ContainsKey(w)) ? TaskListErrors.NoSuchFile
            : input.Result == RecheckResult.Held ? null
            : input.DueOn is not { } due ? ProblemErrors.NewLimitNeeded
            : PlanRules.RefuseLimit(due, today);
    }
}
