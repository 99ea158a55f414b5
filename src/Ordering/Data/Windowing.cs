using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>What orders have to do with the window they belong to.</summary>
internal static class Windowing
{
    /// <summary>The terms of offers at a moment: in a window only its goods, at its prices.</summary>
    public static async Task<IReadOnlyDictionary<Guid, (KnownOffer Offer, UnitPrice? Price)>> TermsAt(
        this OrderingDbContext db, IReadOnlyCollection<Guid> offers, Guid? windowId, DateTimeOffset at, CancellationToken ct)
    {
        var known = await db.OffersAt(offers, at, ct);
        if (windowId is not { } window)
        {
            return known;
        }

        var prices = (await db.WindowGoods.AsNoTracking().Where(g => g.WindowId == window && offers.Contains(g.OfferId)).ToListAsync(ct))
            .ToDictionary(g => g.OfferId, g => g.Price);
        return known.Where(k => prices.ContainsKey(k.Key)).ToDictionary(k => k.Key, k => (k.Value.Offer, (UnitPrice?)prices[k.Key]));
    }

    /// <summary>Counts a handing-in, if the window is open this very moment.</summary>
    public static async Task<bool> CountSubmission(this OrderingDbContext db, Guid windowId, DateTimeOffset now, CancellationToken ct) =>
        await db.Windows.Where(w => w.Id == windowId && w.Stage == WindowStage.Announced && w.OpensAt <= now && now < w.ClosesAt)
            .ExecuteUpdateAsync(s => s.SetProperty(w => w.Submissions, w => w.Submissions + 1), ct) > 0;

    /// <summary>The window's orders that the supplier hasn't taken on and nobody has given up, with their lines.</summary>
    public static Task<List<Order>> OpenOrders(this OrderingDbContext db, Guid windowId, CancellationToken ct) =>
        db.Orders.Include(o => o.Lines.OrderBy(l => l.Position))
            .Where(o => o.WindowId == windowId && !o.RestCancelled
                && (o.Stage == OrderStage.Draft || o.Stage == OrderStage.SentBack || o.Stage == OrderStage.Submitted || o.Stage == OrderStage.Approved))
            .OrderBy(o => o.Serial).ToListAsync(ct);
}
