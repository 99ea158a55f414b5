using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Catalog.Counters;

/// <summary>The pairs with their gaps, and the kinds at own stores, to take away: what measures 43 and 44 rest on, with the day they hold for.</summary>
internal static class ExportCounters
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new SignedInAttribute();
        routes.MapGet("/counters/export.xlsx", (HttpContext http, ReadCounters read, Words words, Actor actor, TimeProvider clock, string? show, CancellationToken ct) =>
            Pairs(http, read, words, ExportMark.Of(actor, clock.GetUtcNow()), show, XlsxFile.Of, XlsxFile.MediaType, "xlsx", ct)).WithMetadata(door);
        routes.MapGet("/counters/export.csv", (HttpContext http, ReadCounters read, Words words, Actor actor, TimeProvider clock, string? show, CancellationToken ct) =>
            Pairs(http, read, words, ExportMark.Of(actor, clock.GetUtcNow()), show, CsvFile.Of, CsvFile.MediaType, "csv", ct)).WithMetadata(door);
        routes.MapGet("/counters/kinds/export.xlsx", (HttpContext http, ReadCounters read, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            Kinds(http, read, words, ExportMark.Of(actor, clock.GetUtcNow()), XlsxFile.Of, XlsxFile.MediaType, "xlsx", ct)).WithMetadata(door);
        routes.MapGet("/counters/kinds/export.csv", (HttpContext http, ReadCounters read, Words words, Actor actor, TimeProvider clock, CancellationToken ct) =>
            Kinds(http, read, words, ExportMark.Of(actor, clock.GetUtcNow()), CsvFile.Of, CsvFile.MediaType, "csv", ct)).WithMetadata(door);
    }

    private static async Task<IResult> Pairs(
        HttpContext http, ReadCounters read, Words w, string mark, string? show, Func<PaperTable, byte[]> write, string mediaType, string extension, CancellationToken ct)
    {
        var sheet = await read.All(ct);
        var table = new PaperTable(
            Title(w, show),
            [
                new(w["高速公路", "Expressway"], 18), new(w["序号", "No."], 8, PaperFigure.Whole), new(w["服务区", "Service area"], 22), new(w["已设专柜", "Set up"], 12),
                new(w["营业的侧", "Sides at work"], 12, PaperFigure.Whole), new(w["两侧情况", "The two sides"], 40), new(w["自营超市", "Own store"], 12), new(w["备注", "Note"], 12),
            ],
            [
                .. sheet.Shown(show).Select(p => new PaperRow(
                [
                    p.Area.Expressway, (decimal?)p.Area.Position, p.Area.Name, p.Area.SetUp ? w["已设", "yes"] : w["缺", "a gap"], (decimal?)p.Area.WorkingSides,
                    p.Sides.Count == 0 ? w["没有专柜", "no counter"] : string.Join(w["；", "; "], p.Sides.Select(s => $"{s.Direction} {(s.Working ? w["营业", "open"] : w["停业", "closed"])}")),
                    p.OwnStore ? w["有", "yes"] : "", p.Area.Sample ? w["示例数据", "sample"] : "",
                ])),
            ])
        {
            Left = w[$"截至 {w.Day(sheet.Today)}：已设专柜 {sheet.SetUp} / {sheet.Pairs.Count} 对", $"as of {w.Day(sheet.Today)}: {sheet.SetUp} of {sheet.Pairs.Count} pairs set up"],
            Mark = mark,
        };
        return FileOut.Give(http, table, write, mediaType, $"{Title(w, show)}-{sheet.Today:yyyyMMdd}.{extension}");
    }

    private static string Title(Words w, string? show) => show == "gaps" ? w["缺专柜的服务区", "Pairs without a counter"] : w["服务区专柜", "Counters at service areas"];

    private static async Task<IResult> Kinds(
        HttpContext http, ReadCounters read, Words w, string mark, Func<PaperTable, byte[]> write, string mediaType, string extension, CancellationToken ct)
    {
        var sheet = await read.Kinds(ct);
        var title = w["自营超市的种类", "Kinds at own stores"];
        var table = new PaperTable(
            title,
            [
                new(w["自营超市", "Own store"], 26), new(w["种类", "Kind"], 16), new(w["与基期比", "Against the baseline"], 16), new(w["在售自", "On sale since"], 16), new(w["商品", "Goods"], 60),
            ],
            [
                .. sheet.Rows.Select(r => new PaperRow(
                [
                    r.Store.Name, r.Species.Name, r.Added ? w["新增", "added"] : w["基期已有", "in the baseline"], w.Day(r.Since), string.Join(w["、", ", "], r.Goods.Select(g => g.Name)),
                ])),
            ])
        {
            Left = w[$"截至 {w.Day(sheet.Today)}：新增 {sheet.Added} 种", $"as of {w.Day(sheet.Today)}: {sheet.Added} kinds added"],
            Mark = mark,
        };
        return FileOut.Give(http, table, write, mediaType, $"{title}-{sheet.Today:yyyyMMdd}.{extension}");
    }
}
