using Commerce.Assistance.Domain;
using Commerce.Assistance.Flags;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.GraphQL;

/// <summary>Flags: found, explained, escalated.</summary>
internal static class FlagsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(FlagsGraph).Assembly, "flags.graphql");
        graph.Type<FlagView>("Flag").Node("flg", (ask, ids) => ask.Service<ReadFlags>().ByIds(ids, ask.Cancel))
            .Field("kind", v => v.Flag.Kind)
            .Field("state", v => v.Flag.State)
            .Ref("unit", "ou", v => v.Flag.UnitId)
            .Field("month", v => new Month(v.Flag.MonthNumber))
            .Field("amount", v => v.Flag.Amount)
            .Field("finding", (v, ask) => ask.Chinese ? v.Flag.Chinese : v.Flag.English)
            .Field("foundAt", v => v.Flag.FoundAt)
            .Field("papers", v => v.Flag.Papers)
            .Field("answers", v => v.Flag.Answers)
            .Field("sample", v => v.Flag.Sample);
        graph.Type<FlagPaper>("FlagPaper")
            .Field("sourceId", p => NodeId.Encode(p.Kind switch { FlagPaperKind.Order => "po", FlagPaperKind.LedgerRow => "led" }, p.SourceId));
        graph.Type<FlagAnswer>("FlagAnswer").Field("by", a => a.ByName);
        graph.Type<FlagSearchView>("FlagSearch").Node("fls", (ask, ids) => ask.Service<ReadFlags>().Searches(ids, ask.Cancel));
        graph.Query("flags", async ask => await ask.Service<ReadFlags>()
            .Connection(ask.Arg<FlagFilter>("filter") ?? new(), ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Mutation<SearchFlags.Input>("flagsSearch", "fls", (ask, input) => ask.Service<SearchFlags.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ExplainFlag.Input>("flagExplain", "flg", (ask, input) => ask.Service<ExplainFlag.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<EscalateFlag.Input>("flagEscalate", "flg", (ask, input) => ask.Service<EscalateFlag.Handler>().Handle(input, ask.Cancel));
    }
}
