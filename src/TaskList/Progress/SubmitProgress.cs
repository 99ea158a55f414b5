using Commerce.Contracts.TaskList;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Progress;

/// <summary>A unit reports on a measure (进度上报), with files of evidence; a responsible one may say that it is done.</summary>
internal static class SubmitProgress
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("mea")] Guid MeasureId, [property: IdOf("ou")] Guid UnitId, Month Period, string Narrative, int? Percent = null,
        DateOnly? DoneOn = null, [property: IdOf("fil")] IReadOnlyList<Guid>? FileIds = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            // The files lie in the house's own database: looked up before the module's transaction begins.
            Guid[] wanted = [.. (input.FileIds ?? []).Distinct()];
            var found = await files.Own(TaskListModule.Evidence, wanted, ct);
            return await once.Run(db, input, async () =>
            {
                if (!actor.Can(Capability.TaskReport, input.UnitId))
                {
                    return actor.Can(Capability.TaskRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
                }

                if (await db.FindMeasure(input.MeasureId, ct) is not { } measure)
                {
                    return PlatformErrors.NotFound;
                }

                var now = clock.GetUtcNow();
                var scene = await db.SceneOf(measure.TaskId, now, ct);
                if (Refused(input, measure, scene, wanted, found, now) is { } refusal)
                {
                    return refusal;
                }

                if (input.DoneOn is { } done)
                {
                    if ((await db.MilestonesOf(measure, ct)).Exists(m => m.Kind != MilestoneKind.Due))
                    {
                        return TaskListErrors.StandingNeverDone.At("doneOn");
                    }

                    measure.SayDone(done);
                }

                var id = Guid.CreateVersion7(now);
                db.Reports.Add(new ProgressReport
                {
                    Id = id,
                    MeasureId = measure.Id,
                    TaskId = measure.TaskId,
                    ListId = measure.ListId,
                    UnitId = input.UnitId,
                    Period = input.Period,
                    Percent = input.Percent,
                    Narrative = input.Narrative.Trim(),
                    DoneOn = input.DoneOn,
                    SubmittedById = actor.Id,
                    SubmittedByName = actor.Name,
                    SubmittedAt = now,
                    Files = [.. wanted.Select(f => new ReportFile { ReportId = id, FileId = f, Name = found[f].Name })],
                });
                db.Acts.Add(scene.Act(
                    input.DoneOn is null ? TaskAction.Reported : TaskAction.SaidDone, measure.Id, actor.Id, actor.Name, now, input.DoneOn,
                    $"{scene.Units.NameOf(input.UnitId)} {input.Period}"));
                db.Publish(
                    new ProgressSubmitted(
                        id, scene.List.Year, scene.Task.Number, measure.Number, measure.Id, input.UnitId, input.Period.ToString(), input.Percent, input.DoneOn is not null, now),
                    now);
                return id;
            }, ct);
        }

        private static Error? Refused(Input input, Measure measure, Scene scene, Guid[] wanted, IReadOnlyDictionary<Guid, FileFacts> found, DateTimeOffset now)
        {
            if (measure.WithdrawnAt is not null)
            {
                return TaskListErrors.WithdrawnSubject;
            }

            if (scene.Of(input.UnitId) is not { } part)
            {
                return TaskListErrors.NotResponsible;
            }

            return measure.State == MeasureState.Closed ? TaskListErrors.ClosedAlready
                : input.Percent is < 0 or > 100 ? TaskListErrors.PercentOutOfRange
                : input.Percent is not null && measure.Kind != MeasureKind.Figure ? TaskListErrors.PercentNotAsked
                : input.Narrative.Trim().Length is < 2 or > ProgressReport.NarrativeLength ? TaskListErrors.NarrativeLength
                : input.Period > now.MonthInChina() ? TaskListErrors.PeriodAhead
                : input.Period.Year < scene.List.Year ? TaskListErrors.PeriodBefore(scene.List.Year)
                : wanted.Length > ProgressReport.MostFiles ? TaskListErrors.TooManyFiles
                : wanted.Any(w => !found.ContainsKey(w)) ? TaskListErrors.NoSuchFile
                : input.DoneOn is not { } done ? null
                : part.Role == TaskRole.Cooperate ? TaskListErrors.OnlyResponsibleSaysDone
                : scene.CheckDone(done, now).Error;
        }
    }
}
