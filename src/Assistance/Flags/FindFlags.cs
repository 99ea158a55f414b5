using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flags;

/// <summary>Looks for flags in what the ledger and ordering say, and keeps those that weren't found before.</summary>
internal sealed class FindFlags(AssistanceDbContext db, FindInOrders orders, FindInLedger ledger, TimeProvider clock)
{
    /// <summary>Looks, inside a transaction. Two who look at once come one after the other.</summary>
    /// <param name="by">Who; null for the program.</param>
    /// <param name="units">Of these units; null for all.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<FlagSearch> Look(string? by, IReadOnlySet<Guid>? units, CancellationToken ct)
    {
        await db.TakeHead(ct);
        var now = LedgerEntry.Kept(clock.GetUtcNow());
        List<Finding> found =
        [
            .. await orders.Splits(now, ct), .. await orders.TwoRoles(now, ct), .. await orders.Cancelled(now, ct),
            .. await ledger.Typed(now, ct), .. await ledger.Returned(now, ct), .. await ledger.Prices(now, ct),
        ];
        var keys = found.Select(f => f.Key).ToList();
        var known = (await db.Flags.Where(f => keys.Contains(f.Key)).Select(f => f.Key).ToListAsync(ct)).ToHashSet();
        var fresh = found.Where(f => units?.Contains(f.UnitId) != false && known.Add(f.Key)).Select(f => f.ToFlag(now)).ToList();
        db.Flags.AddRange(fresh);
        var search = new FlagSearch { Id = Guid.CreateVersion7(now), Day = now.DayInChina(), At = now, ByName = by, Found = fresh.Count };
        db.FlagSearches.Add(search);
        return search;
    }
}
