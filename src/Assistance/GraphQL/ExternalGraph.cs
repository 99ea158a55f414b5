using Commerce.Assistance.Domain;
using Commerce.Assistance.External;
using Commerce.Platform.GraphQL;

namespace Commerce.Assistance.GraphQL;

/// <summary>External purchases: recorded, imported, decided on, withdrawn.</summary>
internal static class ExternalGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(ExternalGraph).Assembly, "external.graphql");
        graph.Type<ExternalView>("ExternalPurchase").Node("xp", (ask, ids) => ask.Service<ReadExternal>().ByIds(ids, ask.Cancel))
            .Field("kind", v => v.Record.Kind)
            .Field("state", v => v.Record.State)
            .Ref("unit", "ou", v => v.Record.UnitId)
            .Field("supplier", v => v.Record.Supplier)
            .Field("goods", v => v.Record.Goods)
            .Ref("product", "prd", v => v.Record.ProductId == Guid.Empty ? null : v.Record.ProductId)
            .Ref("village", "vil", v => v.Record.VillageId == Guid.Empty ? null : v.Record.VillageId)
            .Field("countyCode", v => OrNull(v.Record.CountyCode))
            .Field("purpose", v => v.Record.Purpose)
            .Field("amount", v => v.Record.Amount)
            .Field("purchasedOn", v => v.Record.On)
            .Field("orderNumber", v => OrNull(v.Record.OrderNumber))
            .Field("orderLine", v => v.Record.OrderLine == 0 ? (int?)null : v.Record.OrderLine)
            .Field("invoiceNumber", v => OrNull(v.Record.InvoiceNumber))
            .Field("fileId", v => v.Record.FileId is { } file ? NodeId.Encode("fil", file) : null)
            .Field("recordedBy", v => v.Record.RecordedByName)
            .Field("recordedAt", v => v.Record.RecordedAt)
            .Field("judgements", v => v.Record.Judgements)
            .Field("withdrawnBy", v => v.Record.WithdrawnByName)
            .Field("withdrawnAt", v => v.Record.WithdrawnAt)
            .Field("withdrawnReason", v => v.Record.WithdrawnReason)
            .Field("sample", v => v.Record.Sample)
            .Batch("ledgerEntries", v => v.Id, (ask, ids) => ask.Service<ReadExternal>().Rows(ids, ask.Cancel), () => []);
        graph.Type<LikenessView>("ExternalLikeness")
            .Field("otherId", l => l.OtherId is { } id ? NodeId.Encode(l.Of switch { LikenessOf.External => "xp", LikenessOf.Acceptance => "acc", LikenessOf.Invoice => "inv" }, id) : null);
        graph.Type<ExternalJudgement>("ExternalJudgement").Field("by", j => j.ByName);
        graph.Query("externalPurchases", async ask => await ask.Service<ReadExternal>()
            .Connection(ask.Arg<ExternalFilter>("filter") ?? new(), ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Mutation<RecordExternal.Input>("externalPurchaseRecord", "xp", (ask, input) => ask.Service<RecordExternal.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ImportOrders.Input>("externalPurchasesImport", "xp", (ask, input) => ask.Service<ImportOrders.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<JudgeExternal.Input>("externalPurchaseJudge", "xp", (ask, input) => ask.Service<JudgeExternal.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<WithdrawExternal.Input>("externalPurchaseWithdraw", "xp", (ask, input) => ask.Service<WithdrawExternal.Handler>().Handle(input, ask.Cancel));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
