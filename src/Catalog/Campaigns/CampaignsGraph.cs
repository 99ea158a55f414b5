using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Campaigns;

/// <summary>Endorsement campaigns and brands in the schema.</summary>
internal static class CampaignsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(CampaignsGraph).Assembly, "campaigns.graphql");
        graph.Type<CampaignView>("Campaign").Node("cmp", async (ask, ids) => Found(ids, (await Endorsements(ask)).Campaigns))
            .Field("running", (c, ask) => c.RunsOn(Today(ask)))
            .Field("products", async (c, ask) => await Products(ask, c.ProductIds));
        graph.Type<BrandView>("Brand").Node("brn", async (ask, ids) => Found(ids, (await Endorsements(ask)).Brands))
            .Field("products", async (b, ask) => await Products(ask, b.ProductIds));
        graph.Type<ProductView>("Product")
            .Field("campaign", async (p, ask) => (await Endorsements(ask)).CampaignOf(p.Id, Today(ask)))
            .Field("brand", async (p, ask) => (await Endorsements(ask)).BrandOf(p.Id));
        graph.Query("campaigns", async ask =>
        {
            var all = (await Endorsements(ask)).CampaignsInOrder;
            return ask.Has("on") && ask.Arg<DateOnly>("on") is var day ? [.. all.Where(c => c.RunsOn(day))] : all;
        });
        graph.Query("brands", async ask => (await Endorsements(ask)).BrandsInOrder);
        graph.Mutation<SaveCampaign.Input>("campaignSave", "cmp", (ask, input) => ask.Service<SaveCampaign.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<EndCampaign.Input>("campaignEnd", "cmp", (ask, input) => ask.Service<EndCampaign.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<SaveBrand.Input>("brandSave", "brn", (ask, input) => ask.Service<SaveBrand.Handler>().Handle(input, ask.Cancel));
    }

    private static Dictionary<Guid, T> Found<T>(IReadOnlyCollection<Guid> ids, IReadOnlyDictionary<Guid, T> all)
        where T : notnull => ids.Distinct().Where(all.ContainsKey).ToDictionary(id => id, id => all[id]);

    private static async Task<IReadOnlyList<ProductView>> Products(Ask ask, IReadOnlyList<Guid> ids)
    {
        var snapshot = await ask.Service<Catalogue>().Current(ask.Cancel);
        return [.. ids.Select(id => snapshot.ProductsById.GetValueOrDefault(id)).OfType<ProductView>().OrderBy(p => p.Serial)];
    }

    private static async Task<Endorsements> Endorsements(Ask ask) => (await ask.Service<Catalogue>().Current(ask.Cancel)).Surroundings.Endorsements;

    private static DateOnly Today(Ask ask) => ask.Service<TimeProvider>().GetUtcNow().DayInChina();
}
