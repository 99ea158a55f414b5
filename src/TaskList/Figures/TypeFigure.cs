using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Figures;

/// <summary>A unit types a figure (填报), with where it stands written or a file. What the platform reckons can't be typed over.</summary>
internal static class TypeFigure
{
    private const decimal Largest = 100_000_000_000m;

    public sealed record Input(
        string IdempotencyKey, [property: IdOf("met")] Guid MetricId, [property: IdOf("ou")] Guid UnitId, decimal Value, DateOnly On, string Evidence,
        [property: IdOf("fil")] Guid? FileId = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            var found = input.FileId is { } wanted ? await files.Own(TaskListModule.Evidence, [wanted], ct) : null;
            return await once.Run(db, input, async () =>
            {
                if (!actor.Can(Capability.TaskReport, input.UnitId))
                {
                    return actor.Can(Capability.TaskRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
                }

                if (await db.Metrics.AsNoTracking().FirstOrDefaultAsync(m => m.Id == input.MetricId, ct) is not { } metric)
                {
                    return PlatformErrors.NotFound;
                }

                var now = clock.GetUtcNow();
                var scene = await db.SceneOf(metric.TaskId, now, ct);
                if (Refused(input, metric, scene, found, now) is { } refusal)
                {
                    return refusal;
                }

                var evidence = input.Evidence.Trim();
                db.MetricValues.Add(new MetricValue
                {
                    Id = Guid.CreateVersion7(now),
                    MetricId = metric.Id,
                    ListId = metric.ListId,
                    UnitId = input.UnitId,
                    Value = input.Value,
                    On = input.On,
                    Evidence = evidence,
                    FileId = input.FileId,
                    FileName = input.FileId is { } file ? found![file].Name : null,
                    ById = actor.Id,
                    ByName = actor.Name,
                    At = now,
                });
                db.Acts.Add(scene.Act(
                    TaskAction.FigureTyped, metric.MeasureId, actor.Id, actor.Name, now, input.On,
                    $"{metric.Label} {input.Value:0.####} {metric.Unit}（{scene.Units.NameOf(input.UnitId)}；{evidence}）"));
                return metric.Id;
            }, ct);
        }

        private static Error? Refused(Input input, Metric metric, Scene scene, IReadOnlyDictionary<Guid, FileFacts>? found, DateTimeOffset now) =>
            !metric.IsTyped ? TaskListErrors.ComputedFigure
            : scene.Task.WithdrawnAt is not null ? TaskListErrors.WithdrawnSubject
            : scene.Of(input.UnitId) is null ? TaskListErrors.NotResponsible
            : input.Value is < 0 or > Largest || decimal.Round(input.Value, 4) != input.Value ? TaskListErrors.FigureOutOfRange
            : input.On > now.DayInChina() ? TaskListErrors.FigureAhead
            : input.On.Year < scene.List.Year ? TaskListErrors.DoneBefore(scene.List.Year).At("on")
            : input.FileId is { } file && !found!.ContainsKey(file) ? TaskListErrors.NoSuchFile.At("fileId")
            : input.Evidence.Trim().Length is < 2 or > 400 ? TaskListErrors.EvidenceNeeded
            : null;
    }
}
