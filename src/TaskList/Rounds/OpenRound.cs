using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds;

/// <summary>A supervisor opens a round (调度) on a task, and every responsible unit owes an answer from then on; or on one of its projects, and that one's own unit alone does.</summary>
internal static class OpenRound
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("tsk")] Guid TaskId, string Title, DateOnly From, DateOnly To, DateOnly DueOn, [property: IdOf("prj")] Guid? ProjectId = null,
        [property: IdOf("mea")] IReadOnlyList<Guid>? MeasureIds = null, [property: IdOf("mea")] IReadOnlyList<Guid>? CountsForIds = null,
        [property: IdOf("ou")] IReadOnlyList<Guid>? OutsideUnitIds = null) : IMutationInput;

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

            if (Refused(input, scene, now.DayInChina()) is { } refusal)
            {
                return refusal;
            }

            var all = await db.Measures.AsNoTracking().Where(m => m.TaskId == input.TaskId && m.WithdrawnAt == null).OrderBy(m => m.Number).ToListAsync(ct);
            if (input.MeasureIds is { Count: 0 })
            {
                return RoundErrors.NothingAsked;
            }

            var asked = input.MeasureIds is { } some ? all.Where(m => some.Contains(m.Id)).ToList() : all;
            var counting = (await db.MeasuresCounting(scene.List.Id, CountedKind.Round, ct)).Select(m => m.Id).ToHashSet();
            Guid[] countsFor = [.. (input.CountsForIds ?? []).Distinct()];
            if (!(input.MeasureIds ?? []).Concat(countsFor).All(id => all.Exists(m => m.Id == id)))
            {
                return TaskListErrors.NotOfThisTask;
            }

            if (!countsFor.All(counting.Contains))
            {
                return TaskListErrors.NotCountedFor.At("countsForIds");
            }

            var project = input.ProjectId is { } of ? await db.Projects.AsNoTracking().WithParts().FirstOrDefaultAsync(p => p.Id == of && p.TaskId == input.TaskId && p.WithdrawnAt == null, ct) : null;
            if (input.ProjectId is not null && project is null)
            {
                return RoundErrors.NotItsProject;
            }

            if (project is not null && input.OutsideUnitIds is { Count: > 0 })
            {
                return RoundErrors.ProjectAlone;
            }

            var named = await db.Responsibilities.AsNoTracking().Include(r => r.Named).Where(r => r.TaskId == input.TaskId).ToListAsync(ct);
            var outside = scene.Units.OutsideOf(named, now.DayInChina()).ToDictionary(u => u.Id);
            if (!(input.OutsideUnitIds ?? []).All(outside.ContainsKey))
            {
                return RoundErrors.NotOutside;
            }

            Guid[] owing = project is not null ? [project.UnitId] : [.. scene.Owing.Select(a => a.UnitId).Union(input.OutsideUnitIds ?? [])];
            if (owing.Length == 0)
            {
                return RoundErrors.NobodyOwes;
            }

            var id = Guid.CreateVersion7(now);
            db.Rounds.Add(new Round
            {
                Id = id,
                ListId = scene.List.Id,
                TaskId = input.TaskId,
                Title = input.Title.Trim(),
                ProjectId = project?.Id,
                Project = project?.Name,
                From = input.From,
                To = input.To,
                DueOn = input.DueOn,
                OpenedById = actor.Id,
                OpenedByName = actor.Name,
                OpenedAt = now,
                Measures = [.. asked.Union(all.Where(m => countsFor.Contains(m.Id))).Select(m => new RoundMeasure
                {
                    RoundId = id, MeasureId = m.Id, AsksPercent = m.Kind == MeasureKind.Figure && asked.Contains(m), Counts = countsFor.Contains(m.Id),
                })],
                Metrics = project is not null ? Figures(id, input, project) : await Figures(id, input, [.. asked.Select(m => m.Id)], ct),
                Units = [.. owing.Select((u, i) => new RoundUnit { RoundId = id, UnitId = u, Position = i, Name = scene.Units.NameOf(u), Outside = scene.Units.ById(u)!.IsOutside() })],
            });
            db.Acts.Add(scene.Act(TaskAction.RoundOpened, null, actor.Id, actor.Name, now, input.DueOn, input.Title.Trim()));
            return id;
        }, ct);

        private static Error? Refused(Input input, Scene scene, DateOnly today) =>
            scene.Task.WithdrawnAt is not null ? TaskListErrors.WithdrawnSubject
            : input.Title.Trim().Length is < 2 or > Round.TitleLength ? RoundErrors.TitleLength
            : input.To < input.From ? RoundErrors.PeriodOrder
            : input.From.Year < scene.List.Year || input.To.Year > scene.List.Year + 1 ? RoundErrors.PeriodOutside(scene.List.Year)
            : input.DueOn < today || input.DueOn < input.From ? RoundErrors.DuePast
            : null;

        // The project's own, each with where it stood before the period.
        private static List<RoundMetric> Figures(Guid roundId, Input input, Project project) =>
        [
            .. project.Figures.OrderBy(f => f.Position).Select((f, i) => new RoundMetric { RoundId = roundId, MetricId = f.Id, Position = i, Baseline = f.On(input.From.AddDays(-1))?.Value }),
        ];

        // The typed figures of the task and of the measures that are asked about, each with where it stood before the period.
        private async Task<List<RoundMetric>> Figures(Guid roundId, Input input, Guid[] measures, CancellationToken ct)
        {
            var metrics = await db.Metrics.AsNoTracking()
                .Where(m => m.TaskId == input.TaskId && m.Source == MetricSource.Reported && (m.MeasureId == null || measures.Contains(m.MeasureId.Value)))
                .OrderBy(m => m.MeasureId != null).ThenBy(m => m.Position).ToListAsync(ct);
            Guid[] ids = [.. metrics.Select(m => m.Id)];
            var before = (await db.MetricValues.AsNoTracking().Where(v => ids.Contains(v.MetricId) && v.On < input.From).ToListAsync(ct))
                .GroupBy(v => v.MetricId).ToDictionary(g => g.Key, g => g.OrderBy(v => v.On).ThenBy(v => v.Position).Last().Value);
            var order = (await db.Measures.AsNoTracking().Where(m => m.TaskId == input.TaskId).ToListAsync(ct)).ToDictionary(m => m.Id, m => m.Number);
            return
            [
                .. metrics.OrderBy(m => m.MeasureId is { } of ? order[of] : 0).ThenBy(m => m.Position)
                    .Select((m, i) => new RoundMetric { RoundId = roundId, MetricId = m.Id, Position = i, Baseline = m.Baseline ?? (before.TryGetValue(m.Id, out var value) ? value : null) }),
            ];
        }
    }
}
