using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Assistance.SampleData;

/// <summary>A few day sheets of a counter and an own store (示例数据): two wait for a second person, one is a draft. None is in the ledger before somebody confirms it.</summary>
internal static class SampleDaySheets
{
    private const string Counter = "石头口门服务区专柜（长春方向）";
    private const string Store = "吉高易联超市石头口门店";

    private static readonly (string Outlet, int DaysAgo, bool HandedIn, (string Goods, string? Village, bool Recognised, GoodsStock Stock, int Bags, decimal Yuan)[] Lines)[] Sheets =
    [
        (Counter, 2, true, [("明东大米", "明东村", true, GoodsStock.OnBehalf, 6, 348m), ("智新小米", "智新村", true, GoodsStock.Own, 4, 144m), ("", null, false, GoodsStock.Own, 0, 86m)]),
        (Counter, 1, true, [("明东大米", "明东村", true, GoodsStock.OnBehalf, 3, 174m), ("小冰麦面粉", null, false, GoodsStock.Own, 2, 85m)]),
        (Store, 1, false, [("智新小米", "智新村", true, GoodsStock.OnBehalf, 5, 180m)]),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AssistanceDbContext>();
        var now = LedgerEntry.Kept(services.GetRequiredService<TimeProvider>().GetUtcNow());
        await db.InTransaction(
            async _ =>
            {
                if (await db.DaySheets.AnyAsync(ct))
                {
                    return 0;
                }

                db.DaySheets.AddRange(Sheets.Select(s => Sheet(s.Outlet, now.DayInChina().AddDays(-s.DaysAgo), s.HandedIn, s.Lines, now)));
                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    private static DaySheet Sheet(
        string outlet, DateOnly day, bool handedIn, (string Goods, string? Village, bool Recognised, GoodsStock Stock, int Bags, decimal Yuan)[] lines, DateTimeOffset now)
    {
        var clerk = new Signer(SampleId.Of("user", "clerk"), "钱店长");
        var sheet = new DaySheet
        {
            Id = Guid.CreateVersion7(now),
            OutletId = SampleId.Of("outlet", outlet),
            UnitId = SampleId.Of("unit", "吉高集团"),
            Day = day,
            Sample = true,
            TypedById = clerk.Id,
            TypedByName = clerk.Name,
            TypedAt = now,
        };
        sheet.Lines.AddRange(lines.Select((l, i) => new DaySheetLine
        {
            Id = Guid.CreateVersion7(now),
            Number = i + 1,
            ProductId = l.Goods.Length == 0 ? Guid.Empty : SampleId.Of("product", l.Goods),
            Goods = l.Goods.Length == 0 ? "矿泉水、面包等" : l.Goods,
            VillageId = l.Village is null ? Guid.Empty : SampleId.Of("village", l.Village),
            Stock = l.Stock,
            Recognised = l.Recognised,
            QuantityMilli = l.Bags == 0 ? 0 : Quantity.Of(l.Bags, MeasureUnit.Bag).Milli,
            QuantityUnit = l.Bags == 0 ? MeasureUnit.Piece : MeasureUnit.Bag,
            Amount = Money.Of(l.Yuan),
        }));
        if (handedIn && sheet.Submit(0, clerk, now) is { Error: { } wrong })
        {
            throw new InvalidOperationException($"A sample day sheet is refused: {wrong.English}");
        }

        return sheet;
    }
}
