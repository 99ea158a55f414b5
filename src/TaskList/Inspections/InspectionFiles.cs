using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.TaskList.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.TaskList.Inspections;

/// <summary>An inspection as a file: GET /tasks/inspections/table.xlsx?id=ins_….</summary>
internal static class InspectionFiles
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/tasks/inspections/table.xlsx", async (HttpContext http, ReadInspections read, Actor actor, TimeProvider clock, string? id, CancellationToken ct) =>
            NodeId.TryDecode(id ?? "", "ins", out var wanted) && await read.Sheet(wanted, ct) is { } sheet
                ? FileOut.Give(http, Paper(sheet) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, XlsxFile.Of, XlsxFile.MediaType, $"{sheet.View.Name}.xlsx")
                : Results.NotFound()).WithMetadata(new RequiresAttribute(Capability.TaskRead));

    /// <summary>A row per county, the levels side by side, their totals below.</summary>
    internal static PaperTable Paper(InspectionSheet sheet)
    {
        var view = sheet.View;
        return new(
            view.Name,
            [
                new("序号", 6, PaperFigure.Whole), new("县（市、区）", 18),
                .. view.Levels.SelectMany(l => (PaperColumn[])
                [
                    new("检查数", 10, PaperFigure.Whole, InspectionWords.Of(l, true)), new("发现问题", 10, PaperFigure.Whole, InspectionWords.Of(l, true)), new("已整改", 10, PaperFigure.Whole, InspectionWords.Of(l, true)),
                ]),
                new("依据", 40),
            ],
            [
                .. view.Counties.Select((county, i) => new PaperRow(
                [
                    (decimal)(i + 1), county, .. view.Levels.SelectMany(l => Cells(view, l, county)),
                    string.Join('\n', view.Levels.Select(l => view.Of(l, county)).OfType<InspectionFigureView>().Select(f => $"{InspectionWords.Of(f.Figure.Level, true)}：{f.Figure.Evidence}")),
                ])),
                new PaperRow([PaperCell.Empty, "合计", .. view.Totals.SelectMany(t => (PaperCell[])[t.Checked, t.Found, t.Mended]), ""], IsTotal: true),
            ])
        {
            Left = $"检查时间：{Lights.Day(view.From)}至{Lights.Day(view.To)}；截至{Lights.Day(sheet.Today)}",
            Right = $"单位：{view.CountedIn}、个",
            Notes =
            [
                "各级检查的对象有重复，各级合计不相加；空格为未报，“—”为没有抽中。",
                .. view.Seed is { } seed
                    ? (string[])[$"省级抽查：从 {view.Counties.Count.ToString(CultureInfo.InvariantCulture)} 个县中抽取 {view.Drawn.Count.ToString(CultureInfo.InvariantCulture)} 个，种子“{seed}”：{string.Join("、", view.Drawn)}。抽法：对“种子:县名”取 SHA-256，十六进制从小到大取前若干个；种子和名单相同，抽出的相同。"]
                    : [],
            ],
            Signatures = ["填表人：", "审核人：", "日期："],
            Foot = view.Name,
        };
    }

    private static PaperCell[] Cells(InspectionView view, InspectionLevel level, string county) => (view.Asks(level, county), view.Of(level, county)) switch
    {
        (false, _) => ["—", "—", "—"],
        (true, { Figure: var figure }) => [figure.Checked, figure.Found, figure.Mended],
        (true, null) => [PaperCell.Empty, PaperCell.Empty, PaperCell.Empty],
    };
}
