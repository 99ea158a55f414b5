using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Dispatch;

/// <summary>What a dispatcher may choose from: batches that are neither recalled nor over, the one that ends first first.</summary>
internal sealed class BatchesToSend(OrderingDbContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<KnownBatch>> Of(Guid[] products, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        var good = await db.Batches.AsNoTracking().Where(b => products.Contains(b.ProductId) && b.WithdrawnOn == null && (b.ExpiresOn == null || b.ExpiresOn >= today)).ToListAsync(ct);
        return [.. good.OrderBy(b => b.ExpiresOn ?? DateOnly.MaxValue).ThenBy(b => b.MadeOn).ThenBy(b => b.Number, StringComparer.Ordinal)];
    }
}
