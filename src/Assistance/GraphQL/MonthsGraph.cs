using Commerce.Assistance.Domain;
using Commerce.Assistance.Months;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.GraphQL;

/// <summary>Months: their table, confirming, closing, opening again.</summary>
internal static class MonthsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.Type<MonthView>("LedgerMonth").Node("mon", (ask, ids) => ask.Service<ReadMonths>().ByIds(ids, ask.Cancel));
        graph.Type<MonthLine>("LedgerMonthLine").Ref("unit", "ou", l => l.UnitId);
        graph.Type<MonthAdjustment>("LedgerMonthAdjustment");
        graph.Type<MonthVersionView>("LedgerMonthVersion").Field("lastSequence", v => checked((int)v.LastSequence));
        graph.Query("ledgerMonth", async ask => await ask.Service<ReadMonths>().Read(ask.Arg<Month>("month"), ask.Cancel));
        graph.Mutation<ConfirmMonth.Input>("monthConfirm", "mon", (ask, input) => ask.Service<ConfirmMonth.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CloseMonth.Input>("monthClose", "mon", (ask, input) => ask.Service<CloseMonth.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CountersignMonth.Input>("monthCountersign", "mon", (ask, input) => ask.Service<CountersignMonth.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ReopenMonth.Input>("monthReopen", "mon", (ask, input) => ask.Service<ReopenMonth.Handler>().Handle(input, ask.Cancel));
    }
}
