namespace Commerce.TaskList.Domain;

/// <summary>The rules and the words of a problem's light. Days are included.</summary>
internal static class ProblemLights
{
    /// <summary>How a problem stands on a day.</summary>
    public static Light Of(Problem problem, DateOnly asOf, LightRules rules)
    {
        var words = new DayWords(asOf, asOf.Year);
        return problem.State switch
        {
            ProblemState.NotStarted => new(LightColour.Yellow, "未启动：还没有定措施、责任人和时限", "not started: no measures, person and limit are set"),
            ProblemState.Closed => Closed(problem, words, "已销号", "closed"),
            ProblemState.Standing => Closed(problem, words, "已销号，长期坚持", "closed, kept up for good"),
            ProblemState.SaidMended => Said(problem, words),
            ProblemState.Returned => Returned(problem, words, rules),
            ProblemState.Mending => Due(problem, words, rules, "整改中", "being mended"),
        };
    }

    /// <summary>Past its limit: not mended, or mended later than the limit that counted.</summary>
    public static bool IsOverdue(Problem problem, DateOnly asOf) => problem.IsOpen && problem.WorkingDueOn < asOf;

    private static Light Closed(Problem problem, DayWords words, string chinese, string english) => new(
        LightColour.Green, $"{chinese}（{words.Of(problem.ClosedOn!.Value)}，{problem.Assessment?.Text(true)}）{Looked(problem, words, true)}",
        $"{english} ({problem.ClosedOn:yyyy-MM-dd}, {problem.Assessment?.Text(false)}){Looked(problem, words, false)}");

    private static string Looked(Problem problem, DayWords words, bool chinese) => problem.RecheckedOn is not { } day ? ""
        : chinese ? $"；{words.Of(day)}回头看未反弹" : $"; looked at again on {day:yyyy-MM-dd}, it held";

    private static Light Said(Problem problem, DayWords words) => problem.MendedOn > problem.WorkingDueOn
        ? new(LightColour.Yellow, $"已整改待销号：{words.Of(problem.MendedOn!.Value)}整改，比时限晚 {problem.MendedOn.Value.DayNumber - problem.WorkingDueOn!.Value.DayNumber} 天",
            $"said to be mended on {problem.MendedOn:yyyy-MM-dd}, {problem.MendedOn.Value.DayNumber - problem.WorkingDueOn!.Value.DayNumber} days late; to be closed")
        : new(LightColour.Green, $"已整改待销号：{words.Of(problem.MendedOn!.Value)}整改", $"said to be mended on {problem.MendedOn:yyyy-MM-dd}; to be closed");

    private static Light Returned(Problem problem, DayWords words, LightRules rules)
    {
        var due = Due(problem, words, rules, "退回", "sent back");
        return due.Colour == LightColour.Red ? due : new(LightColour.Yellow, $"退回：{problem.ReturnedReason}；{words.Of(problem.WorkingDueOn!.Value)}前", $"sent back: {problem.ReturnedReason}; by {problem.WorkingDueOn:yyyy-MM-dd}");
    }

    private static Light Due(Problem problem, DayWords words, LightRules rules, string chinese, string english)
    {
        var due = problem.WorkingDueOn!.Value;
        var left = due.DayNumber - words.AsOf.DayNumber;
        var (moved, movedEnglish) = due == problem.DueOn ? ("", "") : ($"，原定{words.Of(problem.DueOn!.Value)}", $", first set for {problem.DueOn:yyyy-MM-dd}");
        return left < 0
            ? new(LightColour.Red, $"逾期 {-left} 天：{words.Of(due)}前未整改{moved}", $"{-left} days late: not mended by {due:yyyy-MM-dd}{movedEnglish}")
            : left <= rules.NearDays
                ? new(LightColour.Yellow, $"临近：还剩 {left} 天，{words.Of(due)}到期{moved}", $"near: {left} days left until {due:yyyy-MM-dd}{movedEnglish}")
                : new(LightColour.Green, $"{chinese}：{words.Of(due)}前，还有 {left} 天{moved}", $"{english}: by {due:yyyy-MM-dd}, {left} days left{movedEnglish}");
    }

    /// <summary>A special action: until its summary is filed by the day, then by the rhythm of its measure.</summary>
    /// <param name="action">The action.</param>
    /// <param name="rhythm">How the measure's rhythm is kept.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="rules">Settings.</param>
    public static Light Of(SpecialAction action, Light rhythm, DateOnly asOf, LightRules rules)
    {
        var words = new DayWords(asOf, asOf.Year);
        var due = action.SummaryDueOn;
        if (action.SummarisedOn is { } filed)
        {
            var late = filed.DayNumber - (action.FirstSummaryDueOn ?? due).DayNumber;
            var (how, english) = late <= 0 ? ("按期", "in time") : ($"晚 {late} 天", $"{late} days late");
            return new(rhythm.Colour, $"总结已于{words.Of(filed)}报送（{how}）；{rhythm.Chinese}", $"summary filed on {filed:yyyy-MM-dd} ({english}); {rhythm.English}");
        }

        var left = due.DayNumber - asOf.DayNumber;
        var (moved, movedEnglish) = action.FirstSummaryDueOn is not { } first || first == due ? ("", "") : ($"，原定{words.Of(first)}", $", first set for {first:yyyy-MM-dd}");
        return left < 0
            ? new(LightColour.Red, $"逾期 {-left} 天：{words.Of(due)}前未报送总结{moved}", $"{-left} days late: no summary by {due:yyyy-MM-dd}{movedEnglish}")
            : left <= rules.NearDays
                ? new(LightColour.Yellow, $"临近：还剩 {left} 天，{words.Of(due)}前报送总结{moved}", $"near: the summary is due by {due:yyyy-MM-dd}, {left} days left{movedEnglish}")
                : new(LightColour.Green, $"进行中：{words.Of(due)}前报送总结，还有 {left} 天{moved}", $"under way: the summary is due by {due:yyyy-MM-dd}, {left} days left{movedEnglish}");
    }
}
