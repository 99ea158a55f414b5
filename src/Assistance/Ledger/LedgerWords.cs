using Commerce.Assistance.Domain;
using Commerce.Assistance.Totals;

namespace Commerce.Assistance.Ledger;

/// <summary>What the ledger's words are called on pages and papers.</summary>
internal static class LedgerWords
{
    public static string Of(LedgerKind kind, bool chinese) => kind switch
    {
        LedgerKind.Purchase => chinese ? "采购" : "Purchase",
        LedgerKind.WeightAdjustment => chinese ? "更正" : "Correction",
        LedgerKind.Return => chinese ? "退货" : "Return",
        LedgerKind.Manual => chinese ? "补记" : "Typed",
        LedgerKind.Reversal => chinese ? "冲销" : "Reversal",
        LedgerKind.External => chinese ? "外部采购" : "Bought elsewhere",
        LedgerKind.MovedOut => chinese ? "改计出" : "Moved to another unit",
        LedgerKind.MovedIn => chinese ? "改计入" : "Moved from another unit",
        LedgerKind.Sale => chinese ? "帮销" : "Help-sell",
        LedgerKind.SaleRefund => chinese ? "帮销退款" : "Help-sell refund",
    };

    public static string Of(PurchasePurpose purpose, bool chinese) => purpose switch
    {
        PurchasePurpose.Canteen => chinese ? "食堂" : "Canteen",
        PurchasePurpose.StaffWelfare => chinese ? "职工福利" : "Staff welfare",
        PurchasePurpose.Personal => chinese ? "个人" : "Personal",
        PurchasePurpose.OutletTrade => chinese ? "服务区进货" : "Outlet trade",
        PurchasePurpose.Retail => chinese ? "零售" : "Retail",
    };

    public static string Of(GoodsOrigin origin, bool chinese) => origin switch
    {
        GoodsOrigin.Villages => chinese ? "两村" : "The two villages",
        GoodsOrigin.OtherCounties => chinese ? "其他县" : "Other counties",
        GoodsOrigin.Platform832 => chinese ? "832平台" : "832 platform",
    };

    public static string Of(TotalsBy by, bool chinese) => by switch
    {
        TotalsBy.Unit => chinese ? "单位" : "Unit",
        TotalsBy.Village => chinese ? "村" : "Village",
        TotalsBy.Month => chinese ? "月份" : "Month",
        TotalsBy.Product => chinese ? "产品" : "Product",
        TotalsBy.Producer => chinese ? "生产者" : "Producer",
        TotalsBy.Purpose => chinese ? "用途" : "Purpose",
        TotalsBy.Outlet => chinese ? "销售点" : "Outlet",
        TotalsBy.Channel => chinese ? "渠道" : "Channel",
        TotalsBy.Quarter => chinese ? "季度" : "Quarter",
        TotalsBy.Year => chinese ? "年度" : "Year",
    };

    public static string Of(Channel channel, bool chinese) => channel switch
    {
        Channel.Direct => chinese ? "直接购买" : "Direct",
        Channel.Platform832 => chinese ? "832平台" : "832 platform",
        Channel.Offline => chinese ? "线下采购" : "On paper",
        Channel.HelpSell => chinese ? "帮销" : "Help-sell",
        Channel.Resale => chinese ? "转售" : "Resale",
    };

    public static string Quarter(int quarter, bool chinese) => chinese ? $"{quarter / 10}年第{"一二三四"[(quarter % 10) - 1]}季度" : $"Q{quarter % 10} {quarter / 10}";
}
