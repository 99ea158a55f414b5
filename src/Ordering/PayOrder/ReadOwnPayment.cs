using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Retail;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.PayOrder;

/// <summary>What somebody still has to pay for their own order, and the payment that was begun.</summary>
/// <param name="Owed">Accepted net of returns and not paid yet.</param>
/// <param name="Open">On Stripe's page, or not fitting; null when there is none.</param>
internal sealed record OwnPayment(Money Owed, RetailSale? Open);

/// <summary>Reads how the buyer's own payment stands.</summary>
internal sealed class ReadOwnPayment(OrderingDbContext db, Actor actor, StripeSettings settings)
{
    /// <summary>Null when there is nothing for this person to pay by phone: no key is set, or it is another's order, or a unit's.</summary>
    public async Task<OwnPayment?> Of(Guid orderId, CancellationToken ct)
    {
        if (!settings.Offered || await Mine().Where(o => o.Id == orderId).Select(o => new { o.SettledFen, o.PaidFen }).SingleOrDefaultAsync(ct) is not { } order)
        {
            return null;
        }

        var open = await db.RetailSales.AsNoTracking().SingleOrDefaultAsync(s => s.OrderId == orderId && (s.State == RetailState.Reserved || s.State == RetailState.Unclear), ct);
        return new(Money.FromFen(Math.Max(0, order.SettledFen - order.PaidFen)), open);
    }

    /// <summary>Own orders that came and aren't paid, the oldest first.</summary>
    public async Task<IReadOnlyList<Todo>> Unpaid(CancellationToken ct) => !settings.Offered ? [] :
    [
        .. (await Mine().Where(o => o.SettledFen > o.PaidFen).OrderBy(o => o.Serial).Take(50).Select(o => new { o.Number, Fen = o.SettledFen - o.PaidFen, o.UpdatedAt }).ToListAsync(ct))
            .Select(o => new Todo(
                $"为自己的订单 {o.Number} 付款 {Ui.Words.Yuan(Money.FromFen(o.Fen))} 元", $"Pay {Ui.Words.Yuan(Money.FromFen(o.Fen))} yuan for your own order {o.Number}", $"/orders/{o.Number}", o.UpdatedAt)),
    ];

    private IQueryable<Order> Mine() => db.Orders.AsNoTracking().VisibleTo(actor).Where(o => o.Purpose == PurchasePurpose.Personal && o.HasSettled && o.RequestedById == actor.Id);
}

/// <summary>What somebody has to pay for their own orders, in their inbox.</summary>
internal sealed class OwnPaymentsToDo(ReadOwnPayment payments) : ITodo
{
    public Task<IReadOnlyList<Todo>> Read(CancellationToken ct) => payments.Unpaid(ct);
}
