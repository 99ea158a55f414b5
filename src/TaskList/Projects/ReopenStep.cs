using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Projects;

/// <summary>A supervisor sends a recorded step back: the evidence doesn't hold. What was said stays in the story.</summary>
internal static class ReopenStep
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("pst")] Guid StepId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindProjectOfStep(input.StepId, ct) is not { } project)
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

            var step = project.Steps.Single(s => s.Id == input.StepId);
            if (step.DoneOn is not { } done)
            {
                return ProjectErrors.StepNotDone;
            }

            if (step.DoneById == actor.Id)
            {
                return ProjectErrors.OwnFact;
            }

            if (input.Reason.Trim().Length is < 4 or > 1000)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            db.Acts.Add(scene.Act(TaskAction.ProjectStepReopened, null, actor.Id, actor.Name, now, done, $"{project.Name}：{step.What}（{step.DoneByName}；{step.Evidence}）。{input.Reason.Trim()}"));
            step.Reopen();
            db.Entry(project).State = EntityState.Modified;
            return project.Id;
        }, ct);
    }
}
