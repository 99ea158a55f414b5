using Commerce.Assistance.Domain;
using Commerce.Assistance.Totals;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Assistance.MonthTable;

/// <summary>A unit's line of the month's table.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Canteen">食堂.</param>
/// <param name="Welfare">福利.</param>
/// <param name="Personal">个人.</param>
internal sealed record MonthLine(string Unit, Money Canteen, Money Welfare, Money Personal)
{
    /// <summary>合计.</summary>
    public Money Total => Canteen + Welfare + Personal;
}

/// <summary>The month's purchases by unit and purpose, as far as the reader may see.</summary>
internal sealed class ReadMonth(ReadTotals totals, Actor actor)
{
    public async Task<IReadOnlyList<MonthLine>> Read(Month month, CancellationToken ct)
    {
        var question = TotalsQuestion.Of(
            month.Year, [TotalsBy.Unit, TotalsBy.Purpose], new TotalsFilter(Months: [month]), actor.UnitsWhere(Capability.AssistanceRead));
        var rows = await totals.Rows(question, ct);
        var names = await totals.Names(rows, ct);
        return
        [
            .. rows.GroupBy(r => r.Key.Unit).Select(g => new MonthLine(
                names.GetValueOrDefault(g.Key, ""),
                Of(g, PurchasePurpose.Canteen),
                Of(g, PurchasePurpose.StaffWelfare),
                Of(g, PurchasePurpose.Personal))).OrderByDescending(l => l.Total),
        ];
    }

    private static Money Of(IEnumerable<RowSums> rows, PurchasePurpose purpose) => rows.Where(r => r.Key.Purpose == purpose).Sum(r => r.Amount);
}
