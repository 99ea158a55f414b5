using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>Questions about months that several slices ask.</summary>
internal static class MonthQueries
{
    /// <summary>The month itself, or the first one after it that isn't closed. Hold the ledger's head while relying on it.</summary>
    public static async Task<Month> FirstOpen(this AssistanceDbContext db, Month month, CancellationToken ct)
    {
        var closed = await db.Months.AsNoTracking()
            .Where(m => m.MonthNumber >= month.Number && m.State == MonthState.Closed).Select(m => m.MonthNumber).ToListAsync(ct);
        while (closed.Contains(month.Number))
        {
            month = month.Next();
        }

        return month;
    }

    /// <summary>Counties among these that stood on the list of assisted counties on a day.</summary>
    public static async Task<IReadOnlySet<string>> DesignatedOn(this AssistanceDbContext db, DateOnly day, IEnumerable<string> counties, CancellationToken ct)
    {
        var codes = counties.Distinct().ToList();
        return (await db.KnownDesignations.AsNoTracking()
            .Where(d => codes.Contains(d.CountyCode) && d.From <= day && (d.To == null || d.To >= day)).Select(d => d.CountyCode).ToListAsync(ct)).ToHashSet();
    }

    /// <summary>How many ledger rows a month has.</summary>
    public static Task<int> EntriesIn(this AssistanceDbContext db, Month month, CancellationToken ct) =>
        db.LedgerTotals.AsNoTracking().Where(t => t.MonthNumber == month.Number).SumAsync(t => t.Rows, ct);

    /// <summary>Whether somebody may do a thing for the whole department: for every unit that stands under no other.</summary>
    public static async Task<bool> CoversAll(this AssistanceDbContext db, Actor actor, string capability, CancellationToken ct)
    {
        var roots = await db.KnownUnits.AsNoTracking().Where(u => u.ParentId == null).Select(u => u.UnitId).ToListAsync(ct);
        return roots.Count > 0 && roots.TrueForAll(u => actor.Can(capability, u));
    }

    /// <summary>What a thing was last called; empty when nobody said.</summary>
    public static async Task<string> NameOf(this AssistanceDbContext db, Guid id, CancellationToken ct) =>
        await db.KnownNames.AsNoTracking().Where(n => n.Id == id).Select(n => n.Name).SingleOrDefaultAsync(ct) ?? "";

    /// <summary>What the whole department is called.</summary>
    public static async Task<string> WholeName(this AssistanceDbContext db, CancellationToken ct) => string.Join("、", await (
        from unit in db.KnownUnits.AsNoTracking()
        where unit.ParentId == null
        join name in db.KnownNames on unit.UnitId equals name.Id
        orderby unit.Position
        select name.Name).ToListAsync(ct));

    /// <summary>The month's table as it is now: who takes part in the year, and who bought in the month.</summary>
    /// <param name="db">The ledger.</param>
    /// <param name="month">The month.</param>
    /// <param name="units">Only these units; null for all.</param>
    /// <param name="demonstration">Whether sample rows (示例) count.</param>
    /// <param name="ct">Cancellation.</param>
    public static async Task<IReadOnlyList<MonthLine>> LinesOf(
        this AssistanceDbContext db, Month month, IReadOnlyCollection<Guid>? units, Demonstration demonstration, CancellationToken ct)
    {
        var rule = (await db.Rules(ct)).Of(CountedFigure.MonthTable, month.Number, month.Number);
        var totals = db.LedgerTotals.AsNoTracking().ThatCount(demonstration).Under(rule);
        var partakers = db.Commitments.AsNoTracking().Where(c => c.Year == month.Year && c.Scope == CommitmentScope.OwnGuide);
        if (units is not null)
        {
            totals = totals.Where(t => units.Contains(t.UnitId));
            partakers = partakers.Where(c => units.Contains(c.UnitId));
        }

        var sums = (await totals
            .GroupBy(t => new { t.UnitId, t.Purpose, t.VillageId, t.Designated, t.Channel, t.AdjustsMonthNumber })
            .Select(g => new MonthSum(g.Key.UnitId, g.Key.Purpose, g.Key.VillageId, g.Key.Designated, g.Key.Channel, g.Key.AdjustsMonthNumber, g.Sum(t => t.AmountFen), g.Sum(t => t.Rows)))
            .ToListAsync(ct)).ToLookup(s => s.UnitId);
        var ids = (await partakers.Select(c => c.UnitId).ToListAsync(ct)).Union(sums.Select(g => g.Key)).ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var order = await db.KnownUnits.AsNoTracking().Where(u => ids.Contains(u.UnitId)).ToDictionaryAsync(u => u.UnitId, u => u.Position, ct);
        var confirmed = (await db.MonthConfirmations.AsNoTracking().Where(c => c.MonthNumber == month.Number).OrderBy(c => c.Position).ToListAsync(ct))
            .GroupBy(c => c.UnitId).ToDictionary(g => g.Key, g => g.Last());
        return
        [
            .. ids.Select(id => Line(id, names.GetValueOrDefault(id, ""), month, [.. sums[id]], confirmed.GetValueOrDefault(id)))
                .OrderBy(l => order.GetValueOrDefault(l.UnitId, long.MaxValue)).ThenBy(l => l.Unit, StringComparer.Ordinal),
        ];
    }

    private static MonthLine Line(Guid id, string name, Month month, IReadOnlyList<MonthSum> sums, MonthConfirmation? confirmation)
    {
        var entries = sums.Sum(s => s.Entries);
        var counted = sums.Where(s => s.Adjusts is 0 || s.Adjusts / 100 == month.Year).ToList();
        var holds = confirmation?.Entries == entries ? confirmation : null;
        return new()
        {
            UnitId = id,
            Unit = name,
            Canteen = Of(s => s.Purpose == PurchasePurpose.Canteen),
            Welfare = Of(s => s.Purpose == PurchasePurpose.StaffWelfare),
            Personal = Of(s => s.Purpose == PurchasePurpose.Personal),
            Villages = Of(s => s.VillageId != Guid.Empty),
            OtherCounties = Of(s => s.VillageId == Guid.Empty && s.Designated && s.Channel != Channel.Platform832),
            Platform832 = Of(s => s.VillageId == Guid.Empty && s.Channel == Channel.Platform832),
            Adjustments =
            [
                .. sums.Where(s => s.Adjusts != 0).GroupBy(s => s.Adjusts).OrderBy(g => g.Key)
                    .Select(g => new MonthAdjustment(new(g.Key), Money.FromFen(g.Sum(s => s.Fen)), g.Sum(s => s.Entries), g.Key / 100 != month.Year)),
            ],
            Entries = entries,
            ConfirmedBy = holds?.ByName,
            ConfirmedAt = holds?.At,
        };

        Money Of(Func<MonthSum, bool> which) => Money.FromFen(counted.Where(which).Sum(s => s.Fen));
    }

    private sealed record MonthSum(Guid UnitId, PurchasePurpose Purpose, Guid VillageId, bool Designated, Channel Channel, int Adjusts, long Fen, int Entries);
}
