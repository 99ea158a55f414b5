using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>What may have happened to a supplier or its papers since goods were ordered. docs/between-order-and-acceptance.md says what follows.</summary>
internal static class Standing
{
    /// <summary>The suspensions that hold at a moment.</summary>
    public static IQueryable<KnownSuspension> HoldAt(this IQueryable<KnownSuspension> suspensions, DateTimeOffset at) =>
        suspensions.Where(s => s.From <= at && (s.To == null || at < s.To));

    /// <summary>Refuses a further step of an order while somebody who makes its goods is suspended.</summary>
    public static async Task<Result> MaySupply(this OrderingDbContext db, IEnumerable<OrderLine> lines, DateTimeOffset at, CancellationToken ct)
    {
        var all = lines.ToList();
        Guid[] producers = [.. all.Select(l => l.ProducerId).Distinct()];
        var suspended = await db.Suspensions.AsNoTracking().HoldAt(at).Where(s => producers.Contains(s.ProducerId)).OrderBy(s => s.From).FirstOrDefaultAsync(ct);
        return suspended is null ? Result.Done : OrderingErrors.ProducerSuspended(all.Find(l => l.ProducerId == suspended.ProducerId)!.ProducerName, suspended.Reason);
    }

    /// <summary>Refuses to sell or send goods when a certificate of theirs holds no more and no other of its kind does.</summary>
    public static async Task<Result> HasPapers(this OrderingDbContext db, IEnumerable<OrderLine> lines, DateOnly day, CancellationToken ct)
    {
        var all = lines.ToList();
        return await db.Lapsed([.. all.Select(l => l.ProductId)], day, ct) is [var lapsed, ..]
            ? OrderingErrors.CertificateLapsed(all.Find(l => l.ProductId == lapsed.ProductId)!.ProductName, lapsed)
            : Result.Done;
    }

    /// <summary>Certificates that show their goods off the shelf on a day: a kind that the goods have had, held by none of its papers. Catalog's ShelfGap is the same rule; docs/catalogue.md says it.</summary>
    public static IQueryable<KnownCertificate> LapsedOn(this IQueryable<KnownCertificate> papers, DateOnly day) => papers.Where(c =>
        (c.ValidFrom == null || c.ValidFrom <= day)
        && !papers.Any(o => o.ProductId == c.ProductId && o.Kind == c.Kind
            && (o.ValidFrom == null || o.ValidFrom <= day) && (o.ValidTo == null || o.ValidTo >= day) && (o.WithdrawnOn == null || o.WithdrawnOn > day)));

    /// <summary>Certificates of goods that hold no more on a day while no other of their kind does: the newest of each kind.</summary>
    public static async Task<IReadOnlyList<KnownCertificate>> Lapsed(this OrderingDbContext db, IReadOnlyCollection<Guid> products, DateOnly day, CancellationToken ct)
    {
        var papers = await db.Certificates.AsNoTracking().LapsedOn(day).Where(c => products.Contains(c.ProductId)).ToListAsync(ct);
        return
        [
            .. papers.GroupBy(c => (c.ProductId, c.Kind))
                .Select(kind => kind.MaxBy(c => c.LastDay ?? c.ValidFrom)!).OrderBy(c => c.Kind, StringComparer.Ordinal),
        ];
    }
}
