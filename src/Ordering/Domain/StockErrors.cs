using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>What is refused about stock.</summary>
internal static class StockErrors
{
    public static Error CauseNeeded { get; } = new Error(
        ErrorCode.Invalid, "盘点比账面少，请选择原因；没有做任何更改。", "Less was counted than stands here: say what became of it; nothing was changed.").At("cause");

    public static Error NoteTooLong { get; } = new Error(
        ErrorCode.Invalid, "说明最多 200 字；没有做任何更改。", "A note has at most 200 characters; nothing was changed.").At("note");

    public static Error SameOutlet { get; } = new Error(
        ErrorCode.Invalid, "调出和调入是同一处；没有做任何更改。请选择另一个销售点。", "Goods can't be moved to where they are; nothing was changed. Choose another outlet.").At("toOfferId");

    public static Error OtherGoods { get; } = new Error(
        ErrorCode.Invalid, "调入的销售点卖的是别的规格；没有做任何更改。只能在同一规格之间调拨。", "Another pack is sold there; nothing was changed. Goods are moved between offers of the same pack.").At("toOfferId");

    public static Error OtherKeeper { get; } = new(
        ErrorCode.Forbidden, "这一处的库存由其他单位管理，您不能更改；没有做任何更改。", "Another unit keeps this stock, so you can't change it; nothing was changed.");

    public static Error QuantityShape(KnownOffer offer, string field) => new Error(
        ErrorCode.Invalid,
        $"“{offer.ProductName}”按{offer.SoldBy.Name()}计数，请填大于 0 的数量（计件的须为整数）；没有做任何更改。",
        $"{offer.ProductName} is counted by {offer.SoldBy.Name(false)}: give a quantity above zero, whole for pieces; nothing was changed.").At(field);

    public static Error CountShape(KnownOffer offer) => new Error(
        ErrorCode.Invalid,
        $"“{offer.ProductName}”按{offer.SoldBy.Name()}计数，盘点数不能小于 0（计件的须为整数）；没有做任何更改。",
        $"{offer.ProductName} is counted by {offer.SoldBy.Name(false)}: what was counted isn't below zero, and whole for pieces; nothing was changed.").At("counted");

    public static Error FinerThanShown(string field) => new Error(
        ErrorCode.Invalid, "数量最多写三位小数；没有做任何更改。", "A quantity has at most three decimal places; nothing was changed.").At(field);

    public static Error MovedMeanwhile(string product, Quantity now) => new Error(
        ErrorCode.StateNotAllowed,
        $"盘点期间“{product}”的账面数变成了 {now}；没有做任何更改。请按新的账面数再核对一次。",
        $"While {product} was counted, what stands here became {now}; nothing was changed. Look at it once more.").At("expected");

    public static Error AlreadyOver(string product) => new Error(
        ErrorCode.Invalid, $"“{product}”这一批已经过期，不能进货；没有做任何更改。", $"This lot of {product} is over already and can't be taken in; nothing was changed.").At("expiresOn");
}
