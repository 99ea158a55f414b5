using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Ordering.Lapsing;

/// <summary>How open orders and certificates that end are spoken of.</summary>
internal static class LapsingWords
{
    /// <summary>What a certificate's end means for a line, as a light with its reason.</summary>
    public static (LightKind Kind, string Text) Light(this Words w, LapsingLine line)
    {
        var (paper, last) = ($"{line.Missing.Kind}（{line.Missing.Number}）", w.Day(line.Missing.From.AddDays(-1)));
        return line.DaysLeft switch
        {
            < 0 => (LightKind.Overdue, w[$"不能发货：{paper}只到 {last} 有效", $"can't be sent: {line.Missing.Kind} ({line.Missing.Number}) held until {last}"]),
            <= ReadLapsing.Soon and var days => (LightKind.Near, w[$"还有 {days} 天：{paper}到 {last}", $"{days} days left: {line.Missing.Kind} ({line.Missing.Number}) ends {last}"]),
            var days => (LightKind.Information, w[$"还有 {days} 天：{paper}到 {last}", $"{days} days left: {line.Missing.Kind} ({line.Missing.Number}) ends {last}"]),
        };
    }

    public static string State(this Words w, string state) => state switch
    {
        "out" => w["不能发货", "can't be sent"],
        "week" => w["7 天内到期", "within 7 days"],
        _ => w["30 天内到期", "within 30 days"],
    };
}
