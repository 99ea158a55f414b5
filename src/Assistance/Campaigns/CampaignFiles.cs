using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Assistance.Campaigns;

/// <summary>What campaigns sold as files, with the very filters of the page. Official papers are in Chinese.</summary>
internal static class CampaignFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assistance/campaigns.xlsx", async (HttpContext http, ReadAttribution read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            FileOut.Give(http, await Table(http, read, actor, clock, ct), XlsxFile.Of, XlsxFile.MediaType, "代言带动销售.xlsx")).WithMetadata(new RequiresAttribute(Capability.AssistanceRead));
        routes.MapGet("/assistance/campaigns.csv", async (HttpContext http, ReadAttribution read, Actor actor, TimeProvider clock, CancellationToken ct) =>
            FileOut.Give(http, await Table(http, read, actor, clock, ct), CsvFile.Of, CsvFile.MediaType, "代言带动销售.csv")).WithMetadata(new RequiresAttribute(Capability.AssistanceRead));
    }

    private static async Task<PaperTable> Table(HttpContext http, ReadAttribution read, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var address = CampaignAddress.Read(http.Request.QueryString.Value ?? "");
        var told = await read.Read(address, ct);
        return new(
            "第一书记代言带动销售表",
            [
                new("代言", 30), new("村", 12), new("代言人", 26), new("第一天", 12), new("最后一天", 12),
                .. address.By switch { CampaignsBy.Month => [new("月份", 10)], CampaignsBy.Brand => [new("品牌", 10)], CampaignsBy.Campaign => (PaperColumn[])[new("帮销目标", 15, PaperFigure.Money), new("完成（%）", 12, PaperFigure.Quantity)] },
                new("帮销", 15, PaperFigure.Money), new("单位采购", 15, PaperFigure.Money),
            ],
            [.. told.Lines.Select(line => Row(line, address.By)), Total(told, address.By)])
        {
            Left = $"截至：{told.Today:yyyy-MM-dd}",
            Right = "单位：元（含税）",
            Notes =
            [
                "注：代言期间（含最后一天）在代言渠道买卖的代言商品，扣除退货；退货从原来那笔扣。帮销和单位采购是两个数，不相加；帮销目标只比帮销；服务区进货和补记不算。",
                "两项代言重叠时，同一笔在各自行里都算；合计行只算一次。",
            ],
            Mark = ExportMark.Of(actor, clock.GetUtcNow()),
        };
    }

    private static PaperRow Row(CampaignLine line, CampaignsBy by) => new(
    [
        line.Campaign.Name, line.Village, line.Campaign.Endorser, Day(line.Campaign.StartsOn), Day(line.Campaign.LastDay),
        .. by switch
        {
            CampaignsBy.Month => [line.Month?.ToString()],
            CampaignsBy.Brand => [line.Brand is { Length: > 0 } brand ? brand : "没有品牌"],
            CampaignsBy.Campaign => (PaperCell[])[line.Campaign.Target is { } aim ? aim : PaperCell.Empty, line.Percent],
        },
        line.Sold.HelpSold, line.Sold.Bought,
    ]);

    private static PaperRow Total(Attribution told, CampaignsBy by) =>
        new(["合计（每笔一次）", "", "", "", "", .. by == CampaignsBy.Campaign ? (PaperCell[])["", ""] : [""], told.Total.HelpSold, told.Total.Bought], IsTotal: true);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
