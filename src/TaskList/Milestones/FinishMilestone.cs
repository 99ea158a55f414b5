using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Milestones;

/// <summary>A supervisor notes that a dated milestone was done on a day, and on what ground (节点办结); never whoever reported on it. 分工负责 asks that all units have reported.</summary>
internal static class FinishMilestone
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("mst")] Guid MilestoneId, int ExpectedVersion, DateOnly DoneOn, string Basis) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindMilestone(input.MilestoneId, ct) is not { } milestone)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(milestone.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.Forbidden;
            }

            if (milestone.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(milestone.Version);
            }

            if (Refused(input, milestone, scene, now) is { } refusal)
            {
                return refusal;
            }

            var reports = await db.Reports.AsNoTracking().Where(r => r.TaskId == milestone.TaskId).ToListAsync(ct);
            var accepted = reports.Where(r => r.State == ReportState.Accepted && milestone.Covers(r.MeasureId)).Select(r => r.UnitId).ToHashSet();
            var silent = scene.Owing.Where(a => a.Role == TaskRole.Shared && !accepted.Contains(a.UnitId)).Select(a => a.Name).ToList();
            if (silent.Count > 0)
            {
                return TaskListErrors.StillSilent(silent);
            }

            if (reports.Exists(r => r.State != ReportState.Returned && milestone.Covers(r.MeasureId) && r.SubmittedById == actor.Id))
            {
                return TaskListErrors.OwnReport;
            }

            milestone.NoteDone(input.DoneOn);
            var assessment = Assessments.Of(milestone.DueOn!.Value, milestone.WorkingDueOn!.Value, input.DoneOn).Text(true);
            db.Acts.Add(scene.Act(
                TaskAction.MilestoneDone, milestone.OnlyMeasure, actor.Id, actor.Name, now, input.DoneOn, $"{milestone.Title}：{assessment}。{input.Basis.Trim()}"));
            return milestone.Id;
        }, ct);

        private static Error? Refused(Input input, Milestone milestone, Scene scene, DateTimeOffset now) =>
            milestone.WithdrawnAt is not null ? TaskListErrors.WithdrawnSubject
            : milestone.Kind != MilestoneKind.Due ? TaskListErrors.NotDated
            : milestone.DoneOn is not null ? TaskListErrors.DoneAlready
            : input.Basis.Trim().Length is < 4 or > 1000 ? TaskListErrors.ReasonLength("basis")
            : scene.CheckDone(input.DoneOn, now).Error;
    }
}
