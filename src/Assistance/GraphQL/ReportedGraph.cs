using Commerce.Assistance.Domain;
using Commerce.Assistance.Reported;
using Commerce.Platform.GraphQL;

namespace Commerce.Assistance.GraphQL;

/// <summary>Typed figures of villages.</summary>
internal static class ReportedGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(ReportedGraph).Assembly, "reported.graphql");
        graph.Type<VillageFigure>("VillageFigure")
            .Node("vfg", (ask, ids) => ask.Service<ReadReported>().ByIds(ids, ask.Cancel))
            .Ref("village", "vil", f => f.VillageId)
            .Field("quarter", f => f.Quarter == 0 ? (int?)null : f.Quarter)
            .Field("evidenceId", f => NodeId.Encode("fil", f.EvidenceId));
        graph.Query("villageFigures", async ask => (await ask.Service<ReadReported>().Read(ask.Arg<int>("year"), ask.Cancel)).SelectMany(r => r.Earlier.Prepend(r.Figure)).ToList());
        graph.Mutation<ReportFigure.Input>("villageFigureReport", "vfg", (ask, input) => ask.Service<ReportFigure.Handler>().Handle(input, ask.Cancel));
    }
}
