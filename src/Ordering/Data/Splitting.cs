using System.Linq.Expressions;
using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>A purchase as far as splitting is concerned.</summary>
internal sealed record Purchase
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required Guid UnitId { get; init; }

    public required PurchasePurpose Purpose { get; init; }

    public required Guid SupplyUnitId { get; init; }

    public required Guid RequestedById { get; init; }

    public required long Fen { get; init; }

    public required DateTimeOffset? At { get; init; }

    public required IEnumerable<Guid?> Villages { get; init; }

    public static Expression<Func<Order, Purchase>> From => o => new Purchase
    {
        Id = o.Id,
        Number = o.Number,
        UnitId = o.UnitId,
        Purpose = o.Purpose,
        SupplyUnitId = o.SupplyUnitId,
        RequestedById = o.RequestedById,
        Fen = o.EstimatedFen,
        At = o.SubmittedAt,
        Villages = o.Lines.Where(l => l.VillageId != null).Select(l => l.VillageId).ToList(),
    };

    /// <summary>One need bought in two steps? Employees who buy for themselves have each their own.</summary>
    public bool Beside(Purchase other, int days) =>
        other.Id != Id && other.UnitId == UnitId && other.Purpose == Purpose
        && At is { } mine && other.At is { } theirs && (mine - theirs).Duration() <= TimeSpan.FromDays(days)
        && (other.SupplyUnitId == SupplyUnitId || other.Villages.Intersect(Villages).Any())
        && (Purpose != PurchasePurpose.Personal || other.RequestedById == RequestedById);
}

/// <summary>拆单: orders that each stay below a limit which they reach together.</summary>
internal static class Splitting
{
    private static readonly OrderStage[] HandedIn = [OrderStage.Submitted, OrderStage.Approved, OrderStage.Confirmed];

    /// <summary>The flags of purchases, looked at as things stand now: an order that came later is seen as well.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SplitFlag>> SplitsOf(this OrderingDbContext db, IReadOnlyCollection<Purchase> asked, Rulebook rules, CancellationToken ct)
    {
        var watched = asked.Select(p => (Purchase: p, rules.PolicyOf(p.UnitId).SplitDays, Limits: Limits(p, rules))).Where(w => w.Limits.Count > 0).ToList();
        if (watched.Count == 0)
        {
            return new Dictionary<Guid, SplitFlag>();
        }

        Guid[] units = [.. watched.Select(w => w.Purchase.UnitId).Distinct()];
        var from = watched.Min(w => w.Purchase.At!.Value).AddDays(-ApprovalPolicy.LongestSplitDays);
        var until = watched.Max(w => w.Purchase.At!.Value).AddDays(ApprovalPolicy.LongestSplitDays);
        var others = await db.Orders.AsNoTracking()
            .Where(o => units.Contains(o.UnitId) && !o.RestCancelled && HandedIn.Contains(o.Stage) && o.SubmittedAt >= from && o.SubmittedAt <= until)
            .OrderBy(o => o.Serial).Select(Purchase.From).ToListAsync(ct);
        return watched.Select(w => (w.Purchase.Id, Flag: Flag(w.Purchase, [.. others.Where(o => w.Purchase.Beside(o, w.SplitDays))], w.Limits)))
            .Where(w => w.Flag is not null).ToDictionary(w => w.Id, w => w.Flag!);
    }

    /// <summary>The flag of one order.</summary>
    public static async Task<SplitFlag?> SplitOf(this OrderingDbContext db, Guid orderId, CancellationToken ct) =>
        (await db.SplitsOf(await db.Orders.AsNoTracking().Where(o => o.Id == orderId).Select(Purchase.From).ToListAsync(ct), await Rulebook.Read(db, ct), ct)).GetValueOrDefault(orderId);

    private static List<long> Limits(Purchase purchase, Rulebook rules) => purchase.At is not { } at
        ? []
        : [.. rules.PolicyOf(purchase.UnitId).Limits(purchase.Purpose).Concat(rules.LimitOf(purchase.UnitId, purchase.Purpose, at.DayInChina()) is { } limit and > 0 ? [limit] : Array.Empty<long>())];

    /// <summary>The highest limit that is missed alone and reached together.</summary>
    private static SplitFlag? Flag(Purchase purchase, IReadOnlyList<Purchase> beside, IEnumerable<long> limits)
    {
        foreach (var limit in limits.Where(l => purchase.Fen < l).OrderDescending())
        {
            var small = beside.Where(o => o.Fen < limit).ToList();
            var sum = purchase.Fen + small.Sum(o => o.Fen);
            if (small.Count > 0 && sum >= limit)
            {
                return new(limit, sum, [.. small.Select(o => o.Number)]);
            }
        }

        return null;
    }
}
