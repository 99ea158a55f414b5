using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.Stocks;

/// <summary>A month's losses, and what is near its end, to take away: the rows of the page for the same address.</summary>
internal static class ExportStock
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/counters/stock/export.xlsx", async (HttpContext http, ReadStock read, Words w, Actor actor, TimeProvider clock, string? month, string? outlet, CancellationToken ct) =>
        {
            var sheet = await read.Read(month, Asked(outlet), ct);
            return Give(http, Losses(sheet, w), actor, clock, $"{w["损耗表", "losses"]}-{sheet.Month}.xlsx");
        }).WithMetadata(new RequiresAttribute(Capability.StockWrite));
        routes.MapGet("/counters/stock/expiring.xlsx", async (HttpContext http, ReadStock read, Words w, Actor actor, TimeProvider clock, string? outlet, CancellationToken ct) =>
        {
            var sheet = await read.Read(null, Asked(outlet), ct);
            return Give(http, Expiring(sheet, w), actor, clock, $"{w["临期表", "near-expiry"]}-{sheet.Today:yyyyMMdd}.xlsx");
        }).WithMetadata(new RequiresAttribute(Capability.StockWrite));
    }

    private static Guid? Asked(string? outlet) => Guid.TryParse(outlet, out var id) ? id : null;

    private static IResult Give(HttpContext http, PaperTable table, Actor actor, TimeProvider clock, string name) =>
        FileOut.Give(http, table with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, XlsxFile.Of, XlsxFile.MediaType, name);

    private static PaperTable Losses(StockSheet sheet, Words w)
    {
        var all = sheet.Shown.Aggregate(Shrinkage.None, (sum, r) => sum + r.Month);
        return new(
            w[$"{w.Month(sheet.Month)}损耗表", $"Losses of {w.Month(sheet.Month)}"],
            [
                new(w["销售点", "Outlet"], 28), new(w["商品", "Good"], 22), new(w["规格", "Pack"], 14), new(w["账面", "On hand"], 14), new(w["进货", "Came"], 14), new(w["损耗", "Lost"], 14), new(w["盘亏", "Short"], 14),
                new(w["进货额", "Came"], 14, PaperFigure.Money), new(w["损耗额", "Lost"], 14, PaperFigure.Money), new(w["盘亏额", "Short"], 14, PaperFigure.Money), new(w["损耗率", "Shrinkage"], 12),
            ],
            [
                .. sheet.Shown.Select(r => new PaperRow(
                [
                    r.Outlet, r.Offer.ProductName, r.Offer.Specification, Amount(r, r.Stock.OnHandMilli, w), Amount(r, r.Month.ReceivedMilli, w), Amount(r, r.Month.LostMilli, w), Amount(r, r.Month.ShortMilli, w),
                    Money.FromFen(r.Month.ReceivedFen), Money.FromFen(r.Month.LostFen), Money.FromFen(r.Month.ShortFen), w.Rate(r.Month),
                ])),
                new PaperRow([w["合计", "Total"], "", "", "", "", "", "", Money.FromFen(all.ReceivedFen), Money.FromFen(all.LostFen), Money.FromFen(all.ShortFen), w.Rate(all)], true),
            ])
        {
            Right = w["单位：元", "in yuan"],
            Left = w["损耗率＝（损耗＋盘亏）÷进货，按变动时的售价", "shrinkage: lost and short over came, at the price of the moment"],
        };
    }

    private static PaperTable Expiring(StockSheet sheet, Words w) => new(
        w["临期商品表", "Goods near their end"],
        [new(w["销售点", "Outlet"], 28), new(w["商品", "Good"], 22), new(w["规格", "Pack"], 14), new(w["剩余", "Left"], 14), new(w["保质到", "Good until"], 16), new(w["还有", "Days"], 16)],
        [.. sheet.Near.Select(n => new PaperRow([n.Row.Outlet, n.Row.Offer.ProductName, n.Row.Offer.Specification, Amount(n.Row, n.Lot.Milli, w), w.Day(n.Lot.ExpiresOn), w.Left(n.Lot, sheet.Today)]))])
    {
        Left = w[$"按先到期先卖推算；{w.Day(sheet.Today)}", $"taken to be sold in the order in which they end; {w.Day(sheet.Today)}"],
    };

    private static string Amount(StockRow row, long milli, Words w) => w.Amount(new Quantity(milli, row.Offer.SoldBy));
}
