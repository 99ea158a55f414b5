using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.Prices;

/// <summary>What the schema says of an offer's earlier prices and of its reference price.</summary>
internal static class PricesGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(PricesGraph).Assembly, "prices.graphql");
        graph.Type<PriceView>("OfferPrice");
        graph.Type<OfferView>("Offer").Field("referencePrice", async (o, ask) =>
            (await ask.Service<Catalogue>().Current(ask.Cancel)).References.For(o, o.AskedFor ?? ask.Service<TimeProvider>().GetUtcNow()));
        graph.Type<ReferencePrice>("ReferencePrice")
            .Field("aboveMargin", (r, ask) => r.Above(ask.Service<CatalogOptions>().ReferenceMarginPercent))
            .Field("basis", (r, ask) => PriceWords.Basis(r, ask.Chinese));
    }
}
