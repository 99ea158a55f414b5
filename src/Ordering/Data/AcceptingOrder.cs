using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>An order with one of its deliveries and all that was weighed of it.</summary>
internal static class AcceptingOrder
{
    public static async Task<Order?> WithDelivery(this OrderingDbContext db, Actor actor, Guid deliveryId, CancellationToken ct)
    {
        var orderId = await db.Deliveries.Where(d => d.Id == deliveryId).Select(d => d.OrderId).SingleOrDefaultAsync(ct);
        return await db.Orders
            .VisibleTo(actor)
            .Where(o => o.Id == orderId)
            .Include(o => o.Lines.OrderBy(l => l.Position))
            .Include(o => o.Deliveries.Where(d => d.Id == deliveryId)).ThenInclude(d => d.Lines)
            .Include(o => o.Acceptances.Where(a => a.DeliveryId == deliveryId)).ThenInclude(a => a.Lines)
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);
    }
}
