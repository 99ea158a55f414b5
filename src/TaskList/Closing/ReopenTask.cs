using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Closing;

/// <summary>A supervisor opens a closed task again, with the reason; its measures stay closed until they are opened themselves.</summary>
internal static class ReopenTask
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("tsk")] Guid TaskId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!await db.Tasks.AnyAsync(t => t.Id == input.TaskId, ct))
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(input.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.Forbidden;
            }

            if (scene.Task.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(scene.Task.Version);
            }

            if (scene.Task.ClosedOn is null)
            {
                return TaskListErrors.TaskNotClosed;
            }

            if (input.Reason.Trim().Length is < 4 or > 1000)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            scene.Task.Reopen();
            db.Acts.Add(scene.Act(TaskAction.TaskReopened, null, actor.Id, actor.Name, now, null, input.Reason.Trim()));
            return scene.Task.Id;
        }, ct);
    }
}
