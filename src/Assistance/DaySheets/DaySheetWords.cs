using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Commerce.Ui.States;

namespace Commerce.Assistance.DaySheets;

/// <summary>What day sheets are called on pages and papers.</summary>
internal static class DaySheetWords
{
    /// <summary>In what counters sell.</summary>
    public static readonly MeasureUnit[] Units = [MeasureUnit.Bag, MeasureUnit.Box, MeasureUnit.Piece, MeasureUnit.Jin, MeasureUnit.Kg];

    public static string Of(DaySheetState state, bool chinese) => state switch
    {
        DaySheetState.Draft => chinese ? "草稿" : "Draft",
        DaySheetState.Submitted => chinese ? "待确认" : "Waits for confirmation",
        DaySheetState.Confirmed => chinese ? "已确认，已计入台账" : "Confirmed, in the ledger",
    };

    public static string Of(GoodsStock stock, bool chinese) => stock switch
    {
        GoodsStock.Own => chinese ? "经销（自己进的货）" : "own stock",
        GoodsStock.OnBehalf => chinese ? "代销（替村里卖）" : "on behalf of the village",
    };

    public static LightKind LightOf(DaySheetState state) => state switch
    {
        DaySheetState.Draft => LightKind.Quiet,
        DaySheetState.Submitted => LightKind.Near,
        DaySheetState.Confirmed => LightKind.Done,
    };

    public static string Percent(decimal? share) => share is { } s ? (s * 100).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + "%" : "—";
}
