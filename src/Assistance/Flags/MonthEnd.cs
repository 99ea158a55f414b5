using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Flags;

/// <summary>A month and the first days of the next one, when these are over: before that, more may still come.</summary>
/// <param name="Month">The month.</param>
/// <param name="Until">Where those days end.</param>
internal sealed record MonthEnd(Month Month, DateTimeOffset Until)
{
    /// <summary>The months looked back at whose days are over.</summary>
    public static IEnumerable<MonthEnd> Over(DateTimeOffset now, AssistanceOptions options)
    {
        for (var month = now.AddDays(-options.FlagsLookBackDays).MonthInChina(); ; month = month.Next())
        {
            var until = StartOf(month.Next()).AddDays(options.LateDays);
            if (until > now)
            {
                yield break;
            }

            yield return new(month, until);
        }
    }

    public static DateTimeOffset StartOf(Month month) => new DateOnly(month.Year, month.OfYear, 1).StartInChina();

    public Finding Finding(FlagKind kind, Guid unit, long fen, long back, decimal part, AssistanceOptions options, bool sample, IReadOnlyList<FoundPaper> papers)
    {
        var (whole, gone, returned) = (Money.FromFen(fen), Money.FromFen(back), kind == FlagKind.ReturnedAfterMonthEnd);
        return new(
            kind, $"{(returned ? "returned" : "cancelled")} {unit:N} {Month.Number}", unit, Month, gone,
            $"{Month.Year} 年 {Month.OfYear} 月{(returned ? "验收" : "订货")} {whole} 元，次月头 {options.LateDays} 天{(returned ? "退货" : "取消")} {gone} 元，占 {part:0.0%}（标准：{options.LateShare:0.0%} 起）。",
            $"{whole} yuan {(returned ? "accepted" : "ordered")} in {Month}, {gone} {(returned ? "sent back" : "cancelled")} in the first {options.LateDays} days of the next month: {part:0.0%} (from {options.LateShare:0.0%} on).",
            sample, papers);
    }
}
