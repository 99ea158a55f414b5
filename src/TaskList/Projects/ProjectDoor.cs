using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.TaskList.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.TaskList.Projects;

/// <summary>GET /tasks/projects/export.xlsx and .docx, with ?year=2026: every project with its steps and figures, a row each.</summary>
internal static class ProjectDoor
{
    private static readonly IReadOnlyList<PaperColumn> Columns =
    [
        new("任务", 8), new("项目", 24), new("类别", 9), new("责任单位", 14), new("包保领导", 12), new("节点", 26), new("时限", 18), new("完成情况", 22), new("数据（填报）", 26), new("状态", 30),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.TaskRead);
        routes.MapGet("/tasks/projects/export.xlsx", (HttpContext http, ReadProjects read, Actor actor, TimeProvider clock, int? year, CancellationToken ct) =>
            Give(http, read, ExportMark.Of(actor, clock.GetUtcNow()), year, XlsxFile.Of, ".xlsx", XlsxFile.MediaType, ct)).WithMetadata(door);
        routes.MapGet("/tasks/projects/export.docx", (HttpContext http, ReadProjects read, Actor actor, TimeProvider clock, int? year, CancellationToken ct) =>
            Give(http, read, ExportMark.Of(actor, clock.GetUtcNow()), year, DocxFile.Of, ".docx", DocxFile.MediaType, ct)).WithMetadata(door);
    }

    private static async Task<IResult> Give(HttpContext http, ReadProjects read, string mark, int? year, Func<PaperTable, byte[]> write, string extension, string mediaType, CancellationToken ct)
    {
        var (known, projects) = await read.Of(year, ct);
        if (known is null)
        {
            return Results.NotFound();
        }

        var title = $"{known}年重点任务项目进展表";
        var paper = new PaperTable(title, Columns, projects.SelectMany(Rows))
        {
            Left = projects.Count == 0 ? "" : $"截至{Lights.Day(projects[0].Standing.AsOf)}",
            Foot = title,
            Notes = ["力争的节点只作目标展示，不计逾期。"],
            Mark = mark,
        };
        return FileOut.Give(http, paper, write, mediaType, $"{title}{extension}");
    }

    private static IEnumerable<PaperRow> Rows(ProjectView project)
    {
        var figures = string.Join('\n', project.Figures.Select(f => $"{f.Label}：{f.Value(true)}{(f.On is { } on ? $"（{f.ReportedBy}，{Lights.Day(on)}）" : "")}"));
        var steps = project.Steps.Count == 0 ? [null] : project.Steps.ToList<StepView?>();
        foreach (var (step, first) in steps.Select((s, i) => (s, i == 0)))
        {
            yield return new PaperRow(
            [
                first ? project.Task.Label : "", first ? project.Name : "", first ? project.Kind.Name(true) : "", first ? project.UnitName : "", first ? project.Leader ?? "" : "",
                step is null ? "" : step.Kind == StepKind.Other ? step.What : $"{step.Kind.Name(true)}：{step.What}",
                step?.DueOn is { } due ? (step.Aim ? "力争" : "") + Lights.Day(due) : "",
                step?.DoneOn is { } done ? $"{Lights.Day(done)}完成（{step.Evidence}）" : "",
                first ? figures : "", step?.Light.Chinese ?? "",
            ]);
        }
    }
}
