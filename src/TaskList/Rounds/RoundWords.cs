using System.Globalization;
using Commerce.TaskList.Domain;
using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.TaskList.Rounds;

/// <summary>The words of rounds.</summary>
internal static class RoundWords
{
    public static string Text(this RoundState state, bool chinese) => state switch
    {
        RoundState.Open => chinese ? "答复中" : "being answered",
        RoundState.Held => chinese ? "已调度" : "held",
        RoundState.Withdrawn => chinese ? "已撤回" : "withdrawn",
    };

    public static string Text(this RoundUnitState state, bool chinese) => state switch
    {
        RoundUnitState.Owing => chinese ? "未答复" : "not answered",
        RoundUnitState.Answered => chinese ? "待审核" : "to be reviewed",
        RoundUnitState.Returned => chinese ? "已退回" : "sent back",
        RoundUnitState.Accepted => chinese ? "已通过" : "accepted",
    };

    public static (LightKind Kind, string Text) State(this Words w, RoundView round, DateOnly today) => round.State switch
    {
        RoundState.Held => (LightKind.Done, w[$"已调度（{w.Day(round.HeldOn!.Value)}）", $"held on {w.Day(round.HeldOn!.Value)}"]),
        RoundState.Withdrawn => (LightKind.Quiet, w[$"已撤回：{round.WithdrawnReason}", $"withdrawn: {round.WithdrawnReason}"]),
        RoundState.Open when round.IsLate(today) => (LightKind.Overdue, w[$"逾期 {today.DayNumber - round.DueOn.DayNumber} 天，还有单位未答复", $"{today.DayNumber - round.DueOn.DayNumber} days late, answers are missing"]),
        RoundState.Open when round.Open.Count == 0 => (LightKind.Information, w["答复全部通过，可以结束", "all accepted, to be closed"]),
        RoundState.Open => (LightKind.Information, w[$"答复中，{w.Day(round.DueOn)}截止", $"being answered, due {w.Day(round.DueOn)}"]),
    };

    public static (LightKind Kind, string Text) State(this Words w, RoundUnitView unit, DateOnly today)
    {
        var late = unit.Late ? w["（逾期答复）", " (late)"] : "";
        return unit.State switch
        {
            RoundUnitState.Accepted => (LightKind.Done, w["已通过", "accepted"] + late),
            RoundUnitState.Answered => (LightKind.Information, w["待审核", "to be reviewed"] + late),
            RoundUnitState.Returned => (LightKind.Near, w[$"已退回：{unit.Latest!.ReturnedReason}", $"sent back: {unit.Latest!.ReturnedReason}"]),
            RoundUnitState.Owing when unit.Round.State != RoundState.Open => (LightKind.Near, w["未答复", "not answered"]),
            RoundUnitState.Owing when today > unit.Round.DueOn => (LightKind.Overdue, w[$"未答复，逾期 {today.DayNumber - unit.Round.DueOn.DayNumber} 天", $"not answered, {today.DayNumber - unit.Round.DueOn.DayNumber} days late"]),
            RoundUnitState.Owing => (LightKind.Quiet, w["未答复", "not answered"]),
        };
    }

    /// <summary>2026年6月1日至2026年6月30日.</summary>
    public static string Period(this Words w, RoundView round) => w[$"{w.Day(round.From)}至{w.Day(round.To)}", $"{w.Day(round.From)} to {w.Day(round.To)}"];

    /// <summary>A figure with up to four places.</summary>
    public static string Number(decimal value) => value.ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>期初 120，目标 718 公里: what a figure is held against.</summary>
    public static string Against(this Words w, AskedFigureView figure)
    {
        var baseline = figure.Baseline is { } b ? Number(b) : w["未报", "not reported"];
        return w[$"期初 {baseline}，目标 {(figure.Target is { } t ? Number(t) : "未定")}，单位：{figure.Unit}", $"before {baseline}, target {(figure.Target is { } g ? Number(g) : "not set")}, in {figure.Unit}"];
    }

    /// <summary>What the line says that adds the units' parts up.</summary>
    public static string Total(IEnumerable<RoundUnitView> units, bool chinese) => units.Any(u => u is { Counts: true, State: RoundUnitState.Answered })
        ? chinese ? "合计（含待审核）" : "Total (with answers to be reviewed)"
        : chinese ? "合计" : "Total";

    /// <summary>The units' parts of a figure together; null when none is known, or when it doesn't add up.</summary>
    public static decimal? Total(IEnumerable<RoundUnitView> units, AskedFigureView figure) => !figure.AddsUp ? null
        : units.Where(u => u.Counts).Select(u => u.Latest!.ValueOf(figure.MetricId)).Where(v => v is not null).Aggregate((decimal?)null, (sum, v) => (sum ?? 0) + v);
}
