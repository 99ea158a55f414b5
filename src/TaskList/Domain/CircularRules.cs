using Commerce.SharedKernel;

namespace Commerce.TaskList.Domain;

/// <summary>How a circular is built from the data: who has which place and why, whom the rule proposes to praise or to criticise, how far targets have come.</summary>
internal static class CircularRules
{
    /// <summary>The rule of places in words; it stands on every circular.</summary>
    public const string Rule = "排名规则：先比现逾期节点（少者在前），再比逾期办结节点、应报未报、未办结督办函（少者在前），最后比按期办结节点（多者在前）；都相同的并列。没有到期节点、也没有应报未报和督办函的单位不排名。";

    /// <summary>The units that must report on something, with their places on the standing's day.</summary>
    /// <param name="standing">The list on the day.</param>
    /// <param name="letters">Of the list.</param>
    public static IReadOnlyList<CircularRow> Rank(Standing standing, IReadOnlyCollection<SupervisionLetter> letters)
    {
        var open = letters.Where(l => l.IssuedOn <= standing.AsOf && (l.ClosedOn is null || l.ClosedOn > standing.AsOf)).ToLookup(l => l.UnitId);
        var rows = standing.Tasks.SelectMany(t => standing.AnsweringFor(t.Id).Where(a => a.Owes).Select(a => (Task: t, a.UnitId, a.Name)))
            .GroupBy(p => (p.UnitId, p.Name)).Select(g => Row(standing, g.Key.UnitId, g.Key.Name, [.. g.Select(p => p.Task)], [.. open[g.Key.UnitId]])).ToList();
        var ranked = rows.Where(r => r.Due + r.Unreported + r.Letters > 0).OrderBy(Key).ThenBy(r => r.Unit, StringComparer.Ordinal).ToList();
        return
        [
            .. ranked.Select(r => r with { Place = 1 + ranked.Count(o => Key(o).CompareTo(Key(r)) < 0) }),
            .. rows.Where(r => r.Due + r.Unreported + r.Letters == 0).OrderBy(r => r.Unit, StringComparer.Ordinal),
        ];
    }

    /// <summary>Proposed for praise: nothing late, overdue, unreported or supervised, and something done in time.</summary>
    public static IReadOnlyList<CircularMention> Praise(IEnumerable<CircularRow> rows) =>
        [.. rows.Where(r => r is { Overdue: 0, Late: 0, Unreported: 0, Letters: 0, InTime: > 0 }).Select(r => new CircularMention(r.UnitId, r.Unit, $"按期办结 {r.InTime} 个时间节点，没有逾期"))];

    /// <summary>Proposed for criticism: something is overdue, two letters and more are open, or one was left without an answer.</summary>
    public static IReadOnlyList<CircularMention> Criticism(IEnumerable<CircularRow> rows) =>
        [.. rows.Where(r => r.Overdue > 0 || r.Letters > 1 || r.Unanswered > 0).Select(r => new CircularMention(r.UnitId, r.Unit, r.Reason))];

    /// <summary>A target against the part of the year that has gone by.</summary>
    public static CircularTarget Target(int? measure, string task, string label, string unit, decimal target, decimal? actual, int year, DateOnly asOf)
    {
        var expected = Expected(year, asOf);
        var share = actual is { } reached && target != 0 ? Math.Round(reached / target, 4, MidpointRounding.AwayFromZero) : (decimal?)null;
        var apart = share is { } part ? Math.Round((part - expected) * 100, 1, MidpointRounding.AwayFromZero) : 0;
        var words = share is not { } done ? "未报"
            : done >= 1 ? "已完成年度目标"
            : apart == 0 ? "与时间进度持平"
            : apart > 0 ? $"快于时间进度 {apart:0.#} 个百分点" : $"慢于时间进度 {-apart:0.#} 个百分点";
        return new(measure, task, label, unit, target, actual, share, expected, words);
    }

    /// <summary>The part of a year that has gone by at the end of a day.</summary>
    public static decimal Expected(int year, DateOnly asOf)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return asOf >= last ? 1 : asOf < first ? 0 : Math.Round((decimal)(asOf.DayNumber - first.DayNumber + 1) / (last.DayNumber - first.DayNumber + 1), 4, MidpointRounding.AwayFromZero);
    }

    private static (int, int, int, int, int) Key(CircularRow row) => (row.Overdue, row.Late, row.Unreported, row.Letters, -row.InTime);

    private static CircularRow Row(Standing standing, Guid unitId, string unit, List<OfficialTask> tasks, List<SupervisionLetter> letters)
    {
        var unanswered = letters.Count(l => l.StateOn(standing.AsOf) == LetterState.Overdue);
        // What units say is done waits for the reviewer: it counts neither way until then.
        var due = tasks.SelectMany(t => standing.MilestonesOf(t.Id).Select(m => (Task: t, Milestone: m)))
            .Where(p => p.Milestone is { Kind: MilestoneKind.Due, Aim: false } && (standing.IsDone(p.Milestone) || (standing.WorkingDue(p.Milestone) < standing.AsOf && standing.SaidDoneOn(p.Milestone) is null))).ToList();
        var overdue = due.Where(p => !standing.IsDone(p.Milestone)).ToList();
        var late = due.Count(p => standing.AssessmentOf(p.Milestone) == Assessment.Late);
        var unreported = tasks.SelectMany(t => standing.ReportsOwed(t.Id, unit, standing.AsOf)).Select(r => r.Measure.Number).Distinct().Order().ToList();
        var inTime = due.Count - overdue.Count - late;
        List<string> said =
        [
            .. overdue.Count > 0 ? (string[])[$"现逾期 {overdue.Count} 个节点：{string.Join("；", overdue.Select(p => $"任务{p.Task.Label}{p.Milestone.Title}"))}"] : [],
            .. late > 0 ? (string[])[$"逾期办结 {late} 个节点"] : [],
            .. unreported.Count > 0 ? (string[])[$"应报未报 {unreported.Count} 条措施（{string.Join("、", unreported.Select(n => $"措施{n}"))}）"] : [],
            .. letters.Count > 0 ? (string[])[$"督办函 {letters.Count} 份没有办结{(unanswered > 0 ? $"，其中 {unanswered} 份逾期未回复" : "")}"] : [],
            .. inTime > 0 ? (string[])[$"按期办结 {inTime} 个节点"] : [],
        ];
        return new(
            unitId, unit, null, tasks.Count, tasks.Sum(t => standing.MeasuresOf(t.Id).Count()), due.Count, inTime, late, overdue.Count, unreported.Count, letters.Count,
            said.Count == 0 ? "没有到期的时间节点" : string.Join("；", said), unanswered);
    }
}
