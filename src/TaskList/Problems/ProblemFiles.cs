using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.TaskList.Problems;

/// <summary>The ledger of problems as files, as the page shows it: GET /tasks/problems/list.xlsx and .docx.</summary>
internal static class ProblemFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.TaskRead);
        routes.MapGet("/tasks/problems/list.xlsx", (HttpContext http, ReadProblems read, ReadSpecialActions actions, Actor actor, TimeProvider clock, CancellationToken ct) =>
            Give(http, read, actions, actor, clock, t => FileOut.Give(http, t, XlsxFile.Of, XlsxFile.MediaType, "问题整改台账.xlsx"), ct)).WithMetadata(door);
        routes.MapGet("/tasks/problems/list.docx", (HttpContext http, ReadProblems read, ReadSpecialActions actions, Actor actor, TimeProvider clock, CancellationToken ct) =>
            Give(http, read, actions, actor, clock, t => FileOut.Give(http, t, DocxFile.Of, DocxFile.MediaType, "问题整改台账.docx"), ct)).WithMetadata(door);
    }

    private static async Task<IResult> Give(
        HttpContext http, ReadProblems read, ReadSpecialActions actions, Actor actor, TimeProvider clock, Func<PaperTable, IResult> give, CancellationToken ct)
    {
        var address = ProblemAddress.Read(http.Request.QueryString.Value ?? "");
        if (await read.All(address.Filter, ct) is not { } rows)
        {
            var refusal = ProblemErrors.TooManyRows(ReadProblems.MostExported);
            return Results.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: refusal.Text(actor.Chinese), extensions: new Dictionary<string, object?> { ["code"] = GraphJson.EnumName(refusal.Code) });
        }

        var action = address.Action is { } id ? (await actions.ByIds([id], ct)).GetValueOrDefault(id)?.Name : null;
        return give(await Paper(rows, action, read, ct) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) });
    }

    /// <summary>The ledger in its official columns.</summary>
    internal static async Task<PaperTable> Paper(IReadOnlyList<ProblemView> rows, string? action, ReadProblems read, CancellationToken ct)
    {
        List<PaperRow> lines = [];
        foreach (var (view, number) in rows.Select((v, i) => (v, i + 1)))
        {
            lines.Add(Row(view, number, await read.Reports(view.Id, ct), await read.Rechecks(view.Id, ct)));
        }

        return new(
            $"{action ?? ""}问题整改台账",
            [
                new("序号", 5, PaperFigure.Whole), new("编号、来源", 14), new("问题（类型）", 18), new("整改措施", 18), new("责任部门、责任人", 10), new("配合", 8), new("完成时限", 11),
                new("状态", 9), new("佐证", 10), new("举一反三", 12), new("审核人、销号日期", 10), new("回头看", 12),
            ],
            lines)
        {
            Left = $"截至{Lights.Day(read.Today)}，共 {rows.Count.ToString(CultureInfo.InvariantCulture)} 个问题，已销号 {rows.Count(r => r.Problem.IsClosed).ToString(CultureInfo.InvariantCulture)} 个",
            Signatures = ["填表人：", "审核人：", "日期："],
            Foot = "问题整改台账",
        };
    }

    private static PaperRow Row(ProblemView view, int number, IReadOnlyList<ProblemReportView> reports, IReadOnlyList<ProblemRecheckView> rechecks)
    {
        var said = reports.FirstOrDefault(r => r.Report.MendedOn is not null);
        var due = view.WorkingDueOn is not { } working ? "" : view.DueOn == working ? Day(working) : $"{Day(working)}\n（原定{Day(view.DueOn!.Value)}）";
        return new(
        [
            (decimal)number, $"{view.Number}\n{ProblemWords.Of(view.Source, true)}", $"{view.Text}（{view.Kind}）", view.Measures, $"{view.Unit}{(view.Person is null ? "" : "\n" + view.Person)}", string.Join("、", view.Partners), due,
            ProblemWords.Of(view.State, true) + (view.Overdue ? "\n（逾期）" : view.Assessment is { } assessment ? $"\n（{assessment.Text(true)}）" : ""),
            string.Join('\n', reports.SelectMany(r => r.Files).Select(f => f.Name)),
            said is null ? "" : $"{said.Report.Similar}（发现 {said.Report.SimilarFound} 个）",
            view.ClosedOn is { } closed ? $"{view.Reviewer}\n{Day(closed)}" : "",
            string.Join('\n', rechecks.Select(r => $"{Day(r.Recheck.On)}{ProblemWords.Of(r.Recheck.Result, true)}：{r.Recheck.Text}")),
        ]);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy.M.d", CultureInfo.InvariantCulture);
}
