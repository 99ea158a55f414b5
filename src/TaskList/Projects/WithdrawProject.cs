using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Projects;

/// <summary>A supervisor takes a project off its task, with the reason; what was written about it stays.</summary>
internal static class WithdrawProject
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

            if (project.WithdrawnAt is not null)
            {
                return ProjectErrors.Withdrawn;
            }

            if (await db.Rounds.Where(r => r.ProjectId == project.Id && r.State == RoundState.Open).Select(r => r.Title).FirstOrDefaultAsync(ct) is { } asking)
            {
                return ProjectErrors.RoundOpen(asking);
            }

            if (input.Reason.Trim().Length is < 4 or > 1000)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            project.Withdraw(input.Reason.Trim(), now);
            db.Acts.Add(scene.Act(TaskAction.ProjectWithdrawn, null, actor.Id, actor.Name, now, null, $"{project.Name}：{input.Reason.Trim()}"));
            return project.Id;
        }, ct);
    }
}
