using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Projects;

/// <summary>A supervisor brings a withdrawn project back to its task, with the reason; all that was written about it stands again.</summary>
internal static class RestoreProject
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("prj")] Guid ProjectId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindProject(input.ProjectId, ct) is not { } project)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(project.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.Forbidden;
            }

            if (project.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(project.Version);
            }

            if (scene.Task.WithdrawnAt is not null)
            {
                return TaskListErrors.WithdrawnSubject;
            }

            if (project.WithdrawnAt is null)
            {
                return ProjectErrors.NotWithdrawn;
            }

            if (input.Reason.Trim().Length is < 4 or > 1000)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            project.Restore();
            db.Acts.Add(scene.Act(TaskAction.ProjectRestored, null, actor.Id, actor.Name, now, null, $"{project.Name}：{input.Reason.Trim()}"));
            return project.Id;
        }, ct);
    }
}
