using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Projects;

/// <summary>The project's unit records that a step was done on a day, with the evidence; a start or an opening needs a file (开工、通车是有佐证的事实).</summary>
internal static class FinishStep
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("pst")] Guid StepId, int ExpectedVersion, DateOnly DoneOn, string Evidence, [property: IdOf("fil")] Guid? FileId = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            var found = input.FileId is { } wanted ? await files.Own(TaskListModule.Evidence, [wanted], ct) : null;
            return await once.Run(db, input, async () =>
            {
                if (await db.FindProjectOfStep(input.StepId, ct) is not { } project)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.TaskReport, project.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                if (project.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(project.Version);
                }

                var now = clock.GetUtcNow();
                var step = project.Steps.Single(s => s.Id == input.StepId);
                if (Refused(input, project, step, found, now) is { } refusal)
                {
                    return refusal;
                }

                var scene = await db.SceneOf(project.TaskId, now, ct);
                step.Finish(input.DoneOn, input.Evidence.Trim(), input.FileId, input.FileId is { } file ? found![file].Name : null, actor.Id, actor.Name, now);

                // A step is part of its project: whoever changes it meanwhile sees that it moved.
                db.Entry(project).State = EntityState.Modified;
                db.Acts.Add(scene.Act(TaskAction.ProjectStepDone, null, actor.Id, actor.Name, now, input.DoneOn, $"{project.Name}：{step.What}（{step.Evidence}）"));
                return project.Id;
            }, ct);
        }

        private static Error? Refused(Input input, Project project, ProjectStep step, IReadOnlyDictionary<Guid, FileFacts>? found, DateTimeOffset now) =>
            project.WithdrawnAt is not null ? ProjectErrors.Withdrawn
            : step.DoneOn is not null ? ProjectErrors.StepDoneAlready
            : input.DoneOn > now.DayInChina() ? TaskListErrors.DoneAhead
            : input.Evidence.Trim().Length is < 2 or > 400 ? TaskListErrors.EvidenceNeeded
            : input.FileId is { } file && !found!.ContainsKey(file) ? TaskListErrors.NoSuchFile.At("fileId")
            : step.Kind != StepKind.Other && input.FileId is null ? ProjectErrors.FileForFact
            : null;
    }
}
