using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Proof;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.YearClose;

/// <summary>What is looked at before a year is closed.</summary>
internal enum YearCheckKind
{
    /// <summary>Months that aren't closed.</summary>
    OpenMonths,

    /// <summary>External purchases that are held and not in the ledger.</summary>
    HeldPurchases,

    /// <summary>Those in the ledger that resemble something and weren't decided on.</summary>
    UnansweredDoubles,

    /// <summary>Ledger and ordering don't say the same.</summary>
    ProofDifferences,

    /// <summary>Filings that aren't approved: another ledger, so it warns only.</summary>
    UnreviewedFilings,

    /// <summary>Units whose leader didn't confirm a month: said on its paper, so it warns only.</summary>
    UnconfirmedUnits,
}

/// <summary>Something that is open.</summary>
/// <param name="Kind">What.</param>
/// <param name="Blocks">The year can't be closed while it is.</param>
/// <param name="Count">How many.</param>
/// <param name="Chinese">In words.</param>
/// <param name="English">The same in English.</param>
/// <param name="Path">Where it is seen to.</param>
internal sealed record YearCheck(YearCheckKind Kind, bool Blocks, int Count, string Chinese, string English, string Path);

/// <summary>Looks at what is open in a year.</summary>
internal static class YearChecks
{
    /// <summary>What stands in the way comes first; empty when nothing is open.</summary>
    public static async Task<IReadOnlyList<YearCheck>> OpenIn(this AssistanceDbContext db, int year, CancellationToken ct)
    {
        var (first, last) = CommitmentQueries.MonthsOf(year);
        var (january, december) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var closed = await db.Months.AsNoTracking().Where(m => m.MonthNumber >= first && m.MonthNumber <= last && m.State == MonthState.Closed).Select(m => m.MonthNumber).ToListAsync(ct);
        var open = Enumerable.Range(first, 12).Except(closed).Select(m => new Month(m)).ToList();
        var external = db.ExternalPurchases.AsNoTracking().Where(p => p.On >= january && p.On <= december);
        var held = await external.CountAsync(p => p.State == ExternalState.Held, ct);
        var questioned = await external.CountAsync(p => p.State == ExternalState.Questioned, ct);
        var differences = (await Comparison.Of(db, ct)).Differences.Count(d => d.MonthNumber / 100 == year);
        var filings = (await db.ShareFilings.AsNoTracking().Include(f => f.Versions).Where(f => f.Year == year).ToListAsync(ct)).Count(f => f.Latest?.State != FilingState.Approved);
        var unconfirmed = await db.MonthVersions.AsNoTracking().Where(v => v.MonthNumber >= first && v.MonthNumber <= last && !db.MonthReopenings.Any(r => r.VersionId == v.Id)).SumAsync(v => v.Unconfirmed, ct);
        return
        [
            .. new YearCheck[]
            {
                new(YearCheckKind.OpenMonths, true, open.Count, $"{string.Join("、", open.Select(m => $"{m.OfYear}月"))}没有结账", $"{string.Join(", ", open)} isn't closed", open.Count == 0 ? "/months" : $"/months?month={open[0]}"),
                new(YearCheckKind.HeldPurchases, true, held, $"有 {held} 笔外部采购待判定，没有记入台账", $"{held} purchases elsewhere are held and not in the ledger", $"/assistance/external?year={year}&state=held"),
                new(YearCheckKind.UnansweredDoubles, true, questioned, $"有 {questioned} 笔外部采购疑似重复，还没有判定", $"{questioned} purchases elsewhere look like doubles and weren't decided on", $"/assistance/external?year={year}&state=questioned"),
                new(YearCheckKind.ProofDifferences, true, differences, $"台账与采购有 {differences} 处对不上", $"ledger and ordering differ in {differences} places", "/assistance/proof"),
                new(YearCheckKind.UnreviewedFilings, false, filings, $"有 {filings} 个单位的预留份额填报没有审定", $"{filings} filings of the reserved share aren't approved", $"/assistance/filings?year={year}"),
                new(YearCheckKind.UnconfirmedUnits, false, unconfirmed, $"结账的月份里有 {unconfirmed} 处单位未确认", $"in the closed months {unconfirmed} figures weren't confirmed by their unit", $"/months?month={year}-12"),
            }.Where(c => c.Count > 0),
        ];
    }

    /// <summary>Whether a year is closed; its months, guide figures and table never change then.</summary>
    public static Task<bool> IsClosed(this AssistanceDbContext db, int year, CancellationToken ct) => db.YearClosings.AsNoTracking().AnyAsync(c => c.Year == year, ct);
}
