using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Projects;

/// <summary>The project's unit types a figure (填报), with where it stands written or a file.</summary>
internal static class TypeProjectFigure
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("pfg")] Guid FigureId, decimal Value, DateOnly On, string Evidence, [property: IdOf("fil")] Guid? FileId = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            var found = input.FileId is { } wanted ? await files.Own(TaskListModule.Evidence, [wanted], ct) : null;
            return await once.Run(db, input, async () =>
            {
                if (await db.FindProjectOfFigure(input.FigureId, ct) is not { } project)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.TaskReport, project.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                var now = clock.GetUtcNow();
                var scene = await db.SceneOf(project.TaskId, now, ct);
                if (Refused(input, project, scene, found, now) is { } refusal)
                {
                    return refusal;
                }

                var figure = project.Figures.Single(f => f.Id == input.FigureId);
                figure.Values.Add(new ProjectValue
                {
                    FigureId = figure.Id,
                    Value = input.Value,
                    On = input.On,
                    Evidence = input.Evidence.Trim(),
                    FileId = input.FileId,
                    FileName = input.FileId is { } file ? found![file].Name : null,
                    ById = actor.Id,
                    ByName = actor.Name,
                    At = now,
                });
                db.Acts.Add(scene.Act(TaskAction.ProjectFigureTyped, null, actor.Id, actor.Name, now, input.On, $"{project.Name}：{figure.Label} {input.Value:0.####} {figure.Unit}（{input.Evidence.Trim()}）"));
                return project.Id;
            }, ct);
        }

        private static Error? Refused(Input input, Project project, Scene scene, IReadOnlyDictionary<Guid, FileFacts>? found, DateTimeOffset now) =>
            project.WithdrawnAt is not null ? ProjectErrors.Withdrawn
            : input.Value is < 0 or > 100_000_000_000m || decimal.Round(input.Value, 4) != input.Value ? TaskListErrors.FigureOutOfRange
            : input.On > now.DayInChina() ? TaskListErrors.FigureAhead
            : input.On.Year < scene.List.Year ? TaskListErrors.DoneBefore(scene.List.Year).At("on")
            : input.FileId is { } file && !found!.ContainsKey(file) ? TaskListErrors.NoSuchFile.At("fileId")
            : input.Evidence.Trim().Length is < 2 or > 400 ? TaskListErrors.EvidenceNeeded
            : null;
    }
}
