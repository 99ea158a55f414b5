using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.WithdrawCertificate;

/// <summary>The office withdraws a certificate or a recognition from a day on (撤销). What was accepted before that day stays as it was counted.</summary>
internal static class WithdrawCertificate
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prd")] Guid ProductId, int ExpectedVersion, [property: IdOf("crt")] Guid CertificateId, DateOnly On, string Reason) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                var reason = input.Reason.Trim();
                if (reason.Length is 0 or > 200)
                {
                    return CatalogErrors.WithdrawalReasonShape;
                }

                if (await db.Products.Include(p => p.Certificates).FirstOrDefaultAsync(p => p.Id == input.ProductId, ct) is not { } product
                    || product.Certificates.Find(c => c.Id == input.CertificateId) is not { } paper)
                {
                    return PlatformErrors.NotFound;
                }

                if (product.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(product.Version);
                }

                if (paper.WithdrawnOn is not null)
                {
                    return CatalogErrors.WithdrawnAlready;
                }

                var now = clock.GetUtcNow();
                if (input.On > now.DayInChina() || input.On < paper.ValidFrom)
                {
                    return CatalogErrors.WithdrawnAhead;
                }

                (paper.WithdrawnOn, paper.WithdrawnBecause) = (input.On, reason);
                product.UpdatedAt = now;
                db.Entry(product).Property(p => p.UpdatedAt).IsModified = true;
                db.State(paper, now);
                return product.Id;
            },
            ct);
    }
}
