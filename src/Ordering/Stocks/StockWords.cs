using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Commerce.Ui;

namespace Commerce.Ordering.Stocks;

/// <summary>How stock speaks.</summary>
internal static class StockWords
{
    public static string Label(this Words w, StockMovement m) => m.Kind switch
    {
        MovementKind.Correction => m.DeliveryId is null ? w["更正", "correction"] : w["发货", "sent"],
        MovementKind.Received => w["进货", "came in"],
        MovementKind.Sold => m.DeliveryId is null ? w["售出", "sold"] : w["发货", "sent"],
        MovementKind.Counted => w["盘点", "counted"],
        MovementKind.Loss => w["损耗", "lost"],
        MovementKind.Transferred => w["调拨", "moved"],
    };

    public static string Label(this Words w, LossCause cause) => cause switch
    {
        LossCause.Spoiled => w["变质", "spoiled"],
        LossCause.Damaged => w["破损", "damaged"],
        LossCause.Expired => w["过期", "expired"],
        LossCause.Missing => w["短少", "missing"],
    };

    public static string Rate(this Words w, Shrinkage month) => month.Percent is { } percent
        ? $"{Words.Number(percent)} %"
        : month.ShrunkFen > 0 ? w["本月没有进货", "nothing came"] : "—";

    public static string Left(this Words w, StockLot lot, DateOnly today) => (lot.ExpiresOn.DayNumber - today.DayNumber) switch
    {
        < 0 and var days => w[$"已过期 {-days} 天", $"over for {-days} days"],
        0 => w["今天到期", "ends today"],
        var days => w[$"还有 {days} 天", $"{days} days left"],
    };
}
