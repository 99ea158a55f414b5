using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.PayOrder;
using Commerce.Ordering.Retail;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.GraphQL;

/// <summary>Selling at counters in the schema.</summary>
internal static class RetailGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(RetailGraph).Assembly, "retail.graphql");
        graph.Query("retailOffered", ask => Task.FromResult<object?>(ask.Service<StripeSettings>().Offered));
        graph.Query("retailSales", Sales);
        graph.Type<RetailSaleView>("RetailSale").Node("rs", SalesById)
            .Ref("outlet", "out", s => s.Sale.OutletId)
            .Batch("lines", s => s.Id, Lines, () => [])
            .Batch("refunds", s => s.Id, Refunds, () => []);
        graph.Type<RetailLineView>("RetailLine");
        graph.Type<RetailRefundView>("RetailRefund");
        graph.Mutation<StartSale.Input>("retailStart", "rs", (ask, input) => ask.Service<StartSale.Handler>().Handle(input, ask.Cancel))
            .Mutation<StartPayment.Input>("paymentStart", "rs", (ask, input) => ask.Service<StartPayment.Handler>().Handle(input, ask.Cancel))
            .Mutation<PaySale.Input>("retailPay", "rs", (ask, input) => ask.Service<PaySale.Handler>().Handle(input, ask.Cancel))
            .Mutation<HandOverSale.Input>("retailHandOver", "rs", (ask, input) => ask.Service<HandOverSale.Handler>().Handle(input, ask.Cancel))
            .Mutation<RefundSale.Input>("retailRefund", "rs", (ask, input) => ask.Service<RefundSale.Handler>().Handle(input, ask.Cancel));
    }

    private static async Task<object?> Sales(Ask ask)
    {
        var page = ask.Page();
        var matching = ask.Service<OrderingDbContext>().RetailSales.AsNoTracking().ServedBy(ask.Actor);
        if (ask.Arg<RetailState[]>("states") is { Length: > 0 } states)
        {
            matching = matching.Where(s => states.Contains(s.State));
        }

        var below = page.AfterNumber;
        var rows = await (below is null ? matching : matching.Where(s => s.Serial < below)).OrderByDescending(s => s.Serial).Take(page.First + 1).ToListAsync(ask.Cancel);
        var cancel = ask.Cancel;
        return page.PageOf(
            rows.ConvertAll(s => new RetailSaleView(s)), s => s.Sale.Serial.ToString(CultureInfo.InvariantCulture), ask.Service<Cursors>(), async () => await matching.CountAsync(cancel));
    }

    // The id is random and told to the buyer alone: to know it is to be let in.
    private static async Task<IReadOnlyDictionary<Guid, RetailSaleView>> SalesById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        await ask.Service<OrderingDbContext>().RetailSales.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new RetailSaleView(s), ask.Cancel);

    private static async Task<IReadOnlyDictionary<Guid, List<RetailLineView>>> Lines(Ask ask, IReadOnlyCollection<Guid> sales) =>
        (await ask.Service<OrderingDbContext>().Set<RetailLine>().AsNoTracking().Where(l => sales.Contains(l.SaleId)).OrderBy(l => l.Position).ToListAsync(ask.Cancel))
            .GroupBy(l => l.SaleId).ToDictionary(g => g.Key, g => g.Select(l => new RetailLineView(l)).ToList());

    private static async Task<IReadOnlyDictionary<Guid, List<RetailRefundView>>> Refunds(Ask ask, IReadOnlyCollection<Guid> sales) =>
        (await ask.Service<OrderingDbContext>().RetailRefunds.AsNoTracking().Where(r => sales.Contains(r.SaleId)).OrderBy(r => r.At).ToListAsync(ask.Cancel))
            .GroupBy(r => r.SaleId).ToDictionary(g => g.Key, g => g.Select(r => new RetailRefundView(r)).ToList());
}

/// <summary>A sale as the API shows it.</summary>
internal sealed record RetailSaleView(RetailSale Sale) : IHaveId
{
    public Guid Id => Sale.Id;

    public string Number => Sale.Number;

    public RetailState State => Sale.State;

    public string? OrderNumber => Sale.OrderNumber;

    public Money Total => Money.FromFen(Sale.TotalFen);

    public DateTimeOffset StartedAt => Sale.StartedAt;

    public DateTimeOffset ReservedUntil => Sale.ReservedUntil;

    public string? PayUrl => Sale.State == RetailState.Reserved ? Sale.PayUrl : null;

    public DateTimeOffset? PaidAt => Sale.PaidAt;

    public string? PickupCode => Sale.OrderId is null && Sale.State is RetailState.Paid or RetailState.HandedOver ? Sale.PickupCode : null;

    public DateTimeOffset? HandedOverAt => Sale.HandedOverAt;

    public Money Refunded => Money.FromFen(Sale.RefundedFen);
}

/// <summary>Goods of a sale as the API shows them.</summary>
internal sealed record RetailLineView(RetailLine Line)
{
    public string ProductName => Line.ProductName;

    public string Specification => Line.Specification;

    public Quantity Quantity => Line.Quantity;

    public UnitPrice Price => Line.Price;

    public Money Amount => Money.FromFen(Line.AmountFen);

    public bool Sample => Line.Sample;
}

/// <summary>Money given back, as the API shows it.</summary>
internal sealed record RetailRefundView(RetailRefund Refund)
{
    public Money Amount => Money.FromFen(Refund.AmountFen);

    public RefundState State => Refund.State;

    public DateTimeOffset At => Refund.At;

    public string Reason => Refund.Reason;

    public string By => Refund.ByName;
}
