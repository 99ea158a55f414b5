using System.Collections.Frozen;
using Commerce.Catalog.Prices;
using Commerce.Catalog.ReadModel.Search;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ReadModel;

/// <summary>The whole catalogue at one revision, with all references made: answers every question without a query. Never changes; the next one shares what stayed the same.</summary>
internal sealed class CatalogueSnapshot
{
    private volatile ReferencePrices? references;

    public required long Revision { get; init; }

    public required CatalogueSurroundings Surroundings { get; init; }

    /// <summary>In the order of their serials.</summary>
    public required IReadOnlyList<ProductView> Products { get; init; }

    public required Layered<string, ProductView> ProductsBySlug { get; init; }

    public required Layered<Guid, ProductView> ProductsById { get; init; }

    public required Layered<Guid, VariantView> Variants { get; init; }

    public required Layered<Guid, OfferView> Offers { get; init; }

    /// <summary>By outlet, oldest first.</summary>
    public required FrozenDictionary<Guid, IReadOnlyList<OfferView>> OffersByOutlet { get; init; }

    public required TextIndex Text { get; init; }

    public required ProductOrders Orders { get; init; }

    /// <summary>What others ask for the same; reckoned when first asked.</summary>
    public ReferencePrices References => references ??= new(Products);

    public IReadOnlyList<OfferView> OffersAt(Guid outlet) => OffersByOutlet.GetValueOrDefault(outlet, []);
}

/// <summary>What products stand in: places, people, kinds. It changes seldom, and is then read anew with everything.</summary>
internal sealed class CatalogueSurroundings
{
    public required long Revision { get; init; }

    /// <summary>By service area, kind and name.</summary>
    public required IReadOnlyList<OutletView> OutletsInOrder { get; init; }

    public required FrozenDictionary<Guid, OutletView> Outlets { get; init; }

    /// <summary>By position.</summary>
    public required IReadOnlyList<ServiceAreaView> ServiceAreasInOrder { get; init; }

    public required FrozenDictionary<Guid, ServiceAreaView> ServiceAreas { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<VillageView> VillagesInOrder { get; init; }

    public required FrozenDictionary<Guid, VillageView> Villages { get; init; }

    public required FrozenDictionary<Guid, ProducerView> Producers { get; init; }

    /// <summary>By position.</summary>
    public required IReadOnlyList<CategoryView> CategoriesInOrder { get; init; }

    public required FrozenDictionary<Guid, CategoryView> Categories { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<SpeciesView> SpeciesInOrder { get; init; }

    public required FrozenDictionary<Guid, SpeciesView> Species { get; init; }

    /// <summary>By their first words.</summary>
    public required IReadOnlyList<SynonymGroupView> SynonymGroups { get; init; }

    /// <summary>Who speaks for which products, and which brands they carry.</summary>
    public required Endorsements Endorsements { get; init; }
}
