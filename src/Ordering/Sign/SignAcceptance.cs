using Commerce.Contracts.Ordering;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Sign;

/// <summary>The second signature, by a second person: the weighed quantity counts, in the month of the server's time.</summary>
internal static class SignAcceptance
{
    // SignedAt: when the person signed on paper; now when left out. Never decides the month.
    public sealed record Input(string IdempotencyKey, [property: IdOf("acc")] Guid AcceptanceId, DateTimeOffset? SignedAt) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock, OrderingOptions options)
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

                var (may, onBehalfOf) = await db.MayAccept(actor, order.UnitId, ct);
                if (!may)
                {
                    return PlatformErrors.Forbidden;
                }

                var now = clock.GetUtcNow();
                var before = order.Holdings;
                var acceptance = order.Acceptances.Single(a => a.Id == input.AcceptanceId);
                var corrected = order.Acceptances.Find(a => a.Id == acceptance.CorrectsId);
                var originals = corrected?.Lines.ToDictionary(l => l.OrderLineId, l => l.CountedLineId) ?? [];
                var term = await db.DaysToPay(order, deliveryId, now, options.PaymentTermDays, ct);
                if (order.Sign(acceptance, order.Deliveries[0], onBehalfOf, input.SignedAt ?? now, actor.Person(), now, term) is { Error: { } refused })
                {
                    return refused;
                }

                if (await db.Carry(order, before, now, ct) is { Error: { } tooMuch })
                {
                    return tooMuch;
                }

                await db.GiveBackSurplus(order, $"验收更正 {acceptance.Number}", actor.Person(), now, ct);
                CountedLine[] counted =
                [
                    .. acceptance.Lines.Where(l => l.CountedLineId == l.Id).OrderBy(l => l.Position)
                        .Select(l => order.Lines.Single(o => o.Id == l.OrderLineId).Counted(l.Id, originals.GetValueOrDefault(l.OrderLineId), l.PostedMilli, l.PostedFen)),
                ];
                var month = acceptance.CountedIn!.Value;
                var countsForName = await db.Units.Where(u => u.Id == order.CountsForUnitId).Select(u => u.Name).SingleOrDefaultAsync(ct) ?? "";
                await db.StateTotals(order, counted, month, now, ct);
                var approvers = await db.Approvals.Where(a => a.OrderId == order.Id && a.Decision == Decision.Approved && a.DecidedAt >= order.SubmittedAt).Select(a => a.ById).Distinct().ToListAsync(ct);
                db.Publish(
                    new GoodsAccepted(
                        acceptance.Id, acceptance.Number, acceptance.CorrectsId, order.Id, order.Number, order.UnitId, order.CountsForUnitId, countsForName,
                        GraphJson.EnumName(order.Purpose), now, month.ToString(), counted,
                        order.RequestedById, approvers, [acceptance.FirstSignerId, actor.Id]),
                    now);
                return acceptance.Id;
            },
            ct);
    }
}
