using Commerce.Ordering.Data;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.SendBack;

/// <summary>Who should sign second doesn't agree with what was weighed: it goes back, with a reason, and is weighed again. Nothing was counted.</summary>
internal static class SendBackAcceptance
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("acc")] Guid AcceptanceId, string Reason) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                var deliveryId = await db.Acceptances.Where(a => a.Id == input.AcceptanceId).Select(a => a.DeliveryId).SingleOrDefaultAsync(ct);
                if (await db.WithDelivery(actor, deliveryId, ct) is not { } order)
                {
                    return PlatformErrors.NotFound;
                }

                if (!(await db.MayAccept(actor, order.UnitId, ct)).May)
                {
                    return PlatformErrors.Forbidden;
                }

                var acceptance = order.Acceptances.Single(a => a.Id == input.AcceptanceId);
                return order.SendBack(acceptance, order.Deliveries[0], input.Reason, actor.Person(), clock.GetUtcNow()) is { Error: { } refused } ? refused : acceptance.Id;
            },
            ct);
    }
}
