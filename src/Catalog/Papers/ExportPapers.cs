using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Catalog.Papers;

/// <summary>The list of certificates to take away: all rows of the page for the same address.</summary>
internal static class ExportPapers
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.CatalogueWrite, Capability.AssistanceManage);
        routes.MapGet("/goods/papers/export.xlsx", (HttpContext http, ReadPapers papers, Words words, Actor actor, TimeProvider clock, string? state, string? kind, CancellationToken ct) =>
            File(http, papers, words, ExportMark.Of(actor, clock.GetUtcNow()), state, kind, XlsxFile.Of, XlsxFile.MediaType, "xlsx", ct)).WithMetadata(door);
        routes.MapGet("/goods/papers/export.csv", (HttpContext http, ReadPapers papers, Words words, Actor actor, TimeProvider clock, string? state, string? kind, CancellationToken ct) =>
            File(http, papers, words, ExportMark.Of(actor, clock.GetUtcNow()), state, kind, CsvFile.Of, CsvFile.MediaType, "csv", ct)).WithMetadata(door);
    }

    private static async Task<IResult> File(
        HttpContext http, ReadPapers papers, Words w, string mark, string? state, string? kind, Func<PaperTable, byte[]> write, string mediaType, string extension, CancellationToken ct)
    {
        var list = await papers.Read(state, kind, ct);
        return FileOut.Give(http, Table(list, w) with { Mark = mark }, write, mediaType, $"{w["证书到期表", "certificates"]}-{list.Today:yyyyMMdd}.{extension}");
    }

    private static PaperTable Table(PaperList list, Words w) => new(
        w["商品证书到期表", "Certificates of goods by their ends"],
        [
            new(w["商品", "Good"], 22), new(w["生产者", "Producer"], 24), new(w["种类", "Kind"], 18), new(w["编号", "Number"], 22), new(w["签发", "Issuer"], 20),
            new(w["状态", "State"], 10), new(w["最后一天", "Last day"], 16), new(w["还有（天）", "Days left"], 10, PaperFigure.Whole), new(w["上架", "On the shelf"], 36),
        ],
        [
            .. list.Rows.Select(p => new PaperRow(
            [
                p.Good.Name, p.Good.Producer.Name, p.Paper.Kind, p.Paper.Number, p.Paper.Issuer, w.Label(p.State),
                p.LastDay is { } day ? w.Day(day) : w["长期有效", "no end"], (decimal?)p.DaysLeft, w.Shelf(p).Text,
            ])),
        ])
    {
        Left = $"{w["截至：", "as of "]}{w.Day(list.Today)}",
    };
}
