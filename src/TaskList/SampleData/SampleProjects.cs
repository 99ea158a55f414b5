using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.SampleData;

/// <summary>Projects of the demonstration's motorways and stations (示例数据), under names that belong to no real ones.</summary>
internal static class SampleProjects
{
    private static readonly (int Task, string Name, ProjectKind Kind, string Figure, string Unit, decimal Target)[] All =
    [
        (3, "示例甲高速公路", ProjectKind.Continued, "建成里程", "公里", 210),
        (3, "示例乙高速公路", ProjectKind.Continued, "建成里程", "公里", 188),
        (3, "示例丙高速公路", ProjectKind.Planned, "完成投资", "亿元", 3.5m),
        (4, "示例国道改造一段", ProjectKind.Starting, "完成投资", "亿元", 1.2m),
        (6, "示例县客运站", ProjectKind.Continued, "完成投资", "万元", 2600),
    ];

    public static async Task Load(TaskListDbContext db, int year, DateTimeOffset now, CancellationToken ct)
    {
        var list = await db.Lists.AsNoTracking().SingleAsync(l => l.Year == year, ct);
        var supervisor = SampleId.Of("user", "supervisor");
        foreach (var sample in All)
        {
            if (await db.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.ListId == list.Id && t.Number == sample.Task, ct) is not { } task)
            {
                continue;
            }

            var scene = await db.SceneOf(task.Id, now, ct);
            var unit = scene.Owing.FirstOrDefault()?.UnitId ?? SampleId.Of("unit", "公路局");
            db.ChangeTracker.Clear();
            db.Projects.Add(Of(sample, list.Id, task.Id, unit, supervisor, year, now));
            await db.SaveChangesAsync(ct);
        }
    }

    private static Project Of((int Task, string Name, ProjectKind Kind, string Figure, string Unit, decimal Target) sample, Guid list, Guid task, Guid unit, Guid supervisor, int year, DateTimeOffset now)
    {
        var id = SampleId.Of("project", sample.Name);
        var starts = sample.Kind == ProjectKind.Planned;
        Project project = new()
        {
            Id = id,
            ListId = list,
            TaskId = task,
            Name = sample.Name,
            Kind = sample.Kind,
            UnitId = unit,
            Sample = true,
            LeaderId = sample.Name.Contains('甲', StringComparison.Ordinal) ? supervisor : null,
            LeaderName = sample.Name.Contains('甲', StringComparison.Ordinal) ? "郑督查" : null,
            Steps =
            [
                Step(1, StepKind.Other, starts ? "工可报告批复" : "年度计划下达", new(year, 3, 31)),
                Step(2, StepKind.Other, starts ? "用地报批" : "主体工程完成", new(year, 10, 31)),
                starts ? Step(3, StepKind.Start, "开工建设", new(year, 12, 31), aim: true) : Step(3, StepKind.Opening, "建成投用", new(year, 12, 31)),
            ],
            Figures = [new() { Id = SampleId.Of("project figure", sample.Name), ProjectId = id, Position = 0, Label = sample.Figure, Unit = sample.Unit, Target = sample.Target }],
        };
        var passed = new DateOnly(year, 3, 28);
        if (passed <= now.DayInChina())
        {
            project.Steps[0].Finish(passed, "示例批文第1号", null, null, supervisor, "郑督查", now);
        }

        // One is behind, as some always are.
        var built = new DateOnly(year, 10, 20);
        if (!starts && built <= now.DayInChina() && !sample.Name.Contains('甲', StringComparison.Ordinal))
        {
            project.Steps[1].Finish(built, "示例交工报告第2号", null, null, supervisor, "郑督查", now);
        }

        return project;

        ProjectStep Step(int at, StepKind kind, string what, DateOnly due, bool aim = false) => new()
        {
            Id = SampleId.Of("project step", $"{sample.Name} {at}"),
            ProjectId = id,
            Position = at,
            Kind = kind,
            What = what,
            DueOn = due,
            Aim = aim,
        };
    }
}
