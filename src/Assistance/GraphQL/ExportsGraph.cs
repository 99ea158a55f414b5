using Commerce.Assistance.Exports;
using Commerce.Platform.GraphQL;

namespace Commerce.Assistance.GraphQL;

/// <summary>Exports that are written in the background.</summary>
internal static class ExportsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(ExportsGraph).Assembly, "exports.graphql");
        graph.Type<ExportView>("LedgerExport")
            .Node("exp", (ask, ids) => ask.Service<ReadExports>().ByIds(ids, ask.Cancel))
            .Field("of", v => v.Export.Of)
            .Field("format", v => v.Export.Format)
            .Field("state", v => v.Export.State)
            .Field("scope", (v, ask) => ask.Chinese ? v.Export.Scope : v.Export.ScopeEnglish)
            .Field("requestedAt", v => v.Export.RequestedAt)
            .Field("rows", v => v.Export.Rows)
            .Field("percent", v => v.Export.Percent)
            .Field("failure", (v, ask) => v.Export.Fault is { } fault ? ExportErrors.Why(fault, ask.Chinese) : null);
        graph.Query("ledgerExports", async ask => await ask.Service<ReadExports>().List(ask.Cancel));
        graph.Mutation<RequestExport.Input>("ledgerExportRequest", "exp", (ask, input) => ask.Service<RequestExport.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CancelExport.Input>("ledgerExportCancel", "exp", (ask, input) => ask.Service<CancelExport.Handler>().Handle(input, ask.Cancel));
    }
}
