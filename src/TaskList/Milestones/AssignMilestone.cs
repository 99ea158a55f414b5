using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Milestones;

/// <summary>A supervisor says which measures a deadline belongs to; none means the whole task. Until then it is a guess from the words.</summary>
internal static class AssignMilestone
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("mst")] Guid MilestoneId, int ExpectedVersion, [property: IdOf("mea")] IReadOnlyList<Guid> MeasureIds) : IMutationInput;

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

            var measures = await db.Measures.AsNoTracking().Where(m => m.TaskId == milestone.TaskId && m.WithdrawnAt == null).OrderBy(m => m.Number).ToListAsync(ct);
            var wanted = input.MeasureIds.ToHashSet();
            if (!wanted.All(w => measures.Exists(m => m.Id == w)))
            {
                return TaskListErrors.NotOfThisTask;
            }

            milestone.Belong(wanted);
            db.Entry(milestone).Property(m => m.Guessed).IsModified = true; // The version rises with the links, which are rows of their own.
            var numbers = measures.Where(m => wanted.Contains(m.Id)).Select(m => m.Number).ToList();
            db.Acts.Add(scene.Act(
                TaskAction.MilestoneAssigned, milestone.OnlyMeasure, actor.Id, actor.Name, now, null,
                $"{milestone.Title}：{(numbers.Count == 0 ? "整项任务" : "措施" + string.Join("、", numbers))}"));
            return milestone.Id;
        }, ct);
    }
}
