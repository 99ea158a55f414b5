using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Measures;

/// <summary>A reviewer closes a measure (销号) on accepted reports that say it is done; of sharing units all must have. Standing work is never closed.</summary>
internal static class CloseMeasure
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("mea")] Guid MeasureId, int ExpectedVersion, string? Comment = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindMeasure(input.MeasureId, ct) is not { } measure)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(measure.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.Forbidden;
            }

            if (measure.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(measure.Version);
            }

            if (measure.State == MeasureState.Closed)
            {
                return TaskListErrors.ClosedAlready;
            }

            var milestones = await db.MilestonesOf(measure, ct);
            if (milestones.Exists(m => m.Kind != MilestoneKind.Due))
            {
                return TaskListErrors.StandingNeverDone;
            }

            var done = await db.Reports.AsNoTracking().Where(r => r.MeasureId == measure.Id && r.DoneOn != null && r.State == ReportState.Accepted).ToListAsync(ct);
            if (done.Count == 0)
            {
                return TaskListErrors.NobodySaidDone;
            }

            var silent = scene.Owing.Where(a => a.Role == TaskRole.Shared && !done.Exists(r => r.UnitId == a.UnitId)).Select(a => a.Name).ToList();
            if (silent.Count > 0)
            {
                return TaskListErrors.StillSilent(silent);
            }

            if (done.Exists(r => r.SubmittedById == actor.Id))
            {
                return TaskListErrors.OwnReport;
            }

            // Of one unit the last word counts, of several the last of them.
            measure.SayDone(done.GroupBy(r => r.UnitId).Max(g => g.OrderBy(r => r.Position).Last().DoneOn!.Value));
            measure.Close();
            await FinishMilestones(measure, milestones, ct);
            db.Acts.Add(scene.Act(TaskAction.Closed, measure.Id, actor.Id, actor.Name, now, measure.DoneOn, input.Comment?.Trim()));
            return measure.Id;
        }, ct);

        // A deadline is kept when the last of its measures is.
        private async Task FinishMilestones(Measure measure, List<Milestone> milestones, CancellationToken ct)
        {
            var others = await db.Measures.AsNoTracking().Where(m => m.TaskId == measure.TaskId && m.Id != measure.Id && m.WithdrawnAt == null).ToListAsync(ct);
            foreach (var milestone in milestones.Where(m => m.DoneOn is null))
            {
                var covered = others.Where(o => milestone.Covers(o.Id)).ToList();
                if (covered.TrueForAll(o => o.State == MeasureState.Closed))
                {
                    milestone.Finish(covered.Select(o => o.DoneOn!.Value).Append(measure.DoneOn!.Value).Max());
                }
            }
        }
    }
}
