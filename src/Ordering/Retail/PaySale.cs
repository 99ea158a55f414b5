using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Retail;

/// <summary>The buyer comes back from Stripe, or presses the button again: Stripe is asked how the sale stands. While it is unpaid the same page leads on, never a second one.</summary>
internal static class PaySale
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("rs")] Guid SaleId) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, TimeProvider clock, StripeSettings settings, SettleSale settle)
    {
        // A page that is pressed over and over doesn't become a flood at Stripe's door.
        private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            if (!settings.Offered)
            {
                return Outcome.Refused(RetailErrors.NotOffered);
            }

            if (await db.RetailSales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.SaleId, ct) is not { } sale)
            {
                return Outcome.Refused(PlatformErrors.NotFound);
            }

            if (sale.State == RetailState.Reserved && !(clock.GetUtcNow() - sale.AskedAt < Breath))
            {
                await settle.Look(sale.Id, ct);
            }

            return new(sale.Id, null, false);
        }
    }
}
