using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>Questions about guide figures that several slices ask.</summary>
internal static class CommitmentQueries
{
    /// <summary>The rollup of one calendar year.</summary>
    public static IQueryable<LedgerTotal> OfYear(this IQueryable<LedgerTotal> totals, int year)
    {
        var (from, to) = MonthsOf(year);
        return totals.Where(t => t.MonthNumber >= from && t.MonthNumber <= to);
    }

    /// <summary>202601 and 202612; a year out of any calendar has no months.</summary>
    public static (int From, int To) MonthsOf(int year) => year is >= 1900 and <= 9999 ? ((year * 100) + 1, (year * 100) + 12) : (1, 0);

    /// <summary>What counts towards the year's figures: a return of last year's goods (跨年调整) stands beside them, it doesn't lower them.</summary>
    public static IQueryable<LedgerTotal> OfTheYearItself(this IQueryable<LedgerTotal> totals) =>
        totals.Where(t => t.AdjustsMonthNumber == 0 || t.AdjustsMonthNumber / 100 == t.MonthNumber / 100);

    /// <summary>Net purchases per unit that count towards its own figure of the year.</summary>
    public static async Task<Dictionary<Guid, Money>> Achieved(
        this AssistanceDbContext db, int year, IReadOnlyCollection<Guid> units, Demonstration demonstration, CancellationToken ct) =>
        (await db.OwnPurchases(year, units, demonstration, ct)).GroupBy(s => s.UnitId).ToDictionary(g => g.Key, g => Money.FromFen(g.Sum(s => s.Fen)));

    /// <summary>What counts towards the units' own figures of a year, by village and purpose, under the rule of each month.</summary>
    /// <param name="db">The ledger.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="units">Whose.</param>
    /// <param name="demonstration">Whether sample rows (示例) count.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="knownOn">As ledger and rules stood at the end of a past China day.</param>
    /// <param name="until">Up to this month; the whole year when left out.</param>
    /// <param name="rules">The rules, where they have been read already.</param>
    public static async Task<List<OwnPurchase>> OwnPurchases(
        this AssistanceDbContext db, int year, IReadOnlyCollection<Guid> units, Demonstration demonstration, CancellationToken ct, DateOnly? knownOn = null, Month? until = null, RuleBook? rules = null)
    {
        var (from, to) = MonthsOf(year);
        var sums = new List<OwnPurchase>();
        foreach (var period in (rules ?? await db.Rules(ct)).AsKnownOn(knownOn).Of(CountedFigure.OwnGuide, from, Math.Min(to, until?.Number ?? to)))
        {
            sums.AddRange(await db.OwnPurchasesIn(period, units, demonstration, knownOn, ct));
        }

        return [.. sums.GroupBy(s => (s.UnitId, s.VillageId, s.Purpose)).Select(g => new OwnPurchase(g.Key.UnitId, g.Key.VillageId, g.Key.Purpose, g.Sum(s => s.Fen)))];
    }

    // By acceptance the ledger's rows count. By order or payment those rows are ordering's statements, and the ledger adds what people typed or recorded: such a purchase has one date alone.
    private static async Task<List<OwnPurchase>> OwnPurchasesIn(
        this AssistanceDbContext db, RulePeriod period, IReadOnlyCollection<Guid> units, Demonstration demonstration, DateOnly? knownOn, CancellationToken ct)
    {
        var accepted = period.Rule.Basis == CountingBasis.Accepted;
        var before = knownOn?.AddDays(1).StartInChina();
        var rows = knownOn is null
            ? await db.LedgerTotals.AsNoTracking().OfTheYearItself().ThatCount(demonstration).Where(t => units.Contains(t.UnitId)).Under(period)
                .GroupBy(t => new { t.UnitId, t.VillageId, t.Purpose })
                .Select(g => new OwnPurchase(g.Key.UnitId, g.Key.VillageId, g.Key.Purpose, g.Sum(t => accepted ? t.AmountFen : t.TypedFen))).ToListAsync(ct)
            : await db.LedgerEntries.AsNoTracking().ThatCount(demonstration)
                .Where(e => units.Contains(e.UnitId) && e.RecordedAt < before && (e.AdjustsMonthNumber == 0 || e.AdjustsMonthNumber / 100 == e.MonthNumber / 100)
                    && (accepted || LedgerEntry.TypedKinds.Contains(e.Kind))).Under(period)
                .GroupBy(e => new { e.UnitId, e.VillageId, e.Purpose })
                .Select(g => new OwnPurchase(g.Key.UnitId, g.Key.VillageId, g.Key.Purpose, g.Sum(e => e.AmountFen))).ToListAsync(ct);
        if (accepted)
        {
            return rows;
        }

        var kind = period.Rule.Basis == CountingBasis.Ordered ? FlowKind.Ordered : FlowKind.Paid;
        rows.AddRange(await db.Flows.AsNoTracking().ThatCount(demonstration).Where(f => f.Kind == kind && units.Contains(f.UnitId) && (before == null || f.RecordedAt < before)).Under(period)
            .GroupBy(f => new { f.UnitId, f.VillageId, f.Purpose })
            .Select(g => new OwnPurchase(g.Key.UnitId, g.Key.VillageId, g.Key.Purpose, g.Sum(f => f.AmountFen))).ToListAsync(ct));
        return rows;
    }

    /// <summary>What of these purchases counts towards a figure.</summary>
    public static Money Of(this IEnumerable<OwnPurchase> purchases, Commitment figure) =>
        Money.FromFen(purchases.Where(p => p.UnitId == figure.UnitId && figure.Covers(p.VillageId, p.Purpose)).Sum(p => p.Fen));

    /// <summary>The unit's row of the year; made, without a figure, when there is none yet.</summary>
    public static async Task<Commitment> CommitmentOf(
        this AssistanceDbContext db, int year, Guid unitId, DateTimeOffset now, CancellationToken ct, CommitmentScope scope = CommitmentScope.OwnGuide,
        Guid villageId = default, GuidePurpose purpose = GuidePurpose.All)
    {
        var known = await db.Commitments.Include(c => c.Versions)
            .SingleOrDefaultAsync(c => c.Year == year && c.UnitId == unitId && c.Scope == scope && c.VillageId == villageId && c.Purpose == purpose, ct);
        if (known is not null)
        {
            return known;
        }

        var made = new Commitment
        {
            Id = Guid.CreateVersion7(now),
            ProgrammeId = (await db.ProgrammeOf(year, now, ct)).Id,
            Year = year,
            UnitId = unitId,
            VillageId = villageId,
            Purpose = purpose,
            Scope = scope,
            Basis = scope == CommitmentScope.OwnGuide ? CommitmentBasis.FixedAmount : CommitmentBasis.ReservedShareOfBudget,
        };
        db.Commitments.Add(made);
        return made;
    }

    /// <summary>The year; made when there is none yet.</summary>
    public static async Task<Programme> ProgrammeOf(this AssistanceDbContext db, int year, DateTimeOffset now, CancellationToken ct)
    {
        var programme = db.Programmes.Local.FirstOrDefault(p => p.Year == year) ?? await db.Programmes.SingleOrDefaultAsync(p => p.Year == year, ct);
        if (programme is null)
        {
            db.Programmes.Add(programme = new Programme { Id = Guid.CreateVersion7(now), Year = year });
        }

        return programme;
    }
}

/// <summary>Net purchases that count towards a unit's own figures.</summary>
internal sealed record OwnPurchase(Guid UnitId, Guid VillageId, PurchasePurpose Purpose, long Fen);
