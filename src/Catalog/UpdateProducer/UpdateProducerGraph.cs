using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.UpdateProducer;

/// <summary>What is said of a producer, and the scans of certificates, in the schema.</summary>
internal static class UpdateProducerGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(UpdateProducerGraph).Assembly, "producers.graphql");
        graph.Mutation<UpdateProducer.Input>("producerUpdate", "prc", (ask, input) => ask.Service<UpdateProducer.Handler>().Handle(input, ask.Cancel));
    }
}
