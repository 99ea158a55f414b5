using Commerce.Assistance.DaySheets;
using Commerce.Assistance.DaySheets.Import;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Villages;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.GraphQL;

/// <summary>Counters' day sheets, and what villages earned.</summary>
internal static class DaySheetsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(DaySheetsGraph).Assembly, "daysheets.graphql");
        graph.Type<DaySheetView>("DaySheet").Node("ds", (ask, ids) => ask.Service<ReadDaySheets>().ByIds(ids, ask.Cancel))
            .Ref("outlet", "out", v => v.Sheet.OutletId)
            .Ref("unit", "ou", v => v.Sheet.UnitId)
            .Field("day", v => v.Sheet.Day)
            .Field("state", v => v.Sheet.State)
            .Field("total", v => v.Sheet.Total)
            .Field("recognised", v => v.Split.Recognised)
            .Field("ordinary", v => v.Split.Ordinary)
            .Field("recognisedShare", v => v.Split.Ratio)
            .Field("byPhone", v => v.Phone.Total)
            .Field("byPhoneRecognised", v => v.Phone.Recognised)
            .Field("typedBy", v => v.Sheet.TypedByName)
            .Field("typedAt", v => v.Sheet.TypedAt)
            .Field("submittedBy", v => v.Sheet.SubmittedByName)
            .Field("submittedAt", v => v.Sheet.SubmittedAt)
            .Field("confirmedBy", v => v.Sheet.ConfirmedByName)
            .Field("confirmedAt", v => v.Sheet.ConfirmedAt)
            .Field("sentBackBy", v => v.Sheet.SentBackByName)
            .Field("sentBackReason", v => v.Sheet.SentBackReason)
            .Field("sample", v => v.Sheet.Sample)
            .Field("version", v => v.Sheet.Version);
        graph.Type<DaySheetLine>("DaySheetLine")
            .Field("id", l => NodeId.Encode("dsl", l.Id))
            .Ref("product", "prd", l => l.ProductId == Guid.Empty ? null : l.ProductId)
            .Ref("village", "vil", l => l.VillageId == Guid.Empty ? null : l.VillageId)
            .Field("quantity", l => l.Counts ? l.Quantity : (Quantity?)null)
            .Field("refundsLineId", l => l.RefundsLineId is { } line ? NodeId.Encode("dsl", line) : null);
        graph.Type<VillageIncome>("VillageIncome").Ref("village", "vil", r => r.VillageId);
        graph.Query("daySheets", async ask => await ask.Service<ReadDaySheets>()
            .Connection(ask.Arg<DaySheetFilter>("filter") ?? new(), ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Query("villageIncome", async ask => await ask.Service<ReadVillages>()
            .Read(ask.Arg<int>("year"), ask.Arg<Month?>("month"), ask.Arg<bool?>("byMonth") ?? false, ask.Cancel));
        graph.Mutation<SaveDaySheet.Input>("daySheetSave", "ds", (ask, input) => ask.Service<SaveDaySheet.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ImportDaySheets.Input>("daySheetsImport", "ds", (ask, input) => ask.Service<ImportDaySheets.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<HandInDaySheet.Input>("daySheetHandIn", "ds", (ask, input) => ask.Service<HandInDaySheet.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DecideDaySheet.Input>("daySheetDecide", "ds", (ask, input) => ask.Service<DecideDaySheet.Handler>().Handle(input, ask.Cancel));
    }
}
