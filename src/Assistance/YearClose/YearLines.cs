using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.YearClose;

/// <summary>The year's table: of closed months the lines that were closed, of the others those of today.</summary>
internal static class YearLines
{
    /// <param name="db">The ledger.</param>
    /// <param name="year">The year.</param>
    /// <param name="units">Only these units; null for all.</param>
    /// <param name="demonstration">Whether sample rows (示例) count.</param>
    /// <param name="ct">Cancellation.</param>
    public static async Task<IReadOnlyList<YearLine>> YearLinesOf(this AssistanceDbContext db, int year, IReadOnlyCollection<Guid>? units, Demonstration demonstration, CancellationToken ct)
    {
        var (first, last) = CommitmentQueries.MonthsOf(year);
        var closed = await db.Months.AsNoTracking().Where(m => m.MonthNumber >= first && m.MonthNumber <= last && m.State == MonthState.Closed).Select(m => m.MonthNumber).ToListAsync(ct);
        var versions = (await db.MonthVersions.AsNoTracking().Where(v => closed.Contains(v.MonthNumber)).Select(v => new { v.MonthNumber, v.Number, v.Lines }).ToListAsync(ct))
            .GroupBy(v => v.MonthNumber).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!.Lines);
        var touched = (await db.LedgerTotals.AsNoTracking().OfYear(year).Select(t => t.MonthNumber).Distinct().ToListAsync(ct)).Except(closed);
        var all = versions.Values.SelectMany(l => JsonSerializer.Deserialize<List<MonthLine>>(l, StoredLines.Options)!).Where(l => units is null || units.Contains(l.UnitId)).ToList();
        foreach (var month in touched)
        {
            all.AddRange(await db.LinesOf(new(month), units, demonstration, ct));
        }

        var ids = all.Select(l => l.UnitId).Distinct().ToList();
        var order = await db.KnownUnits.AsNoTracking().Where(u => ids.Contains(u.UnitId)).ToDictionaryAsync(u => u.UnitId, u => u.Position, ct);
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var guides = (await db.Commitments.AsNoTracking().Where(c => c.Year == year && c.Scope == CommitmentScope.OwnGuide && c.VillageId == Guid.Empty && c.Purpose == GuidePurpose.All).ToListAsync(ct))
            .ToDictionary(c => c.UnitId, c => c.Target);
        var achieved = await db.Achieved(year, ids, demonstration, ct);
        return
        [
            .. all.GroupBy(l => l.UnitId).OrderBy(g => order.GetValueOrDefault(g.Key, long.MaxValue)).ThenBy(g => g.Key)
                .Select(g => YearLine.Sum([.. g.Select(Of)], g.Key, names.GetValueOrDefault(g.Key, g.Last().Unit)) with { Guide = guides.GetValueOrDefault(g.Key), Achieved = achieved.GetValueOrDefault(g.Key) }),
        ];
    }

    private static YearLine Of(MonthLine l) => new()
    {
        UnitId = l.UnitId,
        Unit = l.Unit,
        Canteen = l.Canteen,
        Welfare = l.Welfare,
        Personal = l.Personal,
        Villages = l.Villages,
        OtherCounties = l.OtherCounties,
        Platform832 = l.Platform832,
        EarlierYears = l.EarlierYears,
        Entries = l.Entries,
    };
}
