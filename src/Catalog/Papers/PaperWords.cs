using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Catalog.Papers;

/// <summary>How the list of certificates speaks.</summary>
internal static class PaperWords
{
    public static string Label(this Words w, PaperState state) => state switch
    {
        PaperState.Out => w["已过期", "run out"],
        PaperState.Week => w["7 天内", "within 7 days"],
        PaperState.Month => w["30 天内", "within 30 days"],
        PaperState.Rest => w["其余", "the rest"],
    };

    /// <summary>Until when it holds, as a light with its day.</summary>
    public static (LightKind Kind, string Text) Light(this Words w, GoodPaper paper) => paper switch
    {
        { State: PaperState.Out, Gap.Held: null } => (LightKind.Overdue, w["已撤销，没有有效过", "withdrawn, it never held"]),
        { State: PaperState.Out, DaysLeft: { } days } => (LightKind.Overdue, w[$"已过期 {-days} 天：{w.Day(paper.LastDay!.Value)}", $"ran out {-days} days ago: {w.Day(paper.LastDay!.Value)}"]),
        _ => w.Expiry(paper.LastDay, paper.Today),
    };

    /// <summary>What follows from it for selling, as a light with its reason.</summary>
    public static (LightKind Kind, string Text) Shelf(this Words w, GoodPaper paper)
    {
        var back = paper.Gap?.To is { } last ? w[$"，{w.Day(last.AddDays(1))}起自动恢复", $", back by itself on {w.Day(last.AddDays(1))}"] : "";
        return paper switch
        {
            { OffShelf: true } => (LightKind.Overdue, w[$"已下架：{paper.Gap!.Reason(true)}{back}", $"off the shelf: {paper.Gap!.Reason(false)}{back}"]),
            { State: PaperState.Out } => (LightKind.Near, w[$"◇ 普通商品：认定已到期{back}", $"◇ ordinary: the recognition has ended{back}"]),
            { State: not PaperState.Rest, IsRecognition: true } => (LightKind.Information, w["到期后按普通商品出售", "an ordinary good afterwards"]),
            { State: not PaperState.Rest } => (LightKind.Near, w[$"{w.Day(paper.Gap!.From)}起自动下架{back}", $"leaves the shelf on {w.Day(paper.Gap!.From)}{back}"]),
            _ => (LightKind.Quiet, w["不影响", "no effect"]),
        };
    }
}
