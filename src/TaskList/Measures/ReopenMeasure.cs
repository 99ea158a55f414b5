using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Measures;

/// <summary>A reviewer opens a closed measure again, with the reason. The deadlines that its closing had ended are open again too; those that were noted done on a ground of their own stay so.</summary>
internal static class ReopenMeasure
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("mea")] Guid MeasureId, int ExpectedVersion, string Reason) : IMutationInput;

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

            if (measure.State != MeasureState.Closed)
            {
                return TaskListErrors.NotClosed;
            }

            if (input.Reason.Trim().Length is < 4 or > 1000)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            measure.BackToOpen();
            if (scene.Task.ClosedOn is not null)
            {
                // A task with an open measure isn't closed.
                scene.Task.Reopen();
                db.Acts.Add(scene.Act(TaskAction.TaskReopened, null, actor.Id, actor.Name, now, null, $"措施{measure.Number}重新打开"));
            }

            foreach (var milestone in (await db.MilestonesOf(measure, ct)).Where(m => m is { DoneOn: not null, NotedDone: false }))
            {
                milestone.Reopen();
                db.Acts.Add(scene.Act(TaskAction.MilestoneReopened, measure.Id, actor.Id, actor.Name, now, null, $"{milestone.Title}：措施{measure.Number}重新打开"));
            }

            db.Acts.Add(scene.Act(TaskAction.Reopened, measure.Id, actor.Id, actor.Name, now, null, input.Reason.Trim()));
            return measure.Id;
        }, ct);
    }
}
