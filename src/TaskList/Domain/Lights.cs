using Commerce.SharedKernel;

namespace Commerce.TaskList.Domain;

/// <summary>The rules and the words of lights. Days are included: 10月底前 is over on 1 November.</summary>
internal static class Lights
{
    public static Light Standing { get; } = new(LightColour.Green, "长期坚持，尚未到上报时间", "standing work; no report is due yet");

    public static Light Computed { get; } = new(LightColour.Green, "长期坚持，数据由系统随时计算", "standing work; the platform reckons the figure itself");

    public static Light AllDone { get; } = new(LightColour.Green, "时间节点均已办结，待销号", "all milestones are done; to be closed");

    public static Light NoDeadline(string printed) => new(LightColour.None, $"没有能识别的时限：{printed}", $"no deadline could be read: {printed}");

    public static Light Closed(DateOnly done, DayWords words) => new(LightColour.Green, $"已销号（{words.Of(done)}办结）", $"closed (done {done:yyyy-MM-dd})");

    public static Light Done(DateOnly done, Assessment? assessment, DayWords words) => new(
        LightColour.Green, $"{assessment?.Text(true) ?? "办结"}（{words.Of(done)}）", $"{assessment?.Text(false) ?? "done"} ({done:yyyy-MM-dd})");

    /// <summary>待销号: the units say that it is done; it is late only when they say that it was done late.</summary>
    public static Light Said(DateOnly said, DateOnly working, DayWords words) => said <= working
        ? new(LightColour.Green, $"待销号：已报{words.Of(said)}办结", $"to be closed: said to be done on {said:yyyy-MM-dd}")
        : new(LightColour.Yellow, $"待销号：已报{words.Of(said)}办结，比时限晚 {said.DayNumber - working.DayNumber} 天", $"to be closed: said to be done on {said:yyyy-MM-dd}, {said.DayNumber - working.DayNumber} days late");

    public static Light Due(Milestone milestone, DateOnly working, DayWords words, LightRules rules)
    {
        var what = milestone.What.Length > 0 ? $"（{milestone.What}）" : "";
        var that = milestone.What.Length > 0 ? $" ({milestone.What})" : "";
        var left = working.DayNumber - words.AsOf.DayNumber;
        if (milestone.Aim)
        {
            return left >= 0
                ? new(LightColour.None, $"力争{words.Of(working)}前，还有 {left} 天{what}；力争目标不计逾期", $"aims at {working:yyyy-MM-dd}, {left} days left{that}; an aim is never overdue")
                : new(LightColour.None, $"力争{words.Of(working)}前，已过 {-left} 天{what}；力争目标不计逾期", $"aimed at {working:yyyy-MM-dd}, {-left} days ago{that}; an aim is never overdue");
        }

        var (moved, movedEnglish) = working == milestone.DueOn ? ("", "") : ($"，已延期，原定{words.Of(milestone.DueOn!.Value)}", $", extended from {milestone.DueOn:yyyy-MM-dd}");
        return left < 0
            ? new(LightColour.Red, $"逾期 {-left} 天：{words.Of(working)}前未办结{moved}{what}", $"{-left} days late: not done by {working:yyyy-MM-dd}{movedEnglish}{that}")
            : left <= rules.NearDays
                ? new(LightColour.Yellow, $"临近：还剩 {left} 天，{words.Of(working)}到期{moved}{what}", $"near: {left} days left until {working:yyyy-MM-dd}{movedEnglish}{that}") { Near = true }
                : new(LightColour.Green, $"未到期：{words.Of(working)}前，还有 {left} 天{moved}{what}", $"not due until {working:yyyy-MM-dd}, {left} days left{movedEnglish}{that}");
    }

    /// <summary>What a straight line from the list's first day to the deadline would expect by now; null when not behind.</summary>
    public static Light? Behind(int percent, int year, DateOnly working, DateOnly asOf, LightRules rules)
    {
        var start = new DateOnly(year, 1, 1);
        if (working <= start || asOf < start)
        {
            return null;
        }

        var expected = (asOf.DayNumber - start.DayNumber + 1) * 100 / (working.DayNumber - start.DayNumber + 1);
        return expected - percent > rules.BehindPoints
            ? new(LightColour.Yellow, $"进度落后：已报 {percent}%，按时间应到 {expected}%", $"behind: {percent}% reported, {expected}% of the time is gone")
            : null;
    }

    public static Light SentBack(ProgressReport report) => new(
        LightColour.Yellow, $"上报被退回，待补正：{report.ReturnedReason}", $"a report was sent back: {report.ReturnedReason}");

    public static Light StandingReported(Month last) => new(LightColour.Green, $"长期坚持，{Name(last)}止已按期上报", $"standing work, reported up to {last}");

    public static Light StandingSilent(Month first, Month last, IReadOnlyList<string> silent) => new(
        LightColour.Yellow, $"长期坚持，{Span(first, last)}未上报：{string.Join("、", silent)}", $"standing work, no report for {first} to {last}: {string.Join(", ", silent)}")
    {
        Told = unit => silent.Contains(unit)
            ? ($"长期坚持，你单位{Span(first, last)}进展未上报", $"standing work, your unit gave no report for {first} to {last}")
            : ($"长期坚持，{Span(first, last)}进展还有责任单位未上报", $"standing work, a responsible unit gave no report for {first} to {last}"),
    };

    public static Light RecurringMissed(DateOnly day, DayWords words, IReadOnlyList<string> silent) => new(
        LightColour.Red, $"逾期 {words.AsOf.DayNumber - day.DayNumber} 天：{words.Of(day)}前应报未报：{string.Join("、", silent)}",
        $"{words.AsOf.DayNumber - day.DayNumber} days late: no report by {day:yyyy-MM-dd}: {string.Join(", ", silent)}")
    {
        Told = unit => silent.Contains(unit)
            ? ($"逾期 {words.AsOf.DayNumber - day.DayNumber} 天：你单位{words.Of(day)}前应报的进展未上报", $"{words.AsOf.DayNumber - day.DayNumber} days late: your unit gave no report by {day:yyyy-MM-dd}")
            : ($"逾期 {words.AsOf.DayNumber - day.DayNumber} 天：{words.Of(day)}前还有责任单位应报未报", $"{words.AsOf.DayNumber - day.DayNumber} days late: a responsible unit gave no report by {day:yyyy-MM-dd}"),
    };

    public static Light RecurringNext(DateOnly next, DayWords words, LightRules rules)
    {
        var left = next.DayNumber - words.AsOf.DayNumber;
        return new(
            left <= rules.NearDays ? LightColour.Yellow : LightColour.Green,
            left <= rules.NearDays ? $"临近：还剩 {left} 天，{words.Of(next)}前上报" : $"下次上报：{words.Of(next)}前", $"next report by {next:yyyy-MM-dd}, {left} days left")
        { Near = left <= rules.NearDays };
    }

    /// <summary>2026年6月30日.</summary>
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private static string Name(Month month) => $"{month.Year}年{month.OfYear}月";

    private static string Span(Month first, Month last) => first == last ? Name(last) : $"{first.Year}年{first.OfYear}至{last.OfYear}月";
}

/// <summary>How a light says days: 6月30日 while that is in the year it is told for and in the list's own, else with the year.</summary>
/// <param name="AsOf">The day it is told for.</param>
/// <param name="ListYear">The list's year.</param>
internal readonly record struct DayWords(DateOnly AsOf, int ListYear)
{
    public string Of(DateOnly day) => day.Year == AsOf.Year && day.Year == ListYear ? $"{day.Month}月{day.Day}日" : Lights.Day(day);
}
