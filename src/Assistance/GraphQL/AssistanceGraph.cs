using Commerce.Assistance.Commitments;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Recognitions;
using Commerce.Assistance.Reports;
using Commerce.Assistance.Totals;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Assistance.GraphQL;

/// <summary>The module's part of the schema.</summary>
internal static class AssistanceGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(AssistanceGraph).Assembly, "assistance.graphql");
        BindCommitments(graph);
        BindLedger(graph);
        BindTotals(graph);
        MonthsGraph.Bind(graph);
        FilingsGraph.Bind(graph);
        ExternalGraph.Bind(graph);
        MovesGraph.Bind(graph);
        FlagsGraph.Bind(graph);
        ReportedGraph.Bind(graph);
        ExportsGraph.Bind(graph);
        RulesGraph.Bind(graph);
        YearsGraph.Bind(graph);
        DaySheetsGraph.Bind(graph);
    }

    private static void BindCommitments(GraphBuilder graph)
    {
        graph.Type<ProgrammeView>("Programme")
            .Node("prg", (ask, ids) => ask.Service<ReadCommitments>().Programmes(ids, ask.Cancel))
            .Field("name", (p, ask) => ask.Chinese ? $"{p.Year} 年消费帮扶" : $"Consumption assistance {p.Year}")
            .Field("commitments", (p, ask) => ask.Service<ReadCommitments>().OfProgramme(p.Id, ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Type<CommitmentView>("Commitment")
            .Node("cmt", (ask, ids) => ask.Service<ReadCommitments>().ByIds(ids, ask.Cancel))
            .Ref("programme", "prg", c => c.ProgrammeId)
            .Ref("village", "vil", c => c.VillageId)
            .Ref("unit", "ou", c => c.UnitId);
        graph.Type<CommitmentVersion>("CommitmentVersion").Field("by", v => v.ByName);
        graph.Query("programme", async ask => await ask.Service<ReadCommitments>().Programme(ask.Arg<int>("year"), ask.Cancel));
        graph.Mutation<SetCommitment.Input>("commitmentSet", "cmt", (ask, input) => ask.Service<SetCommitment.Handler>().Handle(input, ask.Cancel));
    }

    private static void BindLedger(GraphBuilder graph)
    {
        graph.Type<LedgerEntryView>("LedgerEntry")
            .Node("led", (ask, ids) => ask.Service<ReadLedger>().ByIds(ids, ask.Cancel))
            .Field("sequence", e => checked((int)e.Sequence))
            .Ref("unit", "ou", e => e.UnitId)
            .Ref("village", "vil", e => e.VillageId == Guid.Empty ? null : e.VillageId)
            .Ref("product", "prd", e => e.ProductId == Guid.Empty ? null : e.ProductId)
            .Ref("reverses", "led", e => e.ReversesId)
            .Batch("recognised", e => e, (ask, rows) => ask.Service<ReadRecognition>().Of(rows, ask.Cancel))
            .Batch("original", e => e.Id, (ask, ids) => ask.Service<ReadLedger>().Originals(ids, ask.Cancel));
        graph.Type<LedgerSourceView>("LedgerSource")
            .Field("id", s => NodeId.Encode(s.Type switch { LedgerSources.AcceptanceLine => "acl", LedgerSources.ReturnLine => "rtl", LedgerSources.External => "xp", LedgerSources.Move => "mv", LedgerSources.DaySheetLine => "dsl", LedgerSources.RetailLine => "rsl", _ => "led" }, s.LineId))
            .Field("eventId", s => NodeId.Encode("evt", s.EventId))
            .Ref("acceptance", "acc", s => s.AcceptanceId)
            .Ref("order", "po", s => s.OrderId);
        graph.Extend("Acceptance").Batch<IReadOnlyList<LedgerEntryView>>(
            "ledgerEntries", (ask, ids) => ask.Service<ReadLedger>().OfAcceptances(ids, ask.Cancel), () => []);
        graph.Query("ledgerEntries", async ask => await ask.Service<ReadLedger>().Page(Question(ask, []), ask.Page(), ask.Service<Cursors>(), ask.Cancel));
        graph.Mutation<AdjustLedger.Input>("ledgerAdjust", "led", (ask, input) => ask.Service<AdjustLedger.Handler>().Handle(input, ask.Cancel));
    }

    private static void BindTotals(GraphBuilder graph)
    {
        graph.Type<TotalsReportView>("TotalsReport")
            .Field("lastEntryId", async (r, ask) =>
                await ask.Service<ReadTotals>().LastEntry(r.Question, ask.Cancel) is { } id ? NodeId.Encode("led", id) : null)
            .Field("channels", async (r, ask) => (await ask.Service<ReadTotals>().Channels(r.Question, ask.Cancel)))
            .Field("asKnownOn", r => r.Question.KnownOn)
            .Field("reconciled", (r, ask) => ask.Service<Reconciliation>().Holds(r.Question, ask.Cancel));
        graph.Type<TotalsRowView>("TotalsRow")
            .Field("keys", (r, ask) => r.Keys(ask.Chinese))
            .Batch("orders", r => r, Orders)
            .Batch("previousYear", r => r, PreviousYear);
        graph.Type<TotalsKeyView>("TotalsKey");
        graph.Query("assistanceTotals", async ask =>
        {
            var question = Question(ask, ask.Arg<IReadOnlyList<TotalsBy>>("by")!);
            if ((ReadReport.Known(question.KnownOn, ask.Service<TimeProvider>().GetUtcNow()).Error ?? ReadReport.Years(question.Since, question.Year).Error) is { } refused)
            {
                throw ask.Refused(refused);
            }

            var read = ask.Service<ReadTotals>();
            var rows = await read.Rows(question, ask.Cancel);
            return new TotalsReportView(question, rows, await read.Names(rows, question.KnownOn, ask.Cancel), ask.Service<TimeProvider>().GetUtcNow());
        });
    }

    private static TotalsQuestion Question(Ask ask, IEnumerable<TotalsBy> by) =>
        TotalsQuestion.Of(ask.Arg<int>("year"), by, ask.Arg<TotalsFilter>("filter"), ask.Actor.UnitsWhere(Capability.AssistanceRead), ask.Arg<DateOnly?>("asKnownOn"), ask.Arg<int?>("since"));

    private static async Task<IReadOnlyDictionary<TotalsRowView, int>> Orders(Ask ask, IReadOnlyCollection<TotalsRowView> rows)
    {
        var found = new Dictionary<TotalsRowView, int>();
        foreach (var report in rows.GroupBy(r => r.Question))
        {
            var orders = await ask.Service<ReadTotals>().Orders(report.Key, ask.Cancel);
            foreach (var row in report)
            {
                found[row] = orders.GetValueOrDefault(row.Key);
            }
        }

        return found;
    }

    private static async Task<IReadOnlyDictionary<TotalsRowView, Money?>> PreviousYear(Ask ask, IReadOnlyCollection<TotalsRowView> rows)
    {
        var found = new Dictionary<TotalsRowView, Money?>();
        foreach (var report in rows.GroupBy(r => r.Question))
        {
            var before = (await ask.Service<ReadTotals>().Rows(report.Key.YearBefore(), ask.Cancel)).ToDictionary(r => r.Key, r => r.Amount);
            foreach (var row in report)
            {
                found[row] = before.TryGetValue(row.Key.YearBefore(), out var amount) ? amount : null;
            }
        }

        return found;
    }
}
