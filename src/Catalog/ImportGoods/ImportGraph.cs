using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.ImportGoods;

/// <summary>The import of goods and prices in the schema.</summary>
internal static class ImportGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(ImportGraph).Assembly, "goods-import.graphql");
        graph.Mutation<ImportGoods.Input>("goodsImport", "prd", (ask, input) => ask.Service<ImportGoods.Handler>().Handle(input, ask.Cancel));
    }
}
