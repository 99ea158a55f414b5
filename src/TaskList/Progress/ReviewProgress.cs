using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Progress;

/// <summary>A supervisor accepts a report, or sends it back with the reason (审核、退回).</summary>
internal static class ReviewProgress
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("rep")] Guid ReportId, int ExpectedVersion, bool Accept, string? Reason = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.Reports.FirstOrDefaultAsync(r => r.Id == input.ReportId, ct) is not { } report)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(report.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return actor.SeesReportsOf(report.UnitId, scene.Answering) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            var reason = input.Reason?.Trim();
            if (report.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(report.Version);
            }

            if (report.State != ReportState.Submitted)
            {
                return TaskListErrors.ReviewedAlready;
            }

            if (report.SubmittedById == actor.Id)
            {
                return TaskListErrors.OwnReport;
            }

            if (!input.Accept && reason is not { Length: >= 4 and <= 1000 })
            {
                return TaskListErrors.ReasonLength("reason");
            }

            report.Review(input.Accept, reason, actor.Id, actor.Name, now);
            if (!input.Accept && report.DoneOn is not null)
            {
                await TakeBackDone(report, ct);
            }

            db.Acts.Add(scene.Act(
                input.Accept ? TaskAction.Accepted : TaskAction.Returned, report.MeasureId, actor.Id, actor.Name, now, report.DoneOn,
                input.Accept ? $"{scene.Units.NameOf(report.UnitId)} {report.Period}" : $"{scene.Units.NameOf(report.UnitId)} {report.Period}：{reason}"));
            return report.Id;
        }, ct);

        // Unless another unit's word still stands.
        private async Task TakeBackDone(ProgressReport report, CancellationToken ct)
        {
            var measure = await db.Measures.SingleAsync(m => m.Id == report.MeasureId, ct);
            var others = await db.Reports.AnyAsync(r => r.MeasureId == measure.Id && r.Id != report.Id && r.DoneOn != null && r.State != ReportState.Returned, ct);
            if (measure.State == MeasureState.SaidDone && !others)
            {
                measure.BackToOpen();
            }
        }
    }
}
