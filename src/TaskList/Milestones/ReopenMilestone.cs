using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Milestones;

/// <summary>A supervisor opens a milestone again that wasn't done after all.</summary>
internal static class ReopenMilestone
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("mst")] Guid MilestoneId, int ExpectedVersion, string Reason) : IMutationInput;

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

            if (milestone.DoneOn is null)
            {
                return TaskListErrors.NotDone;
            }

            if (scene.Task.ClosedOn is not null)
            {
                return TaskListErrors.TaskIsClosed;
            }

            if (input.Reason.Trim().Length is < 4 or > 1000)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            milestone.Reopen();
            db.Acts.Add(scene.Act(TaskAction.MilestoneReopened, milestone.OnlyMeasure, actor.Id, actor.Name, now, null, $"{milestone.Title}：{input.Reason.Trim()}"));
            return milestone.Id;
        }, ct);
    }
}
