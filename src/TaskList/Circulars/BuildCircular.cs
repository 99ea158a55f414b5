using System.Globalization;
using System.Text.Json;
using Commerce.Platform.GraphQL;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Figures;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Circulars;

/// <summary>Builds a circular's content from the data of a day.</summary>
internal sealed class BuildCircular(TaskListDbContext db, ReadFigures figures)
{
    public async Task<CircularContent> Of(Standing standing, CancellationToken ct)
    {
        var letters = await db.Letters.AsNoTracking().Where(l => l.ListId == standing.Rows.List.Id && l.IssuedOn != null).ToListAsync(ct);
        var units = CircularRules.Rank(standing, letters);
        List<CircularTarget> targets = [];
        foreach (var task in standing.Tasks.Select(t => new TaskView(standing, t)))
        {
            foreach (var figure in await figures.Of(task, ct))
            {
                if (figure.Target is { } target)
                {
                    var measure = standing.Rows.Measures.FirstOrDefault(m => m.Id == figure.Metric.MeasureId);
                    targets.Add(CircularRules.Target(measure?.Number, task.Label, figure.Label(true), figure.Unit, target, figure.Actual, standing.Rows.List.Year, standing.AsOf));
                }
            }
        }

        return new(units, targets, CircularRules.Praise(units), CircularRules.Criticism(units));
    }

    /// <summary>The opening of a draft: what the day comes to, in words.</summary>
    public static string Opening(Standing standing, CircularContent content, Circular? corrected)
    {
        var stages = standing.Tasks.GroupBy(standing.StageOf).ToDictionary(g => g.Key, g => g.Count());
        int Count(TaskStage stage) => stages.GetValueOrDefault(stage);
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"截至{Lights.Day(standing.AsOf)}，《{standing.Rows.List.Title}》共 {standing.Tasks.Count()} 项任务，其中已完成 {Count(TaskStage.Done)} 项、进行中 {Count(TaskStage.InProgress)} 项、长期坚持 {Count(TaskStage.Ongoing)} 项、有风险 {Count(TaskStage.AtRisk)} 项、逾期 {Count(TaskStage.Overdue)} 项、未开始 {Count(TaskStage.NotStarted)} 项。承担任务的 {content.Units.Count} 个单位中，有逾期节点的 {content.Units.Count(u => u.Overdue > 0)} 个。");
        return corrected is null ? said : $"{Lights.Day(corrected.IssuedOn!.Value)}印发的《{corrected.Title}》（{corrected.Number}）有误，现更正如下，以本通报为准。\n{said}";
    }

    public static CircularContent Read(string content) => JsonSerializer.Deserialize<CircularContent>(content, GraphJson.Options)!;

    public static string Write(CircularContent content) => JsonSerializer.Serialize(content, GraphJson.Options);
}
