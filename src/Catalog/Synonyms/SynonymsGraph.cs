using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.Synonyms;

/// <summary>The words' part of the schema.</summary>
internal static class SynonymsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(SynonymsGraph).Assembly, "synonyms.graphql");
        graph.Type<SynonymGroupView>("SynonymGroup").Node("syn", async (ask, ids) =>
        {
            var groups = (await ask.Service<Catalogue>().Current(ask.Cancel)).Surroundings.SynonymGroups;
            return groups.Where(g => ids.Contains(g.Id)).ToDictionary(g => g.Id);
        });
        graph.Query("synonymGroups", async ask => (await ask.Service<Catalogue>().Current(ask.Cancel)).Surroundings.SynonymGroups);
        graph.Mutation<SaveSynonyms.Input>("synonymGroupSave", "syn", (ask, input) => ask.Service<SaveSynonyms.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DeleteSynonyms.Input>("synonymGroupDelete", "syn", (ask, input) => ask.Service<DeleteSynonyms.Handler>().Handle(input, ask.Cancel));
    }
}
