using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>A leading or responsible unit files the summary of a special action (专项整治工作总结), once; from then on it stands with the measure's rhythm.</summary>
internal static class SummariseSpecialAction
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("spa")] Guid SpecialActionId, int ExpectedVersion, [property: IdOf("ou")] Guid UnitId, string Summary,
        [property: IdOf("fil")] IReadOnlyList<Guid> FileIds) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            Guid[] wanted = [.. input.FileIds.Distinct()];
            var found = await files.Own(TaskListModule.Evidence, wanted, ct);
            return await once.Run(db, input, async () =>
            {
                if (!actor.Can(Capability.TaskReport, input.UnitId))
                {
                    return actor.Can(Capability.TaskRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
                }

                if (await db.SpecialActions.FirstOrDefaultAsync(a => a.Id == input.SpecialActionId, ct) is not { } action)
                {
                    return PlatformErrors.NotFound;
                }

                var now = clock.GetUtcNow();
                var scene = await db.SceneOf(action.TaskId, now, ct);
                if (Refused(input, action, scene, wanted, found) is { } refusal)
                {
                    return refusal;
                }

                action.Summarise(input.Summary.Trim(), input.UnitId, actor.Id, actor.Name, now.DayInChina());
                db.OwnedFiles.AddRange(wanted.Select(f => new OwnedFile { OwnerId = action.Id, FileId = f, Name = found[f].Name }));
                await db.CountFor(action, CountedKind.Summary, action.Id, action.Name, now.DayInChina(), ct);
                db.Acts.Add(scene.Act(TaskAction.SpecialActionSummarised, action.MeasureId, actor.Id, actor.Name, now, now.DayInChina(), action.Name));
                return action.Id;
            }, ct);
        }

        private static Error? Refused(Input input, SpecialAction action, Scene scene, Guid[] wanted, IReadOnlyDictionary<Guid, FileFacts> found) =>
            scene.Of(input.UnitId) is not { Owes: true } ? ProblemErrors.NotLeading
            : action.Summary is not null ? ProblemErrors.SummarisedAlready
            : action.Version != input.ExpectedVersion ? PlatformErrors.Stale(action.Version)
            : input.Summary.Trim().Length is < 10 or > SpecialAction.SummaryLength ? ProblemErrors.TextLength("summary", 10, SpecialAction.SummaryLength)
            : wanted.Length == 0 ? ProblemErrors.SummaryFileNeeded
            : wanted.Length > ProgressReport.MostFiles ? TaskListErrors.TooManyFiles
            : wanted.Any(w => !found.ContainsKey(w)) ? TaskListErrors.NoSuchFile
            : null;
    }
}
