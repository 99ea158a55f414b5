using System.Collections.Frozen;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ReadModel;

/// <summary>Builds a snapshot from the database: one query per table, references made in memory.</summary>
internal static class SnapshotReading
{
    public static async Task<CatalogueSnapshot> ReadSnapshot(this CatalogDbContext db, CatalogueSnapshot? former, CancellationToken ct)
    {
        // A write between two of our reads would tear the picture: then the revision has moved, and we read again.
        while (true)
        {
            var revision = await CurrentRevision(db, ct);
            var rows = await Rows.Read(db, ct);
            if (await CurrentRevision(db, ct) == revision)
            {
                return Build(rows, revision, former);
            }
        }
    }

    private static Task<long> CurrentRevision(CatalogDbContext db, CancellationToken ct) =>
        db.Revisions.Where(r => r.Name == Revision.OfCatalogue).Select(r => r.Value).SingleAsync(ct);

    private static CatalogueSnapshot Build(Rows rows, long revision, CatalogueSnapshot? former)
    {
        var counties = rows.Counties.ToDictionary(c => c.Code, c => new OriginView
        {
            County = c.Name,
            CountyCode = c.Code,
            Designations = [.. c.Designations.OrderBy(d => d.From).Select(d => (d.From, d.To))],
        });
        var villages = rows.Villages.ToFrozenDictionary(v => v.Id, v => new VillageView
        {
            Id = v.Id,
            Name = v.Name,
            Origin = counties[v.CountyCode],
            Township = v.Township,
            DesignatedFrom = v.DesignatedFrom,
            DesignatedTo = v.DesignatedTo,
            Sample = v.Sample,
        });
        var producers = rows.Producers.ToFrozenDictionary(p => p.Id, p => new ProducerView
        {
            Id = p.Id,
            Name = p.Name,
            Village = p.VillageId is { } village ? villages[village] : null,
            Origin = counties[p.CountyCode],
            Model = p.Model,
            Endorsement = p.Endorsement,
            BenefitMechanism = p.BenefitMechanism,
            Households = p.Households,
            Sample = p.Sample,
        });
        foreach (var producer in producers.Values.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            producer.Village?.Producers.Add(producer);
        }

        var categories = Categories(rows.Categories);
        var species = rows.Species.ToFrozenDictionary(s => s.Id, s => new SpeciesView
        {
            Id = s.Id,
            Name = s.Name,
            BaselineFrom = s.BaselineFrom,
            BaselineTo = s.BaselineTo,
            Sample = s.Sample,
            Version = s.Version,
        });
        var products = Products(rows, categories, producers, species);
        var variants = products.SelectMany(p => p.Variants).ToFrozenDictionary(v => v.Id);
        var areas = rows.ServiceAreas.ToFrozenDictionary(a => a.Id, a => new ServiceAreaView
        {
            Id = a.Id,
            Name = a.Name,
            Expressway = a.Expressway,
            Position = a.Position,
            Sample = a.Sample,
            Version = a.Version,
        });
        var outlets = Outlets(rows.Outlets, areas);
        return new CatalogueSnapshot
        {
            Revision = revision,
            Products = products,
            ProductsBySlug = products.ToFrozenDictionary(p => p.Slug, StringComparer.Ordinal),
            ProductsById = products.ToFrozenDictionary(p => p.Id),
            Variants = variants,
            Offers = Offers(rows, variants, outlets.ToDictionary(o => o.Id)),
            OutletsInOrder = outlets,
            Outlets = outlets.ToFrozenDictionary(o => o.Id),
            ServiceAreasInOrder = [.. areas.Values.OrderBy(a => a.Position)],
            ServiceAreas = areas,
            VillagesInOrder = [.. villages.Values.OrderBy(v => v.Name, StringComparer.Ordinal)],
            Villages = villages,
            Producers = producers,
            CategoriesInOrder = [.. rows.Categories.OrderBy(c => c.Position).Select(c => categories[c.Id])],
            Categories = categories,
            SpeciesInOrder = [.. species.Values.OrderBy(s => s.Name, StringComparer.Ordinal)],
            Species = species,
            Text = TextIndex.Of(products, former?.Text ?? TextIndex.Empty),
            Orders = new ProductOrders(products),
        };
    }

    private static FrozenDictionary<Guid, CategoryView> Categories(List<Category> rows)
    {
        var byId = rows.ToDictionary(c => c.Id);
        Dictionary<Guid, CategoryView> views = [];
        CategoryView View(Category row)
        {
            if (!views.TryGetValue(row.Id, out var view))
            {
                views[row.Id] = view = new CategoryView { Id = row.Id, Name = row.Name, Parent = row.ParentId is { } parent ? View(byId[parent]) : null };
            }

            return view;
        }

        return rows.ToFrozenDictionary(c => c.Id, View);
    }

    private static ProductView[] Products(
        Rows rows, FrozenDictionary<Guid, CategoryView> categories, FrozenDictionary<Guid, ProducerView> producers, FrozenDictionary<Guid, SpeciesView> species)
    {
        var attributes = rows.Attributes.ToLookup(a => a.ProductId);
        var certificates = rows.Certificates.ToLookup(c => c.ProductId);
        var variants = rows.Variants.ToLookup(v => v.ProductId);
        return [.. rows.Products.OrderBy(p => p.Serial).Select((p, index) =>
        {
            var product = new ProductView
            {
                Index = index,
                Id = p.Id,
                Serial = p.Serial,
                Slug = p.Slug,
                Name = p.Name,
                Summary = p.Summary,
                Synonyms = p.Synonyms,
                Category = categories[p.CategoryId],
                Producer = producers[p.ProducerId],
                Species = p.SpeciesId is { } kind ? species[kind] : null,
                PermittedUses = p.PermittedUses,
                Tax = TaxView.Of(p.TaxBasisPoints),
                Attributes = [.. attributes[p.Id].OrderBy(a => a.Position).Select(a => new AttributeView(a.Key, a.Label, a.Value))],
                Certificates = [.. certificates[p.Id].OrderBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Number, StringComparer.Ordinal).Select(c => new CertificateView(c.Kind, c.Number, c.Issuer, c.ValidTo))],
                Sample = p.Sample,
                UpdatedAt = p.UpdatedAt,
                Version = p.Version,
            };
            product.Variants.AddRange(variants[p.Id].OrderBy(v => v.Position).Select(v => new VariantView
            {
                Id = v.Id,
                Sku = v.Sku,
                Barcode = v.Barcode,
                Specification = v.Specification,
                SoldBy = v.SoldBy,
                PricedBy = v.PricedBy,
                NominalContent = v.NominalContent,
                CatchWeight = v.CatchWeight,
                TolerancePercent = v.ToleranceBasisPoints / 100m,
                Product = product,
            }));
            return product;
        })];
    }

    private static OutletView[] Outlets(List<Outlet> rows, FrozenDictionary<Guid, ServiceAreaView> areas)
    {
        OutletView[] outlets =
        [
            .. rows.Select(o => new OutletView
            {
                Id = o.Id,
                Name = o.Name,
                Kind = o.Kind,
                Direction = o.Direction,
                ServiceArea = o.ServiceAreaId is { } area ? areas[area] : null,
                Working = o.Working,
                Since = o.Since,
                States = [.. o.States.OrderBy(s => s.StatedAt).Select(s => new OutletStateView(s.Working, s.From, s.Reason))],
                Sample = o.Sample,
                Version = o.Version,
            }).OrderBy(o => o.ServiceArea?.Position ?? int.MaxValue).ThenBy(o => o.Kind).ThenBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Id),
        ];
        foreach (var outlet in outlets)
        {
            outlet.ServiceArea?.Outlets.Add(outlet);
        }

        return outlets;
    }

    private static FrozenDictionary<Guid, OfferView> Offers(Rows rows, FrozenDictionary<Guid, VariantView> variants, Dictionary<Guid, OutletView> outlets)
    {
        var prices = rows.Prices.ToLookup(p => p.OfferId);
        var offers = rows.Offers.Select(o => new OfferView
        {
            Id = o.Id,
            Variant = variants[o.VariantId],
            Outlet = outlets[o.OutletId],
            BuyerGroup = o.BuyerGroup,
            ValidFrom = o.ValidFrom,
            ValidTo = o.ValidTo,
            Step = o.Step,
            Minimum = o.Minimum,
            Version = o.Version,
            Prices = [.. prices[o.Id].OrderBy(p => p.ValidFrom).Select(p => (p.ValidFrom, p.Price))],
        }).ToFrozenDictionary(o => o.Id);
        foreach (var offer in offers.Values.OrderBy(o => o.ValidFrom).ThenBy(o => o.Id))
        {
            offer.Variant.Offers.Add(offer);
            offer.Outlet.Offers.Add(offer);
        }

        return offers;
    }

    private sealed record Rows(
        List<County> Counties, List<Village> Villages, List<Producer> Producers, List<Category> Categories,
        List<Product> Products, List<ProductVariant> Variants, List<ProductAttribute> Attributes, List<Certificate> Certificates,
        List<ServiceArea> ServiceAreas, List<Outlet> Outlets, List<Offer> Offers, List<OfferPrice> Prices, List<Species> Species)
    {
        public static async Task<Rows> Read(CatalogDbContext db, CancellationToken ct) => new(
            await db.Counties.AsNoTracking().Include(c => c.Designations).ToListAsync(ct),
            await All<Village>(db, ct), await All<Producer>(db, ct), await All<Category>(db, ct),
            await All<Product>(db, ct), await All<ProductVariant>(db, ct), await All<ProductAttribute>(db, ct), await All<Certificate>(db, ct),
            await All<ServiceArea>(db, ct), await db.Outlets.AsNoTracking().Include(o => o.States).ToListAsync(ct), await All<Offer>(db, ct), await All<OfferPrice>(db, ct), await All<Species>(db, ct));

        private static Task<List<T>> All<T>(CatalogDbContext db, CancellationToken ct)
            where T : class => db.Set<T>().AsNoTracking().ToListAsync(ct);
    }
}
