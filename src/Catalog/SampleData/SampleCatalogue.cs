using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.SampleData;

/// <summary>Loads the sample catalogue (示例数据) into an empty database, in one transaction.</summary>
internal sealed class SampleCatalogue(CatalogDbContext db, Catalogue catalogue, TimeProvider clock)
{
    public async Task Load(CancellationToken ct)
    {
        if (await Store(ct))
        {
            await catalogue.CatchUp(ct);
        }
    }

    private Task<bool> Store(CancellationToken ct) => db.InTransaction(
        async _ =>
        {
            var now = clock.GetUtcNow();
            if (await db.Products.AnyAsync(ct))
            {
                return await BringUpToDate(now, ct);
            }

            db.AddRange(SampleOrigins.All());
            db.AddRange(SampleOutlets.All());
            db.AddRange(SampleSpecies.All());
            await SetUpOutlets(db.ServiceAreas.Local.ToList(), db.Outlets.Local.ToList(), now, ct);
            foreach (var county in db.Counties.Local.ToList())
            {
                county.Designations.ForEach(d => db.Publish(new CountyDesignated(d.Id, county.Code, county.Name, d.From, d.To), now));
            }

            db.AddRange(SampleGoods.Categories.Select((c, i) => new Category
            {
                Id = CategoryId(c.Name),
                Name = c.Name,
                ParentId = c.Parent is null ? null : CategoryId(c.Parent),
                Position = i + 1,
            }));
            List<Product> products = [];
            foreach (var good in SampleGoods.All)
            {
                products.Add(ProductOf(good, await db.NextNumber("product", ct), now));
            }

            db.AddRange(products);
            var around = new Surroundings(
                db.Producers.Local.ToDictionary(p => p.Id), db.Villages.Local.ToDictionary(v => v.Id), db.Counties.Local.ToDictionary(c => c.Code), db.Outlets.Local.ToDictionary(o => o.Id));
            foreach (var (product, good) in products.Zip(SampleGoods.All))
            {
                product.Certificates.ForEach(c => db.State(c, now));
                await Publish(product, good, around, now, ct);
            }

            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    /// <summary>Sample data that was loaded before outlets had a working state and goods a species: what is missing is added and stated.</summary>
    private async Task<bool> BringUpToDate(DateTimeOffset now, CancellationToken ct)
    {
        var outlets = await db.Outlets.Where(o => o.Sample && o.Version == 0).ToListAsync(ct);
        if (outlets.Count == 0)
        {
            return false;
        }

        db.AddRange(SampleSpecies.All());
        var areas = await db.ServiceAreas.Where(a => a.Sample && a.Version == 0).ToListAsync(ct);
        await SetUpOutlets(areas, outlets, now, ct);
        foreach (var item in areas.Cast<object>().Concat(outlets))
        {
            db.Entry(item).State = EntityState.Modified;
        }

        foreach (var product in await db.Products.Where(p => p.Sample && p.SpeciesId == null).ToListAsync(ct))
        {
            (product.SpeciesId, product.UpdatedAt) = (SampleSpecies.Of(product.Name), now);
        }

        await db.StateSpeciesOf(db.Products.Where(p => p.Sample), now, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task SetUpOutlets(List<ServiceArea> areas, List<Outlet> outlets, DateTimeOffset now, CancellationToken ct)
    {
        areas.ForEach(area => db.State(area, now));
        foreach (var outlet in outlets)
        {
            SampleOutlets.SetUp(outlet, now);
            await db.State(outlet, now, ct);
        }
    }

    private static Guid CategoryId(string name) => SampleId.Of("category", name);

    private static Product ProductOf(SampleGood good, long serial, DateTimeOffset now)
    {
        var id = SampleId.Of("product", good.Name);
        return new Product
        {
            Id = id,
            Serial = serial,
            Slug = good.Slug,
            Name = good.Name,
            Summary = good.Summary,
            Synonyms = good.Synonyms.Split('|'),
            CategoryId = CategoryId(good.Category),
            SpeciesId = SampleSpecies.Of(good.Name),
            ProducerId = SampleOrigins.ProducerId(good.Producer),
            PermittedUses = [.. good.Uses.Select(UseOf)],
            TaxBasisPoints = good.TaxBasisPoints,
            SeasonFrom = SampleDetails.SeasonOf(good.Season)?.FromMonth,
            SeasonTo = SampleDetails.SeasonOf(good.Season)?.ToMonth,
            Storage = SampleDetails.StorageOf(good.Storage).Storage,
            ShelfLifeNumber = SampleDetails.StorageOf(good.Storage).ShelfLife?.Number,
            ShelfLifeUnit = SampleDetails.StorageOf(good.Storage).ShelfLife?.Unit,
            Sample = true,
            UpdatedAt = now,
            Variants = [.. good.Packs.Select((pack, i) => new ProductVariant
            {
                Id = SampleId.Of("variant", $"{good.Name} {pack.Specification}"),
                ProductId = id,
                Position = i + 1,
                Sku = $"SL-{serial:000}-{i + 1}",
                Specification = pack.Specification,
                SoldBy = pack.SoldBy,
                PricedBy = pack.PricedBy,
                NominalMilli = Quantity.Of(pack.Content, pack.ContentUnit).Milli,
                NominalUnit = pack.ContentUnit,
                CatchWeight = pack.CatchWeight,
                ToleranceBasisPoints = pack.Tolerance * 100,
            })],
            Attributes =
            [
                new ProductAttribute { Id = SampleId.Of("attribute", good.Name + " season"), ProductId = id, Position = 1, Key = "season", Label = "产季", Value = good.Season },
                new ProductAttribute { Id = SampleId.Of("attribute", good.Name + " storage"), ProductId = id, Position = 2, Key = "storage", Label = "储存与保质期", Value = good.Storage },
            ],
            Certificates = [.. good.Certificates.Split('|', StringSplitOptions.RemoveEmptyEntries).Select((kind, i) => new Certificate
            {
                Id = SampleId.Of("certificate", $"{good.Name} {kind}"),
                ProductId = id,
                Kind = kind,
                Number = $"示例-{serial:000}-{i + 1}",
                Issuer = "示例机构",
                ValidTo = now.DayInChina().AddYears(2),
            })],
        };
    }

    private static PermittedUse UseOf(char letter) => letter switch
    {
        'C' => PermittedUse.Canteen,
        'W' => PermittedUse.Welfare,
        'K' => PermittedUse.Kiosk,
        _ => PermittedUse.Medicinal,
    };

    // Medicinal raw goods are offered to canteens too: what may not be done shows best where it is tried.
    private static IEnumerable<(string Outlet, BuyerGroup Group)> PlacesOf(char letter, string supplyPoint) => UseOf(letter) switch
    {
        PermittedUse.Canteen or PermittedUse.Medicinal => [(supplyPoint, BuyerGroup.DepartmentCanteen)],
        PermittedUse.Welfare => [(supplyPoint, BuyerGroup.StaffWelfare)],
        PermittedUse.Kiosk => SampleOutlets.Retail.Select(outlet => (outlet, BuyerGroup.Public)),
    };

    private async Task Publish(Product product, SampleGood good, Surroundings around, DateTimeOffset now, CancellationToken ct)
    {
        // On sale since New Year of last year, so that sample orders of earlier months find their price.
        var from = new DateOnly(now.DayInChina().Year - 1, 1, 1).StartInChina();
        var producer = around.Producers[product.ProducerId];
        var village = producer.VillageId is { } villageId ? around.Villages[villageId] : null;
        var county = around.Counties[producer.CountyCode];
        foreach (var (variant, pack) in product.Variants.Zip(good.Packs))
        {
            var sold = new SoldThing(variant, product, producer, village, county);
            foreach (var (outlet, group) in pack.For.SelectMany(letter => PlacesOf(letter, SampleOrigins.SupplyPointOf(good.Producer))))
            {
                var id = SampleId.Of("offer", $"{good.Name} {pack.Specification} {outlet} {GraphJson.EnumName(group)}");
                var one = Quantity.Of(1, pack.SoldBy).Milli;
                var price = OfferPrice.Of(id, UnitPrice.Of(pack.Price, pack.PricedBy), from, null, now);
                var offer = new Offer
                {
                    Id = id,
                    VariantId = variant.Id,
                    OutletId = SampleOutlets.IdOf(outlet),
                    BuyerGroup = group,
                    ValidFrom = from,
                    StepMilli = one,
                    MinimumMilli = one,
                    Unit = pack.SoldBy,
                    UpdatedAt = now,
                    Prices = [price],
                };
                db.Add(offer);
                var place = around.Outlets[offer.OutletId];
                db.Publish(sold.State(offer, version: 1, place, price), now);
                await db.StateSpecies(offer, place, product, now, ct);
            }
        }
    }

    /// <summary>Who makes the sample goods, where, and where they are sold.</summary>
    private sealed record Surroundings(Dictionary<Guid, Producer> Producers, Dictionary<Guid, Village> Villages, Dictionary<string, County> Counties, Dictionary<Guid, Outlet> Outlets);
}
