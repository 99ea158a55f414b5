using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Assistance.SampleData;

/// <summary>The current year's ratio and a few filings of each kind (示例数据): own, outsourced, shared with its representative, none.</summary>
internal static class SampleFilings
{
    private static readonly (string Unit, CanteenModel Canteen, string? Of, decimal Base)[] Filings =
    [
        ("公路局", CanteenModel.Own, null, 600_000m),
        ("服务中心", CanteenModel.Own, null, 900_000m),
        ("设计院", CanteenModel.Outsourced, "示例餐饮公司", 520_000m),
        ("机关党委", CanteenModel.Shared, "服务中心", 0m),
        ("财务处", CanteenModel.Shared, "服务中心", 0m),
        ("驻京办", CanteenModel.None, null, 0m),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AssistanceDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await db.InTransaction(
            async _ =>
            {
                if (await db.ShareRatios.AnyAsync(ct))
                {
                    return 0;
                }

                var year = now.DayInChina().Year;
                var ratio = new ShareRatio
                {
                    Id = Guid.CreateVersion7(now),
                    Year = year,
                    Number = 1,
                    EffectiveFrom = new(year, 1, 1),
                    Ratio = 1000,
                    Base = ShareBase.Canteen,
                    Basis = "财库〔2021〕19号（示例数据）",
                    DueOn = new(year, 3, 26),
                    ById = Someone("周主任"),
                    ByName = "周主任",
                    At = now,
                };
                db.ShareRatios.Add(ratio);
                foreach (var (unit, canteen, of, amount) in Filings)
                {
                    await Add(db, ratio, SampleId.Of("unit", unit), canteen, of, Money.Of(amount), now, ct);
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    private static async Task Add(
        AssistanceDbContext db, ShareRatio ratio, Guid unitId, CanteenModel canteen, string? of, Money amount, DateTimeOffset now, CancellationToken ct)
    {
        var shared = canteen == CanteenModel.Shared;
        var content = new FilingContent(
            canteen, shared ? SampleId.Of("unit", of!) : null, shared ? of : null, shared ? null : of, false, amount, Money.Zero, ratio.Ratio, Money.Zero);
        var filing = new ShareFiling { Id = Guid.CreateVersion7(now), Year = ratio.Year, UnitId = unitId };
        if ((filing.Write(content with { Total = ratio.Required(content) }, ratio.EffectiveFrom, now).Error ?? ratio.Refuse(filing.Latest!.Content)) is { } wrong)
        {
            throw new InvalidOperationException($"A sample filing is refused: {wrong.English}");
        }

        filing.Submit(Someone("吴联络"), "吴联络", now);
        filing.Agree(Someone("周主任"), "周主任", now);
        filing.Agree(Someone("郑督查"), "郑督查", now);
        db.ShareFilings.Add(filing);
        await db.CommitmentOf(ratio.Year, unitId, now, ct, CommitmentScope.ReservedShare_832);
    }

    private static Guid Someone(string name) => SampleId.Of("person", name);
}
