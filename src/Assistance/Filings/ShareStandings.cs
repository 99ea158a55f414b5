using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Filings;

/// <summary>How a unit stands against its reserved share on a day.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Filed">What was filed, agreed to and in force on that day; null when there was nothing.</param>
/// <param name="Own">Its own purchases on the 832 platform in the year, net.</param>
/// <param name="Achieved">Its own, and for a representative those of all who eat there.</param>
/// <param name="Adjusted">跨年调整: what put earlier years right; beside the figure, not in it.</param>
internal sealed record ShareStanding(Guid UnitId, ShareFilingVersion? Filed, Money Own, Money Achieved, Money Adjusted)
{
    /// <summary>由XX填报: shown, and out of the ranking by rate.</summary>
    public bool IsRepresented => Filed?.Canteen == CanteenModel.Shared;

    /// <summary>The year's share; null without a base (不适用).</summary>
    public Money? Required => Filed is { Total: var total } && total > Money.Zero ? total : null;

    /// <summary>Achieved over required, four places; null without a base.</summary>
    public decimal? Progress => CommitmentProgress.Rate(Required, Achieved);
}

/// <summary>All units' standing against the reserved share, as it was known on a day: the filings agreed to by then, the purchases recorded by then.</summary>
internal sealed class ShareStandings(AssistanceDbContext db, Demonstration demonstration, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<Guid, ShareStanding>> On(int year, DateOnly day, CancellationToken ct)
    {
        var filed = (await db.ShareFilings.AsNoTracking().Include(f => f.Versions).Where(f => f.Year == year).ToListAsync(ct))
            .Select(f => (f.UnitId, Version: f.On(day))).Where(f => f.Version is not null).ToDictionary(f => f.UnitId, f => f.Version!);
        var bought = await Bought(year, day, ct);
        var members = filed.Where(f => f.Value.RepresentativeId is not null).ToLookup(f => f.Value.RepresentativeId!.Value, f => f.Key);
        return filed.Keys.Union(bought.Keys).ToDictionary(unit => unit, unit =>
        {
            var (own, adjusted) = bought.GetValueOrDefault(unit);
            return new ShareStanding(unit, filed.GetValueOrDefault(unit), own, own + members[unit].Sum(m => bought.GetValueOrDefault(m).Own), adjusted);
        });
    }

    private async Task<Dictionary<Guid, (Money Own, Money Adjusted)>> Bought(int year, DateOnly day, CancellationToken ct)
    {
        var today = day >= clock.GetUtcNow().DayInChina();
        var (from, to) = CommitmentQueries.MonthsOf(year);
        var rule = (await db.Rules(ct)).AsKnownOn(today ? null : day).Of(CountedFigure.ReservedShare, from, to);
        var sums = today
            ? await db.LedgerTotals.AsNoTracking().ThatCount(demonstration).Under(rule)
                .GroupBy(t => new { t.UnitId, t.AdjustsMonthNumber }).Select(g => new Sum(g.Key.UnitId, g.Key.AdjustsMonthNumber, g.Sum(t => t.AmountFen))).ToListAsync(ct)
            : await RecordedBy(rule, day, ct);
        return sums.GroupBy(s => s.UnitId).ToDictionary(g => g.Key, g => (
            Money.FromFen(g.Where(s => s.Adjusts == 0 || s.Adjusts / 100 == year).Sum(s => s.Fen)),
            Money.FromFen(g.Where(s => s.Adjusts != 0 && s.Adjusts / 100 != year).Sum(s => s.Fen))));
    }

    // A past day: the rows that the ledger had by the end of it.
    private Task<List<Sum>> RecordedBy(IReadOnlyList<RulePeriod> rule, DateOnly day, CancellationToken ct)
    {
        var until = day.AddDays(1).StartInChina();
        return db.LedgerEntries.AsNoTracking().ThatCount(demonstration)
            .Where(e => e.RecordedAt < until).Under(rule)
            .GroupBy(e => new { e.UnitId, e.AdjustsMonthNumber }).Select(g => new Sum(g.Key.UnitId, g.Key.AdjustsMonthNumber, g.Sum(e => e.AmountFen))).ToListAsync(ct);
    }

    private sealed record Sum(Guid UnitId, int Adjusts, long Fen);
}
