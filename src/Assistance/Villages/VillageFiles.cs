using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.Assistance.Villages;

/// <summary>What villages earned as files, with the very filters of the page. Official papers are in Chinese.</summary>
internal static class VillageFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assistance/villages.xlsx", async (HttpContext http, ReadVillages read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            FileOut.Give(http, await Table(http, read, actor, clock, ct), XlsxFile.Of, XlsxFile.MediaType, "村级收入.xlsx")).WithMetadata(new RequiresAttribute(Capability.AssistanceRead));
        routes.MapGet("/assistance/villages.csv", async (HttpContext http, ReadVillages read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            FileOut.Give(http, await Table(http, read, actor, clock, ct), CsvFile.Of, CsvFile.MediaType, "村级收入.csv")).WithMetadata(new RequiresAttribute(Capability.AssistanceRead));
    }

    /// <summary>What an address asks for. What can't be read is left out.</summary>
    public static (int Year, Month? Month, bool ByMonth) Asked(string query, int thisYear)
    {
        var said = QueryHelpers.ParseQuery(query);
        var month = SharedKernel.Month.TryParse(Text("month"), out var m) ? m : (Month?)null;
        return (month?.Year ?? (int.TryParse(Text("year"), out var year) && year is >= 1900 and <= 9999 ? year : thisYear), month, Text("by") == "month");

        string Text(string name) => said.TryGetValue(name, out var value) ? value.ToString() : "";
    }

    public static string At(string kind, int year, Month? month, bool byMonth) => QueryHelpers.AddQueryString(
        "/assistance/villages." + kind,
        new Dictionary<string, string?> { ["year"] = year.ToString(CultureInfo.InvariantCulture), ["month"] = month?.ToString(), ["by"] = byMonth ? "month" : null }.Where(p => p.Value is not null));

    private static async Task<PaperTable> Table(HttpContext http, ReadVillages read, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (year, month, byMonth) = Asked(http.Request.QueryString.Value ?? "", now.DayInChina().Year);
        var rows = await read.Read(year, month, byMonth, ct);
        return new(
            $"{(month is { } m ? $"{m.Year}年{m.OfYear}月" : $"{year}年")}村级收入表",
            [
                new("村", 16), new("月份", 10), new("直接购买", 15, PaperFigure.Money), new("832和线下", 15, PaperFigure.Money), new("销售点进货", 15, PaperFigure.Money), new("代销", 15, PaperFigure.Money),
                new("转售", 15, PaperFigure.Money), new("经销", 15, PaperFigure.Money), new("合计", 15, PaperFigure.Money), new("内部抵销", 15, PaperFigure.Money), new("一手收入", 15, PaperFigure.Money),
            ],
            [.. rows.Select(r => Row(r, false)), Row(VillageIncome.SumOf("合计", rows), true)])
        {
            Right = "单位：元（含税）",
            Notes =
            [
                "注：一手收入＝直接购买＋832和线下＋销售点进货＋代销；转售和经销卖的是销售点先进的货，进货时已经计算，予以抵销。跨年调整不在内。",
            ],
            Mark = ExportMark.Of(actor, now),
        };
    }

    private static PaperRow Row(VillageIncome row, bool total) => new(
        [row.Village, row.Month?.ToString() ?? "", row.Direct, row.External, row.Stock, row.OnBehalf, row.Resale, row.OwnStock, row.Gross, row.Eliminated, row.FirstHand], IsTotal: total);
}
