using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.KnownOrders;

/// <summary>Keeps each confirmed order with its agreed prices: the ledger counts nothing else. Terms are frozen, so the first saying wins.</summary>
internal sealed class RememberOrder(AssistanceDbContext db) : IHandle<OrderConfirmed>
{
    public async Task<Taken> Handle(OrderConfirmed fact, EventContext context, CancellationToken ct)
    {
        if (await db.KnownOrders.AnyAsync(o => o.OrderId == fact.OrderId, ct))
        {
            return Taken.Done;
        }

        foreach (var line in fact.Lines)
        {
            if (!UnitPrice.IsExact(line.Price) || !Spelled.TryRead<MeasureUnit>(line.PricedBy, out var per))
            {
                return Taken.Refused($"line {line.OrderLineId}: {line.Price} per {line.PricedBy} is no price");
            }

            db.KnownOrderLines.Add(new KnownOrderLine
            {
                OrderLineId = line.OrderLineId,
                OrderId = fact.OrderId,
                OfferId = line.OfferId,
                PriceTenThousandths = UnitPrice.Of(line.Price, per).TenThousandths,
                PricedBy = per,
            });
        }

        db.KnownOrders.Add(new KnownOrder { OrderId = fact.OrderId, Number = fact.Number, ConfirmedAt = fact.ConfirmedAt });
        return Taken.Done;
    }
}
