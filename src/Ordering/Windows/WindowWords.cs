using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Ordering.Windows;

/// <summary>How windows speak on pages.</summary>
internal static class WindowWords
{
    /// <summary>Where it stands, in a word.</summary>
    public static string Text(this WindowState state, Words w) => state switch
    {
        WindowState.Planned => w["未开始", "not open yet"],
        WindowState.Open => w["征订中", "open"],
        WindowState.Closed => w["已截止，待确认", "closed, to be confirmed"],
        WindowState.NotReached => w["未成行，已全部释放", "too little, all released"],
        WindowState.Confirmed => w["已确认，送货中", "confirmed, being delivered"],
        WindowState.Delivered => w["已送达验收", "delivered"],
    };

    /// <summary>As a light.</summary>
    public static LightKind Kind(this WindowState state) => state switch
    {
        WindowState.Open => LightKind.Information,
        WindowState.Delivered or WindowState.Confirmed => LightKind.Done,
        WindowState.NotReached => LightKind.Overdue,
        WindowState.Planned or WindowState.Closed => LightKind.Quiet,
    };

    /// <summary>How far it is from a truck, in a sentence.</summary>
    public static string Progress(this WindowView window, Words w) => window.Minimum == SharedKernel.Money.Zero
        ? w[$"已订 {Words.Yuan(window.Reached)} 元（{window.Orders} 单），不设起运金额", $"{Words.Yuan(window.Reached)} yuan in {window.Orders} orders; any amount is delivered"]
        : window.Missing == SharedKernel.Money.Zero
            ? w[$"已订 {Words.Yuan(window.Reached)} 元（{window.Orders} 单），已够起运金额 {Words.Yuan(window.Minimum)} 元", $"{Words.Yuan(window.Reached)} yuan in {window.Orders} orders; the minimum of {Words.Yuan(window.Minimum)} is reached"]
            : w[$"已订 {Words.Yuan(window.Reached)} 元（{window.Orders} 单），离起运金额还差 {Words.Yuan(window.Missing)} 元", $"{Words.Yuan(window.Reached)} yuan in {window.Orders} orders; {Words.Yuan(window.Missing)} still missing to the minimum"];
}
