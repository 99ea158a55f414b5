using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Commerce.Ui;

namespace Commerce.Ordering.Papers;

/// <summary>What papers say, always in Chinese: they go to the files of Chinese offices.</summary>
internal static class PaperText
{
    public static string Of(long milli, MeasureUnit unit) => $"{Words.Number(new Quantity(milli, unit).Value)} {unit.Name()}";

    /// <summary>As it was weighed, and as it settles when that is another unit: 48.6 公斤（97.2 斤）.</summary>
    public static string Settled(long milli, MeasureUnit weighed, MeasureUnit settles) =>
        weighed == settles || weighed.Dimension() != settles.Dimension() ? Of(milli, weighed) : $"{Of(milli, weighed)}（{Of(milli, settles)}）";

    public static string Of(DateOnly? day) => day is { } d ? $"{d.Year}年{d.Month}月{d.Day}日" : "";

    public static string Of(PurchasePurpose purpose) => purpose switch
    {
        PurchasePurpose.Canteen => "食堂食材",
        PurchasePurpose.StaffWelfare => "职工福利",
        PurchasePurpose.OutletTrade => "服务区进货",
        PurchasePurpose.Personal => "个人购买",
    };

    public static string? Fund(PurchasePurpose purpose) => Budget.FundOf(purpose) switch
    {
        FundingSource.CanteenBudget => "食堂经费",
        FundingSource.Union => "工会经费",
        null => null,
    };

    public static string Of(Decision decision) => decision switch
    {
        Decision.Approved => "同意",
        Decision.SentBack => "退回修改",
        Decision.Rejected => "不同意",
    };

    /// <summary>免税 isn't 0 %.</summary>
    public static string Tax(int? basisPoints) => basisPoints is { } rate ? $"{Words.Number(rate / 100m)} %" : "免税";
}
