using Commerce.Ordering.Domain;
using Commerce.Ordering.Stocks;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Commerce.Ui.States;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Ordering.Desk;

/// <summary>The desk to take away, and how it speaks.</summary>
internal static class ExportDesk
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/desk/export.xlsx", async (HttpContext http, ReadDesk desk, Words w, Actor actor, TimeProvider clock, string? outlet, string? state, CancellationToken ct) =>
        {
            var sheet = await desk.Read(Guid.TryParse(outlet, out var id) ? id : null, state, ct);
            return FileOut.Give(http, Table(sheet, w) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, XlsxFile.Of, XlsxFile.MediaType, $"{w["工作台", "desk"]}-{sheet.Today:yyyyMMdd}.xlsx");
        })
        .WithMetadata(new RequiresAttribute(Capability.StockWrite));

    public static string Label(this Words w, DeskState state) => state switch
    {
        DeskState.OffShelf => w["已下架", "off the shelf"],
        DeskState.Out => w["没有货", "out of stock"],
        DeskState.Low => w["快没有了", "low"],
        DeskState.NearEnd => w["临期", "near its end"],
        DeskState.PaperEnds => w["证书快到期", "certificate ends"],
        DeskState.Fine => w["正常", "fine"],
    };

    /// <summary>A state with its reason.</summary>
    public static (LightKind Kind, string Text) Light(this Words w, DeskRow row, DateOnly today) => row.State switch
    {
        DeskState.OffShelf => (LightKind.Overdue, w[$"已下架：{row.Paper!.Kind}到期", $"off the shelf: {row.Paper!.Kind} ran out"]),
        DeskState.Out => (LightKind.Overdue, w.Label(row.State)),
        DeskState.Low => (LightKind.Near, w.Label(row.State)),
        DeskState.NearEnd => row.Stock.Near[0] is var lot && lot.ExpiresOn < today
            ? (LightKind.Overdue, w[$"临期：{w.Left(lot, today)}", $"near its end: {w.Left(lot, today)}"])
            : (LightKind.Near, w[$"临期：{w.Left(row.Stock.Near[0], today)}", $"near its end: {w.Left(row.Stock.Near[0], today)}"]),
        DeskState.PaperEnds => (LightKind.Information, w[$"{row.Paper!.Kind}到 {w.Day(row.Paper.From.AddDays(-1))}", $"{row.Paper!.Kind} until {w.Day(row.Paper.From.AddDays(-1))}"]),
        DeskState.Fine => (LightKind.Done, w.Label(row.State)),
    };

    /// <summary>The next price with its day.</summary>
    public static string Next(this Words w, DeskRow row) =>
        row.Next is { } next ? w[$"{w.Day(next.ValidFrom.DayInChina())}起 {w.Price(next.Price)}", $"{w.Price(next.Price)} from {w.Day(next.ValidFrom.DayInChina())}"] : "";

    public static string Buyers(this Words w, BuyerGroup group) => group switch
    {
        BuyerGroup.Public => w["个人", "anybody"],
        BuyerGroup.DepartmentCanteen => w["食堂", "canteens"],
        BuyerGroup.StaffWelfare => w["职工福利", "staff welfare"],
    };

    private static PaperTable Table(DeskSheet sheet, Words w) => new(
        w["工作台", "Desk"],
        [
            new(w["销售点", "Outlet"], 28), new(w["商品", "Good"], 22), new(w["规格", "Pack"], 14), new(w["买方", "Buyers"], 12), new(w["现价", "Price"], 16), new(w["下次调价", "Next"], 26),
            new(w["账面", "On hand"], 14), new(w["可用", "Free"], 14), new(w["库存额", "Worth"], 14, PaperFigure.Money), new(w["状态", "State"], 26),
        ],
        [
            .. sheet.Rows.Select(r => new PaperRow(
            [
                r.Stock.Outlet, r.Stock.Offer.ProductName, r.Stock.Offer.Specification, w.Buyers(r.Stock.Offer.BuyerGroup), r.Price is { } price ? w.Price(price.Price) : "", w.Next(r),
                w.Amount(new Quantity(r.Stock.Stock.OnHandMilli, r.Stock.Offer.SoldBy)), w.Amount(r.Stock.Stock.Available), Money.FromFen(r.WorthFen ?? 0), w.Light(r, sheet.Today).Text,
            ])),
            new PaperRow([w["合计", "Total"], "", "", "", "", "", "", "", sheet.Worth, ""], true),
        ])
    {
        Right = w["单位：元", "in yuan"],
        Left = $"{w["截至：", "as of "]}{w.Day(sheet.Today)}",
    };
}
