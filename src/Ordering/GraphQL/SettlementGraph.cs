using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Invoices;
using Commerce.Ordering.Payments;
using Commerce.Ordering.Statements;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.GraphQL;

/// <summary>Statements, invoices and payments in the schema: one statement to the database per kind of part, however many of them.</summary>
internal static class SettlementGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(SettlementGraph).Assembly, "settlement.graphql");
        graph.Query("statements", Statements);
        graph.Type<StatementView>("Statement").Node("st", StatementsById)
            .Ref("supplyUnit", "ou", s => s.Statement.SupplyUnitId)
            .Ref("unit", "ou", s => s.Statement.UnitId)
            .Batch("lines", s => s.Id, Lines, () => [])
            .Batch("differences", s => s.Id, Differences, () => [])
            .Batch("invoices", s => s.Id, Invoices, () => [])
            .Batch("payments", s => s.Id, Payments, () => [])
            .Batch("payables", s => s.Id, Payables, () => []);
        graph.Type<StatementLineView>("StatementLine")
            .Field("id", l => NodeId.Encode("stl", l.Line.Id))
            .Ref("order", "po", l => l.Line.OrderId);
        graph.Type<StatementDifferenceView>("StatementDifference")
            .Field("id", d => NodeId.Encode("std", d.Difference.Id))
            .Field("lineId", d => NodeId.Encode("stl", d.Difference.LineId));
        graph.Type<PayableView>("Payable")
            .Field("overdueDays", (p, ask) => p.Item.OwedFen == 0 ? 0 : Math.Max(0, ask.Service<TimeProvider>().GetUtcNow().DayInChina().DayNumber - p.DueOn.DayNumber));
        graph.Type<StatementConfirmationView>("StatementConfirmation");
        graph.Type<InvoiceLineView>("InvoiceLine");
        graph.Type<InvoiceView>("Invoice").Node("inv", InvoicesById)
            .Ref("statement", "st", i => i.Invoice.StatementId)
            .Ref("corrects", "inv", i => i.Invoice.CorrectsId)
            .Field("fileId", i => i.Invoice.FileId is { } file ? NodeId.Encode("fil", file) : null);
        graph.Type<PaymentView>("Payment").Node("pay", PaymentsById)
            .Ref("statement", "st", p => p.Payment.StatementId)
            .Ref("reverses", "pay", p => p.Payment.ReversesId);
        graph.Mutation<ConfirmStatement.Input>("statementConfirm", "st", (ask, input) => ask.Service<ConfirmStatement.Handler>().Handle(input, ask.Cancel))
            .Mutation<RaiseDifference.Input>("differenceRaise", "st", (ask, input) => ask.Service<RaiseDifference.Handler>().Handle(input, ask.Cancel))
            .Mutation<AnswerDifference.Input>("differenceAnswer", "st", (ask, input) => ask.Service<AnswerDifference.Handler>().Handle(input, ask.Cancel))
            .Mutation<RegisterInvoice.Input>("invoiceRegister", "inv", (ask, input) => ask.Service<RegisterInvoice.Handler>().Handle(input, ask.Cancel))
            .Mutation<RecordPayment.Input>("paymentRecord", "pay", (ask, input) => ask.Service<RecordPayment.Handler>().Handle(input, ask.Cancel))
            .Mutation<ReversePayment.Input>("paymentReverse", "pay", (ask, input) => ask.Service<ReversePayment.Handler>().Handle(input, ask.Cancel))
            .Mutation<SetPaymentTerm.Input>("paymentTermSet", "ou", (ask, input) => ask.Service<SetPaymentTerm.Handler>().Handle(input, ask.Cancel));
    }

    private static async Task<object?> Statements(Ask ask)
    {
        var page = ask.Page();
        var matching = ask.Service<OrderingDbContext>().Statements.AsNoTracking().VisibleTo(ask.Actor).Matching(ask.Arg<StatementFilter>("filter"));
        var below = page.AfterNumber;
        var rows = await (below is null ? matching : matching.Where(s => s.Serial < below)).OrderByDescending(s => s.Serial).Take(page.First + 1).ToListAsync(ask.Cancel);
        var cancel = ask.Cancel;
        return page.PageOf(
            rows.ConvertAll(s => new StatementView(s)), s => s.Statement.Serial.ToString(CultureInfo.InvariantCulture), ask.Service<Cursors>(), async () => await matching.CountAsync(cancel));
    }

    private static async Task<IReadOnlyDictionary<Guid, StatementView>> StatementsById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        await ask.Service<OrderingDbContext>().Statements.AsNoTracking().VisibleTo(ask.Actor).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new StatementView(s), ask.Cancel);

    private static async Task<IReadOnlyDictionary<Guid, InvoiceView>> InvoicesById(Ask ask, IReadOnlyCollection<Guid> ids)
    {
        var db = ask.Service<OrderingDbContext>();
        var visible = db.Statements.VisibleTo(ask.Actor);
        return await db.Invoices.AsNoTracking().Where(i => ids.Contains(i.Id) && visible.Any(s => s.Id == i.StatementId)).ToDictionaryAsync(i => i.Id, i => new InvoiceView(i), ask.Cancel);
    }

    private static async Task<IReadOnlyDictionary<Guid, PaymentView>> PaymentsById(Ask ask, IReadOnlyCollection<Guid> ids)
    {
        var db = ask.Service<OrderingDbContext>();
        var visible = db.Statements.VisibleTo(ask.Actor);
        return await db.Payments.AsNoTracking().Where(p => ids.Contains(p.Id) && visible.Any(s => s.Id == p.StatementId)).ToDictionaryAsync(p => p.Id, p => new PaymentView(p), ask.Cancel);
    }

    private static async Task<IReadOnlyDictionary<Guid, List<StatementLineView>>> Lines(Ask ask, IReadOnlyCollection<Guid> statements) =>
        (await ask.Service<OrderingDbContext>().StatementLines.AsNoTracking().Where(l => statements.Contains(l.StatementId)).OrderBy(l => l.Position).ToListAsync(ask.Cancel))
            .GroupBy(l => l.StatementId).ToDictionary(g => g.Key, g => g.Select(l => new StatementLineView(l)).ToList());

    private static async Task<IReadOnlyDictionary<Guid, List<StatementDifferenceView>>> Differences(Ask ask, IReadOnlyCollection<Guid> statements) =>
        (await ask.Service<OrderingDbContext>().StatementDifferences.AsNoTracking().Where(d => statements.Contains(d.StatementId)).OrderBy(d => d.RaisedAt).ToListAsync(ask.Cancel))
            .GroupBy(d => d.StatementId).ToDictionary(g => g.Key, g => g.Select(d => new StatementDifferenceView(d)).ToList());

    private static async Task<IReadOnlyDictionary<Guid, List<InvoiceView>>> Invoices(Ask ask, IReadOnlyCollection<Guid> statements) =>
        (await ask.Service<OrderingDbContext>().Invoices.AsNoTracking().Where(i => statements.Contains(i.StatementId)).OrderBy(i => i.Serial).ToListAsync(ask.Cancel))
            .GroupBy(i => i.StatementId).ToDictionary(g => g.Key, g => g.Select(i => new InvoiceView(i)).ToList());

    private static async Task<IReadOnlyDictionary<Guid, List<PaymentView>>> Payments(Ask ask, IReadOnlyCollection<Guid> statements) =>
        (await ask.Service<OrderingDbContext>().Payments.AsNoTracking().Where(p => statements.Contains(p.StatementId)).OrderBy(p => p.Number).ToListAsync(ask.Cancel))
            .GroupBy(p => p.StatementId).ToDictionary(g => g.Key, g => g.Select(p => new PaymentView(p)).ToList());

    private static async Task<IReadOnlyDictionary<Guid, List<PayableView>>> Payables(Ask ask, IReadOnlyCollection<Guid> statements) =>
        (await ask.Service<OrderingDbContext>().Statements.AsNoTracking().Where(s => statements.Contains(s.Id)).Include(s => s.Lines).Include(s => s.Differences).AsSplitQuery().ToListAsync(ask.Cancel))
            .ToDictionary(s => s.Id, s => Domain.Payables.Of(s).Where(i => i.OwedFen != 0 || i.HeldFen != 0).Select(i => new PayableView(i)).ToList());
}
