using System.Collections.Frozen;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ReadModel;

/// <summary>第一书记代言 as it is shown.</summary>
internal sealed class CampaignView : IHaveId
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required VillageView Village { get; init; }

    public required string Endorser { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string? EndReason { get; init; }

    public required IReadOnlyList<Guid> ProductIds { get; init; }

    /// <summary>Where it runs; empty for all channels.</summary>
    public required IReadOnlyList<OutletView> Outlets { get; init; }

    public Money? Target { get; init; }

    public required bool Sample { get; init; }

    public required int Version { get; init; }

    /// <summary>The last day on which it runs, included.</summary>
    public DateOnly LastDay => EndedOn ?? EndsOn;

    public bool EndedEarly => EndedOn is not null;

    public bool RunsOn(DateOnly day) => StartsOn <= day && day <= LastDay;
}

/// <summary>A village's brand.</summary>
internal sealed class BrandView : IHaveId
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    public required VillageView Village { get; init; }

    public required IReadOnlyList<Guid> ProductIds { get; init; }

    public required bool Sample { get; init; }

    public required int Version { get; init; }
}

/// <summary>All campaigns and brands of the moment, with what is asked of them by product.</summary>
internal sealed class Endorsements
{
    private readonly ILookup<Guid, CampaignView> campaignsByProduct;
    private readonly FrozenDictionary<Guid, BrandView> brandByProduct;

    private Endorsements(IReadOnlyList<CampaignView> campaigns, IReadOnlyList<BrandView> brands)
    {
        (CampaignsInOrder, BrandsInOrder) = (campaigns, brands);
        Campaigns = campaigns.ToFrozenDictionary(c => c.Id);
        Brands = brands.ToFrozenDictionary(b => b.Id);
        campaignsByProduct = campaigns.SelectMany(c => c.ProductIds, (c, product) => (c, product)).ToLookup(p => p.product, p => p.c);
        brandByProduct = brands.SelectMany(b => b.ProductIds, (b, product) => (b, product)).ToFrozenDictionary(p => p.product, p => p.b);
    }

    /// <summary>What began last first.</summary>
    public IReadOnlyList<CampaignView> CampaignsInOrder { get; }

    public FrozenDictionary<Guid, CampaignView> Campaigns { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<BrandView> BrandsInOrder { get; }

    public FrozenDictionary<Guid, BrandView> Brands { get; }

    /// <summary>The campaign that speaks for a product on a day; of several the one that began last. Null when there is none.</summary>
    public CampaignView? CampaignOf(Guid product, DateOnly day) => campaignsByProduct[product].FirstOrDefault(c => c.RunsOn(day));

    public BrandView? BrandOf(Guid product) => brandByProduct.GetValueOrDefault(product);

    public static async Task<Endorsements> Read(CatalogDbContext db, FrozenDictionary<Guid, VillageView> villages, IReadOnlyDictionary<Guid, OutletView> outlets, CancellationToken ct) => new(
        [
            .. (await db.Campaigns.AsNoTracking().ToListAsync(ct)).OrderByDescending(c => c.StartsOn).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id).Select(c => new CampaignView
            {
                Id = c.Id,
                Name = c.Name,
                Village = villages[c.VillageId],
                Endorser = c.Endorser,
                StartsOn = c.StartsOn,
                EndsOn = c.EndsOn,
                EndedOn = c.EndedOn,
                EndReason = c.EndedBecause,
                ProductIds = c.ProductIds,
                Outlets = [.. c.OutletIds.Select(id => outlets[id])],
                Target = c.Target,
                Sample = c.Sample,
                Version = c.Version,
            }),
        ],
        [
            .. (await db.Brands.AsNoTracking().ToListAsync(ct)).OrderBy(b => b.Name, StringComparer.Ordinal).Select(b => new BrandView
            {
                Id = b.Id,
                Name = b.Name,
                EnglishName = b.EnglishName,
                Village = villages[b.VillageId],
                ProductIds = b.ProductIds,
                Sample = b.Sample,
                Version = b.Version,
            }),
        ]);
}
