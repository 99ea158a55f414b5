using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Closing;

/// <summary>A supervisor closes a task as a whole (整项销号), once all its measures are closed. Standing tasks keep their rhythm: their measures are never closed, so neither are they.</summary>
internal static class CloseTask
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("tsk")] Guid TaskId, int ExpectedVersion, string? Comment = null) : IMutationInput;

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

            if (scene.Task.WithdrawnAt is not null)
            {
                return TaskListErrors.WithdrawnSubject;
            }

            if (scene.Task.ClosedOn is not null)
            {
                return TaskListErrors.TaskClosedAlready;
            }

            var open = await db.Measures.AsNoTracking().Where(m => m.TaskId == input.TaskId && m.WithdrawnAt == null && m.State != MeasureState.Closed).OrderBy(m => m.Number).Select(m => m.Number).ToListAsync(ct);
            if (open.Count > 0)
            {
                return TaskListErrors.MeasuresOpen(open);
            }

            scene.Task.Close(now.DayInChina());
            db.Acts.Add(scene.Act(TaskAction.TaskClosed, null, actor.Id, actor.Name, now, scene.Task.ClosedOn, input.Comment?.Trim()));
            return scene.Task.Id;
        }, ct);
    }
}
