using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Figures;

namespace Commerce.TaskList.Export;

/// <summary>A year's list on paper, as this person may see it: its own columns, and beside each measure its light with the reason, its figures and the latest report.</summary>
internal sealed class ExportList(ReadLists lists, ReadFigures figures)
{
    // Of what a computed figure lacks, so many stand on paper by name.
    private const int Named = 5;

    /// <param name="year">The list's year; null is the latest.</param>
    /// <param name="asOf">The day to tell the progress for; null is today.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>Null when there is no such list, or none for this person.</returns>
    public async Task<PaperTable?> Paper(int? year, DateOnly? asOf, CancellationToken ct)
    {
        var known = (await lists.Years(ct)).Select(y => y.Year).ToList();
        if ((year ?? known.FirstOrDefault()) is not (> 0 and var wanted) || await lists.List(wanted, asOf, ct) is not { } list)
        {
            return null;
        }

        List<PrintedTask> tasks = [];
        foreach (var section in list.Sections)
        {
            foreach (var task in section.Tasks)
            {
                List<PrintedMeasure> measures = [];
                foreach (var measure in task.Measures)
                {
                    measures.Add(new(measure.Number, measure.Group, measure.Text, await Progress(measure, ct)));
                }

                tasks.Add(new(task.Label, section.Title, task.Text, task.ResponsibleText, task.DeadlineText, task.Remark ?? "", measures));
            }
        }

        return ListPaper.Of(new(list.Title, list.AsOf, tasks));
    }

    private async Task<string> Progress(MeasureView measure, CancellationToken ct)
    {
        List<string> lines = [$"{Shape(measure.Light.Colour)} {measure.Light.Chinese}"];
        foreach (var figure in await figures.Of(measure, ct))
        {
            // A computed figure and a typed one never look alike.
            var value = figure.Actual is { } actual ? (figure.Source == MetricSource.AssistanceLedger ? actual.ToString("#,##0.00", CultureInfo.InvariantCulture) : Written(actual)) + (figure.Target is { } target ? "/" + Written(target) : "") + figure.Unit : "未报";
            var origin = figure.Metric.IsTyped ? figure is { By: { } by, On: { } on } ? $"（报：{by}，{Lights.Day(on)}）" : "" : "（计）";
            var missing = figure.Missing.Count == 0 ? "" : $"，缺：{string.Join("、", figure.Missing.Take(Named))}{(figure.Missing.Count > Named ? $"等 {figure.Missing.Count} 个" : "")}";
            lines.Add($"{figure.Label(true)}：{value}{origin}{missing}");
        }

        if (lists.ReportsOf(measure).FirstOrDefault(r => r.State != ReportState.Returned) is { } report)
        {
            var percent = report.Percent is { } reached ? string.Create(CultureInfo.InvariantCulture, $"{reached}%，") : "";
            lines.Add($"{report.Period}上报：{percent}{report.Narrative}");
        }

        return string.Join('\n', lines);
    }

    private static string Written(decimal number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private static string Shape(LightColour colour) => colour switch
    {
        LightColour.Red => "●",
        LightColour.Yellow => "▲",
        LightColour.Green or LightColour.None => "○",
    };
}
