using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.SampleData;

/// <summary>Rounds of the demonstration (示例): one that was held and counts, one on a project, and one in which some have answered, one was sent back and others owe.</summary>
internal static class SampleRounds
{
    private const string By = "示例数据";

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<TaskListDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await db.InTransaction(
            async _ =>
            {
                var year = now.DayInChina().Year;
                if (await db.Rounds.AnyAsync(ct) || await db.Lists.AsNoTracking().FirstOrDefaultAsync(l => l.Year == year && l.Sample, ct) is not { } list)
                {
                    return false;
                }

                await Held(db, list.Id, now, ct);
                await OnProject(db, list.Id, now, ct);
                await Open(db, list.Id, now, ct);
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }

    private static async Task Held(TaskListDbContext db, Guid listId, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DayInChina();
        var month = new DateOnly(today.Year, today.Month, 1);
        var from = month.AddMonths(-1).Year < today.Year ? month : month.AddMonths(-1);
        var to = from.AddMonths(1).AddDays(-1) < today ? from.AddMonths(1).AddDays(-1) : today;
        var (scene, round) = await Opened(db, listId, 5, "农村公路调度（示例）", from, to, to, now, ct);
        if (round is null)
        {
            return;
        }

        Guid[] asked = [.. round.Metrics.Select(m => m.MetricId)];
        var metrics = await db.Metrics.AsNoTracking().Where(m => asked.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var accepted = new List<RoundAnswer>();
        foreach (var unit in round.Units)
        {
            var answer = Answered(db, round, unit, $"{unit.Name}：旅游路、资源路、产业路路基完成过半，危桥改造和安防工程按计划推进（示例）。", [62, 11, 138], 60, now);
            answer.Accept(Guid.Empty, By, now);
            db.MetricValues.AddRange(AcceptedFigures.Of(round, answer, accepted, metrics, to, now));
            accepted.Add(answer);
        }

        var held = to.AddDays(2) < today ? to.AddDays(2) : today;
        round.Hold(held, "进度总体符合计划；请公路局把剩余危桥的开工时间逐座排出（示例）。", Guid.Empty, By, now);
        await db.Count(listId, [.. round.Measures.Where(m => m.Counts).Select(m => m.MeasureId)], CountedKind.Round, round.Id, round.Title, held, ct);
        db.Acts.Add(scene.Act(TaskAction.RoundHeld, null, Guid.Empty, By, now, held, round.Title));
    }

    private static async Task OnProject(TaskListDbContext db, Guid listId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Projects.AsNoTracking().WithParts().FirstOrDefaultAsync(p => p.ListId == listId && p.Id == SampleId.Of("project", "示例甲高速公路"), ct) is not { } project)
        {
            return;
        }

        var today = now.DayInChina();
        var from = new DateOnly(today.Year, 1, 1);
        var id = Guid.CreateVersion7(now);
        var scene = await db.SceneOf(project.TaskId, now, ct);
        var round = new Round
        {
            Id = id,
            ListId = listId,
            TaskId = project.TaskId,
            ProjectId = project.Id,
            Project = project.Name,
            Title = "示例甲高速公路调度（示例）",
            From = from,
            To = today,
            DueOn = today,
            OpenedById = Guid.Empty,
            OpenedByName = By,
            OpenedAt = now,
            Metrics = [.. project.Figures.OrderBy(f => f.Position).Select((f, i) => new RoundMetric { RoundId = id, MetricId = f.Id, Position = i })],
            Units = [new RoundUnit { RoundId = id, UnitId = project.UnitId, Position = 0, Name = scene.Units.NameOf(project.UnitId), Outside = false }],
        };
        db.Rounds.Add(round);
        var answer = Answered(db, round, round.Units[0], "主体工程完成七成，路面开始施工（示例）。", [147], null, now);
        answer.Accept(Guid.Empty, By, now);
        db.AddRange(AcceptedFigures.OfProject(round, answer, today, now));
        round.Hold(today, "进度符合计划（示例）。", Guid.Empty, By, now);
        db.Acts.Add(scene.Act(TaskAction.RoundOpened, null, Guid.Empty, By, now, today, round.Title));
        db.Acts.Add(scene.Act(TaskAction.RoundHeld, null, Guid.Empty, By, now, today, round.Title));
    }

    private static async Task Open(TaskListDbContext db, Guid listId, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DayInChina();
        var from = new DateOnly(today.Year, today.Month, 1);
        var (_, round) = await Opened(db, listId, 3, "高速公路项目调度（示例）", from, from.AddMonths(1).AddDays(-1), today.AddDays(5), now, ct);
        foreach (var (unit, at) in (round?.Units ?? []).Select((u, i) => (u, i)))
        {
            if (at == 0)
            {
                Answered(db, round!, unit, "续建项目甲、乙路面施工，本月完成年度计划的七成（示例）。", [], 70, now);
            }
            else if (at == 1)
            {
                Answered(db, round!, unit, "正在办理（示例）。", [], null, now).Return("请写明办到哪一步、还缺什么", Guid.Empty, By, now);
            }
        }
    }

    private static async Task<(Scene Scene, Round? Round)> Opened(TaskListDbContext db, Guid listId, int task, string title, DateOnly from, DateOnly to, DateOnly due, DateTimeOffset now, CancellationToken ct)
    {
        var taskId = await db.Tasks.Where(t => t.ListId == listId && t.Number == task).Select(t => t.Id).SingleAsync(ct);
        var scene = await db.SceneOf(taskId, now, ct);
        if (!scene.Owing.Any())
        {
            return (scene, null);
        }

        var id = Guid.CreateVersion7(now);
        var measures = await db.Measures.AsNoTracking().Where(m => m.TaskId == taskId).OrderBy(m => m.Number).ToListAsync(ct);
        var counting = (await db.MeasuresCounting(listId, CountedKind.Round, ct)).Select(m => m.Id).ToHashSet();
        var metrics = await db.Metrics.AsNoTracking().Where(m => m.TaskId == taskId && m.Source == MetricSource.Reported).ToListAsync(ct);
        var order = measures.ToDictionary(m => m.Id, m => m.Number);
        var round = new Round
        {
            Id = id,
            ListId = listId,
            TaskId = taskId,
            Title = title,
            From = from,
            To = to,
            DueOn = due,
            OpenedById = Guid.Empty,
            OpenedByName = By,
            OpenedAt = now,
            Measures = [.. measures.Select(m => new RoundMeasure { RoundId = id, MeasureId = m.Id, AsksPercent = m.Kind == MeasureKind.Figure, Counts = counting.Contains(m.Id) })],
            Metrics = [.. metrics.OrderBy(m => m.MeasureId is { } of ? order[of] : 0).ThenBy(m => m.Position).Select((m, i) => new RoundMetric { RoundId = id, MetricId = m.Id, Position = i, Baseline = m.Baseline })],
            Units = [.. scene.Owing.Select((a, i) => new RoundUnit { RoundId = id, UnitId = a.UnitId, Position = i, Name = a.Name, Outside = false })],
        };
        db.Rounds.Add(round);
        db.Acts.Add(scene.Act(TaskAction.RoundOpened, null, Guid.Empty, By, now, due, title));
        return (scene, round);
    }

    private static RoundAnswer Answered(TaskListDbContext db, Round round, RoundUnit unit, string narrative, decimal[] figures, int? percent, DateTimeOffset now)
    {
        var answer = new RoundAnswer { Id = Guid.CreateVersion7(now), RoundId = round.Id, ListId = round.ListId, UnitId = unit.UnitId, Number = 1 };
        answer.Write(
            new(
                narrative, round.Metrics.Zip(figures).ToDictionary(f => f.First.MetricId, f => f.Second),
                percent is { } p ? round.Measures.Where(m => m.AsksPercent).Take(1).ToDictionary(m => m.MeasureId, _ => p) : [], new Dictionary<Guid, string>()),
            true, Guid.Empty, By, now);
        db.RoundAnswers.Add(answer);
        return answer;
    }
}
