using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Rounds;

/// <summary>A round as a table on paper, as far as the person sees it: a row per unit, its figures below where they stood and what is aimed at.</summary>
internal static class RoundPaper
{
    public static PaperTable Of(RoundView round) => new(round.Title, [.. Columns(round)], Rows(round))
    {
        Left = string.Create(CultureInfo.InvariantCulture, $"任务{round.Task.Label}{(round.ProjectName is { } project ? "　项目：" + project : "")}　期间：{Lights.Day(round.From)}至{Lights.Day(round.To)}　答复截止：{Lights.Day(round.DueOn)}"),
        Right = round.State.Text(true),
        Notes = [.. Notes(round)],
        Foot = round.Title,
    };

    private static IEnumerable<PaperColumn> Columns(RoundView round)
    {
        yield return new("单位", 18);
        yield return new("状态", 10);
        yield return new("答复时间", 18);
        foreach (var figure in round.Figures)
        {
            yield return new($"{figure.Label(true)}（{figure.Unit}）", 14, Kind(round, figure));
        }

        foreach (var measure in round.Percents)
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"措施{measure.Number}进度（%）"), 12, PaperFigure.Whole);
        }

        yield return new("进展情况", 40);
        yield return new("附件", 18);
    }

    // 6 座 is no 6.0: places stand only where some figure of the column has them.
    private static PaperFigure Kind(RoundView round, AskedFigureView figure) =>
        round.Units.Select(u => u.Latest?.ValueOf(figure.MetricId)).Concat([figure.Baseline, figure.Target]).All(v => v is not { } value || decimal.IsInteger(value)) ? PaperFigure.Whole : PaperFigure.Quantity;

    private static IEnumerable<PaperRow> Rows(RoundView round)
    {
        if (round.Figures.Count > 0)
        {
            yield return Held("期初", f => f.Baseline);
            yield return Held("目标", f => f.Target);
        }

        foreach (var unit in round.Units)
        {
            var answer = unit.Latest;
            yield return new(
            [
                unit.Name, unit.State.Text(true) + (unit.Late ? "（逾期）" : ""), answer is null ? "" : answer.AnsweredAt.ClockInChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                .. round.Figures.Select(f => (PaperCell)answer?.ValueOf(f.MetricId)), .. round.Percents.Select(m => (PaperCell)(decimal?)answer?.PercentOf(m.MeasureId)),
                answer?.Narrative, answer is null ? "" : string.Join('\n', answer.Files.Select(f => f.Name)),
            ]);
        }

        if (round.Whole && round.Figures.Count > 0)
        {
            yield return new(
                [RoundWords.Total(round.Units, true), "", "", .. round.Figures.Select(f => (PaperCell)RoundWords.Total(round.Units, f))], IsTotal: true);
        }

        PaperRow Held(string label, Func<AskedFigureView, decimal?> of) => new([label, "", "", .. round.Figures.Select(f => (PaperCell)of(f))]);
    }

    private static IEnumerable<string> Notes(RoundView round)
    {
        if (round.Summary is { } summary)
        {
            yield return $"调度结果（{Lights.Day(round.HeldOn!.Value)}）：{summary}";
        }

        foreach (var unit in round.Units.Where(u => u.MissingReason is not null))
        {
            yield return $"{unit.Name}没有通过的答复：{unit.MissingReason}";
        }
    }
}
