using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>Questions about guide figures that several slices ask.</summary>
internal static class CommitmentQueries
{
    /// <summary>What counts towards a unit's own figure: its canteen, its staff's welfare, its people; never trade.</summary>
    public static readonly PurchasePurpose[] OwnPurposes = [PurchasePurpose.Canteen, PurchasePurpose.StaffWelfare, PurchasePurpose.Personal];

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

    /// <summary>Whether a row counts towards a unit's own figure: as in the month's table without its 832 column. That column belongs to the reserved share, which is
    /// another figure; what the two villages sold on the 832 platform stands with the villages and counts here, too.</summary>
    public static bool CountsForGuide(LedgerEntry e) => OwnPurposes.Contains(e.Purpose) && (e.Channel != Channel.Platform832 || e.VillageId != Guid.Empty);

    /// <summary>Net purchases per unit that count towards its own figure of the year.</summary>
    public static async Task<Dictionary<Guid, Money>> Achieved(
        this AssistanceDbContext db, int year, IReadOnlyCollection<Guid> units, Demonstration demonstration, CancellationToken ct) =>
        (await db.OwnPurchases(year, units, demonstration, ct)).GroupBy(s => s.UnitId).ToDictionary(g => g.Key, g => Money.FromFen(g.Sum(s => s.Fen)));

    /// <summary>The same by village and purpose, for guide figures of a part.</summary>
    public static Task<List<OwnPurchase>> OwnPurchases(
        this AssistanceDbContext db, int year, IReadOnlyCollection<Guid> units, Demonstration demonstration, CancellationToken ct) =>
        db.LedgerTotals.AsNoTracking().OfYear(year).OfTheYearItself().ThatCount(demonstration)
            .Where(t => units.Contains(t.UnitId) && OwnPurposes.Contains(t.Purpose) && (t.Channel != Channel.Platform832 || t.VillageId != Guid.Empty))
            .GroupBy(t => new { t.UnitId, t.VillageId, t.Purpose })
            .Select(g => new OwnPurchase(g.Key.UnitId, g.Key.VillageId, g.Key.Purpose, g.Sum(t => t.AmountFen)))
            .ToListAsync(ct);

    /// <summary>The same as the ledger had it by the end of a past day.</summary>
    public static Task<List<OwnPurchase>> OwnPurchasesRecordedBy(
        this AssistanceDbContext db, int year, DateOnly day, IReadOnlyCollection<Guid> units, Demonstration demonstration, CancellationToken ct)
    {
        var (from, to) = MonthsOf(year);
        var until = day.AddDays(1).StartInChina();
        return db.LedgerEntries.AsNoTracking().ThatCount(demonstration)
            .Where(e => e.MonthNumber >= from && e.MonthNumber <= to && (e.AdjustsMonthNumber == 0 || e.AdjustsMonthNumber / 100 == year) && e.RecordedAt < until
                && units.Contains(e.UnitId) && OwnPurposes.Contains(e.Purpose) && (e.Channel != Channel.Platform832 || e.VillageId != Guid.Empty))
            .GroupBy(e => new { e.UnitId, e.VillageId, e.Purpose })
            .Select(g => new OwnPurchase(g.Key.UnitId, g.Key.VillageId, g.Key.Purpose, g.Sum(e => e.AmountFen)))
            .ToListAsync(ct);
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
