using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.UpdateProduct;

/// <summary>Season, storage and shelf life in the schema, and how they are changed.</summary>
internal static class UpdateGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(UpdateGraph).Assembly, "update.graphql");
        graph.Type<Season>("Season");
        graph.Type<ShelfLife>("ShelfLife");
        graph.Mutation<UpdateProduct.Input>("productUpdate", "prd", (ask, input) => ask.Service<UpdateProduct.Handler>().Handle(input, ask.Cancel));
    }
}
