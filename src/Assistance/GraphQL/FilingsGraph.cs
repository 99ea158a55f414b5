using Commerce.Assistance.Commitments;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Filings;
using Commerce.Platform.GraphQL;

namespace Commerce.Assistance.GraphQL;

/// <summary>Filings of the 832 reserved share.</summary>
internal static class FilingsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(FilingsGraph).Assembly, "filings.graphql");
        graph.Type<ProgrammeView>("Programme")
            .Field("reservedShare", (p, ask) => ask.Service<ReadFilings>().RatioToday(p.Year, ask.Cancel))
            .Field("shareRatios", (p, ask) => ask.Service<ReadFilings>().Ratios(p.Year, ask.Cancel));
        graph.Type<ShareRatio>("ShareRatio").Field("ratio", r => r.Ratio / 10_000m).Field("by", r => r.ByName);
        graph.Type<FilingView>("ShareFiling")
            .Node("shf", (ask, ids) => ask.Service<ReadFilings>().ByIds(ids, ask.Cancel))
            .Ref("unit", "ou", f => f.UnitId);
        graph.Type<ShareFilingVersion>("ShareFilingVersion")
            .Field("ratio", v => v.Ratio / 10_000m)
            .Field("remark", (v, ask) => FilingWords.Remark(v, ask.Chinese))
            .Ref("representative", "ou", v => v.RepresentativeId);
        graph.Type<ShareFilingStep>("ShareFilingStep").Field("by", s => s.ByName);
        graph.Query("shareFilings", async ask => await ask.Service<ReadFilings>().OfYear(ask.Arg<int>("year"), ask.Cancel));
        graph.Mutation<SetShareRatio.Input>("shareRatioSet", "prg", (ask, input) => ask.Service<SetShareRatio.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<SaveFiling.Input>("shareFilingSave", "shf", (ask, input) => ask.Service<SaveFiling.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DecideFiling.Input>("shareFilingDecide", "shf", (ask, input) => ask.Service<DecideFiling.Handler>().Handle(input, ask.Cancel));
    }
}
