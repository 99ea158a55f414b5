using Commerce.Assistance.Carry;
using Commerce.Assistance.YearClose;
using Commerce.Platform.GraphQL;

namespace Commerce.Assistance.GraphQL;

/// <summary>Years: their table, closing, archive, and carrying guide figures on.</summary>
internal static class YearsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(YearsGraph).Assembly, "years.graphql");
        graph.Type<YearView>("LedgerYear").Node("yr", (ask, ids) => ask.Service<ReadYears>().ByIds(ids, ask.Cancel));
        graph.Type<Domain.YearLine>("LedgerYearLine").Ref("unit", "ou", l => l.UnitId);
        graph.Type<YearCheck>("LedgerYearCheck").Field("text", (c, ask) => ask.Chinese ? c.Chinese : c.English);
        graph.Type<YearLate>("LedgerYearLate").Ref("unit", "ou", l => l.UnitId);
        graph.Type<YearClosingView>("LedgerYearClosing").Field("lastSequence", c => checked((int)c.LastSequence));
        graph.Type<CarryLine>("GuideCarryLine").Ref("commitment", "cmt", l => l.CommitmentId).Ref("unit", "ou", l => l.UnitId);
        graph.Query("ledgerYear", async ask => await ask.Service<ReadYears>().Read(ask.Arg<int>("year"), ask.Cancel));
        graph.Query("guideCarry", async ask => CarryDraft.Fits(ask.Arg<decimal>("changePercent"))
            ? await ask.Service<CarryDraft>().Read(ask.Arg<int>("fromYear"), ask.Arg<decimal>("changePercent"), ask.Cancel)
            : throw ask.Refused(YearErrors.PercentOutOfRange));
        graph.Mutation<SignYear.Input>("yearClose", "yr", (ask, input) => ask.Service<SignYear.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CountersignYear.Input>("yearCountersign", "yr", (ask, input) => ask.Service<CountersignYear.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<MakeArchive.Input>("yearArchiveMake", "yr", (ask, input) => ask.Service<MakeArchive.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CarryGuides.Input>("guideFiguresCarry", "prg", (ask, input) => ask.Service<CarryGuides.Handler>().Handle(input, ask.Cancel));
    }
}
