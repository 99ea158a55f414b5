using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.RecordCertificate;

/// <summary>Records a certificate of a product, or renews the one with the same kind and number (登记证书、续期).</summary>
internal static class RecordCertificate
{
    /// <summary>What scans are handed in for.</summary>
    public const string Scans = "catalogue.certificate";

    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prd")] Guid ProductId, int ExpectedVersion, string Kind, string Number, string Issuer,
        DateOnly? ValidFrom, DateOnly? ValidTo, [property: IdOf("fil")] Guid? FileId = null) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, FileStore files, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Products.Include(p => p.Certificates).FirstOrDefaultAsync(p => p.Id == input.ProductId, ct) is not { } product)
                {
                    return PlatformErrors.NotFound;
                }

                var supplyUnit = await db.Producers.Where(p => p.Id == product.ProducerId).Select(p => p.SupplyUnitId).SingleAsync(ct);
                if (!actor.Can(Capability.CatalogueWrite, supplyUnit))
                {
                    return CatalogErrors.NotYourSupplier;
                }

                var (kind, number, issuer) = (input.Kind.Trim(), input.Number.Trim(), input.Issuer.Trim());
                if (kind.Length is 0 or > 60)
                {
                    return CatalogErrors.CertificateText("kind", 60);
                }

                if (number.Length is 0 or > 60)
                {
                    return CatalogErrors.CertificateText("number", 60);
                }

                if (issuer.Length is 0 or > 100)
                {
                    return CatalogErrors.CertificateText("issuer", 100);
                }

                if (input.ValidTo < input.ValidFrom)
                {
                    return CatalogErrors.CertificateDays;
                }

                if (input.FileId is { } scan && !(await files.Own(Scans, [scan], ct)).ContainsKey(scan))
                {
                    return CatalogErrors.NoSuchScan;
                }

                if (product.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(product.Version);
                }

                var now = clock.GetUtcNow();
                if (product.Certificates.Find(c => c.Kind == kind && c.Number == number) is not { } paper)
                {
                    paper = new Certificate { Id = Guid.CreateVersion7(now), ProductId = product.Id, Kind = kind, Number = number, Issuer = issuer };
                    db.Add(paper);
                }
                else if (paper.WithdrawnOn is not null)
                {
                    return CatalogErrors.WithdrawnAlready;
                }

                // With other days it is another paper: the former one's scan would show what no longer holds.
                var sameDays = (paper.ValidFrom, paper.ValidTo) == (input.ValidFrom, input.ValidTo);
                paper.FileId = input.FileId ?? (sameDays ? paper.FileId : null);
                (paper.Issuer, paper.ValidFrom, paper.ValidTo) = (issuer, input.ValidFrom, input.ValidTo);
                product.UpdatedAt = now;
                db.Entry(product).Property(p => p.UpdatedAt).IsModified = true;
                db.State(paper, now);
                return product.Id;
            },
            ct);
    }
}
