using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Which batches on record go, or went.</summary>
internal static class SendingBatches
{
    /// <summary>The batch that was chosen for a line: one of its goods, and not recalled.</summary>
    public static async Task<Result<KnownBatch>> BatchToSend(this OrderingDbContext db, OrderLine? line, Guid batch, CancellationToken ct)
    {
        if (line is null)
        {
            return OrderingErrors.NoSuchLine;
        }

        return await db.BatchOf(line.ProductId, line.ProductName, batch, ct);
    }

    /// <summary>A batch of a product that isn't recalled.</summary>
    public static async Task<Result<KnownBatch>> BatchOf(this OrderingDbContext db, Guid product, string name, Guid batch, CancellationToken ct)
    {
        if (await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batch, ct) is not { } known || known.ProductId != product)
        {
            return OrderingErrors.NoSuchBatch(name);
        }

        return known.WithdrawnOn is null ? known : OrderingErrors.BatchRecalled(name, known);
    }

    /// <summary>Those that deliveries were of, by id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, KnownBatch>> BatchesSent(this OrderingDbContext db, IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        Guid[] ids = [.. deliveries.SelectMany(d => d.Lines).Select(l => l.BatchId).OfType<Guid>().Distinct()];
        return ids.Length == 0 ? new Dictionary<Guid, KnownBatch>() : await db.Batches.AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, ct);
    }
}
