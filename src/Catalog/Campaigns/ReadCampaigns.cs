using Commerce.Catalog.ReadModel;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Campaigns;

/// <summary>What the page of campaigns and brands shows, and what its reader may record.</summary>
internal sealed class ReadCampaigns(Catalogue catalogue, Actor actor, TimeProvider clock)
{
    public async Task<CampaignDesk> Read(CancellationToken ct)
    {
        var snapshot = await catalogue.Current(ct);
        var said = snapshot.Surroundings.Endorsements;
        var (now, mine) = (clock.GetUtcNow(), snapshot.Products.Where(p => p.Producer.Village is not null && actor.MayEndorse(p.Producer.SupplyUnitId)).ToList());
        return new(
            said.CampaignsInOrder,
            said.BrandsInOrder,
            now.DayInChina(),
            mine.ToLookup(p => p.Producer.Village!.Id),
            [.. mine.Select(p => p.Producer.Village!).DistinctBy(v => v.Id).OrderBy(v => v.Name, StringComparer.Ordinal)],
            mine.SelectMany(p => p.Offers.Where(o => !(o.ValidTo <= now)), (p, o) => (Village: p.Producer.Village!.Id, o.Outlet)).Distinct()
                .OrderBy(x => x.Outlet.ServiceArea?.Position ?? int.MaxValue).ThenBy(x => x.Outlet.Name, StringComparer.Ordinal).ToLookup(x => x.Village, x => x.Outlet),
            snapshot.ProductsById);
    }
}

/// <summary>Campaigns and brands.</summary>
/// <param name="Campaigns">What began last first.</param>
/// <param name="Brands">By name.</param>
/// <param name="Today">In China.</param>
/// <param name="Products">What the reader may speak of, by village.</param>
/// <param name="Villages">Of those products.</param>
/// <param name="Outlets">Where a village's products are on sale.</param>
/// <param name="All">Every product.</param>
internal sealed record CampaignDesk(
    IReadOnlyList<CampaignView> Campaigns, IReadOnlyList<BrandView> Brands, DateOnly Today,
    ILookup<Guid, ProductView> Products, IReadOnlyList<VillageView> Villages, ILookup<Guid, OutletView> Outlets, Layered<Guid, ProductView> All)
{
    public static readonly string[] States = ["running", "coming", "over"];

    /// <summary>running, coming or over, as the address writes it.</summary>
    public string StateOf(CampaignView campaign) => campaign.RunsOn(Today) ? "running" : Today < campaign.StartsOn && campaign.StartsOn <= campaign.LastDay ? "coming" : "over";

    public bool MayChange(IEnumerable<Guid> products, Guid village) => products.All(id => Products[village].Any(p => p.Id == id));

    public IReadOnlyList<ProductView> Of(IEnumerable<Guid> products) => [.. products.Select(id => All.GetValueOrDefault(id)).OfType<ProductView>().OrderBy(p => p.Serial)];
}
