using System.Text.Json.Serialization;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.CreateProduct;

/// <summary>Records a product with its variants (建档). It is on sale only once an offer is published.</summary>
internal static class CreateProduct
{
    public sealed record Variant(
        string Sku, string? Barcode, string Specification, MeasureUnit SoldBy, MeasureUnit PricedBy, QuantityInput NominalContent, bool? CatchWeight, decimal? TolerancePercent);

    public sealed record Input(
        string IdempotencyKey, string Name, string? Slug, string? Summary, IReadOnlyList<string>? Synonyms,
        [property: IdOf("cat")] Guid CategoryId, [property: IdOf("prc")] Guid ProducerId, IReadOnlyList<PermittedUse> PermittedUses,
        decimal? TaxRatePercent, IReadOnlyList<Variant> Variants,
        [property: IdOf("spe"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? SpeciesId = null) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Producers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == input.ProducerId, ct) is not { } producer)
                {
                    return CatalogErrors.NoSuch("生产者", "producer", "producerId");
                }

                if (!actor.Can(Capability.CatalogueWrite, producer.SupplyUnitId))
                {
                    return CatalogErrors.NotYourSupplier;
                }

                if (ProductShape.Check(input) is { Failed: true } badShape)
                {
                    return badShape.Error!;
                }

                if (!await db.Categories.AnyAsync(c => c.Id == input.CategoryId, ct))
                {
                    return CatalogErrors.NoSuch("品类", "category", "categoryId");
                }

                if (input.SpeciesId is { } species && !await db.Species.AnyAsync(s => s.Id == species, ct))
                {
                    return CatalogErrors.NoSuch("种类", "species", "speciesId");
                }

                if (input.Slug is not null && await db.Products.AnyAsync(p => p.Slug == input.Slug, ct))
                {
                    return CatalogErrors.SlugTaken;
                }

                var skus = input.Variants.Select(v => v.Sku.Trim()).ToList();
                if (await db.Variants.Where(v => skus.Contains(v.Sku)).Select(v => v.Sku).FirstOrDefaultAsync(ct) is { } taken)
                {
                    return CatalogErrors.VariantShape(skus.IndexOf(taken), "sku", "这个货号已被使用，请换一个", "this SKU is in use, choose another");
                }

                var product = Made(input, await db.NextNumber("product", ct), clock.GetUtcNow());
                db.Add(product);
                return product.Id;
            },
            ct);

        /// <summary>The product that a checked input comes to.</summary>
        public static Product Made(Input input, long serial, DateTimeOffset now)
        {
            var product = new Product
            {
                Id = Guid.CreateVersion7(now),
                Serial = serial,
                Slug = input.Slug ?? $"p{serial}",
                Name = input.Name.Trim(),
                Summary = string.IsNullOrWhiteSpace(input.Summary) ? null : input.Summary.Trim(),
                Synonyms = [.. (input.Synonyms ?? []).Select(s => s.Trim())],
                CategoryId = input.CategoryId,
                SpeciesId = input.SpeciesId,
                ProducerId = input.ProducerId,
                PermittedUses = [.. input.PermittedUses.Distinct().Order()],
                TaxBasisPoints = (long?)(input.TaxRatePercent * 100),
                UpdatedAt = now,
            };
            product.Variants.AddRange(input.Variants.Select((v, index) => new ProductVariant
            {
                Id = Guid.CreateVersion7(now),
                ProductId = product.Id,
                Position = index + 1,
                Sku = v.Sku.Trim(),
                Barcode = v.Barcode,
                Specification = v.Specification.Trim(),
                SoldBy = v.SoldBy,
                PricedBy = v.PricedBy,
                NominalMilli = Quantity.Of(v.NominalContent.Value, v.NominalContent.Unit).Milli,
                NominalUnit = v.NominalContent.Unit,
                CatchWeight = v.CatchWeight ?? false,
                ToleranceBasisPoints = (long)((v.TolerancePercent ?? 0) * 100),
            }));
            return product;
        }
    }
}
