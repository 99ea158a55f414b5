using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Retail;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.PayOrder;

/// <summary>An employee pays for their own order on Stripe's page: exactly what was accepted, less what went back and what was paid. One page at a time; pressed again it leads to the same one.</summary>
internal static class StartPayment
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("po")] Guid OrderId) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock, StripeSettings settings, SettleSale settle)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            if (!settings.Offered)
            {
                return Outcome.Refused(PayingErrors.NotOffered);
            }

            await EndOutdated(input.OrderId, ct);
            var outcome = await once.Run(db, input, () => Begin(input, ct), ct);
            if (outcome.Id is { } sale)
            {
                await settle.Look(sale, ct);
            }

            return outcome;
        }

        /// <summary>A page that stands open for another amount than is owed by now is ended at Stripe before a new one is opened.</summary>
        private async Task EndOutdated(Guid orderId, CancellationToken ct)
        {
            if (await Own(orderId).AsNoTracking().SingleOrDefaultAsync(ct) is { } order
                && await Open(orderId).AsNoTracking().SingleOrDefaultAsync(ct) is { State: RetailState.Reserved } open && open.TotalFen != order.OwedFen)
            {
                await settle.Look(open.Id, ct, end: true);
            }
        }

        private async Task<Result<Guid>> Begin(Input input, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (await Own(input.OrderId).SingleOrDefaultAsync(ct) is not { } order)
            {
                return PlatformErrors.NotFound;
            }

            // The order first: whoever begins or ends a payment between the two reads makes its version stale.
            if (await Open(order.Id).AsNoTracking().SingleOrDefaultAsync(ct) is { } open)
            {
                return open.State == RetailState.Unclear ? PayingErrors.Unclear : open.TotalFen == order.OwedFen ? open.Id : PayingErrors.BeingPaid;
            }

            var number = await db.NextPaper("RS", now, ct);
            if (order.StartPaying(now) is var owed && owed.Error is { } refused)
            {
                return refused;
            }

            var sale = new RetailSale
            {
                Id = Guid.NewGuid(),
                Number = number,
                Serial = Numbering.Serial(now.DayInChina().Year, long.Parse(number[^6..], CultureInfo.InvariantCulture)),
                OrderId = order.Id,
                OrderNumber = order.Number,
                SupplyUnitId = order.SupplyUnitId,
                State = RetailState.Reserved,
                TotalFen = owed.Value,
                StartedAt = now,
                ReservedUntil = now + settings.Reserve,
                SessionUntil = now + settings.Reserve + RetailSale.SessionLasts,
                PickupCode = "",
            };
            db.RetailSales.Add(sale);
            return sale.Id;
        }

        // A colleague's order may be seen in the same unit, but is paid by nobody else.
        private IQueryable<Order> Own(Guid orderId) => db.Orders.VisibleTo(actor).Where(o => o.Id == orderId && o.RequestedById == actor.Id);

        private IQueryable<RetailSale> Open(Guid orderId) => db.RetailSales.Where(s => s.OrderId == orderId && (s.State == RetailState.Reserved || s.State == RetailState.Unclear));
    }
}
