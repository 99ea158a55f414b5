using Commerce.Ordering.Data;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Edit;

/// <summary>Writes the lines of a draft, or of an order sent back, anew at today's prices.</summary>
internal static class EditOrder
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("po")] Guid OrderId, int ExpectedVersion, IReadOnlyList<LineAsked> Lines) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Orders.VisibleTo(actor).Include(o => o.Lines.OrderBy(l => l.Position)).SingleOrDefaultAsync(o => o.Id == input.OrderId, ct) is not { } order)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.OrderRequest, order.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                if (order.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(order.Version);
                }

                var now = clock.GetUtcNow();
                var terms = await db.Terms(input.Lines, order.WindowId, now, ct);
                return terms.Error is { } refused ? refused
                    : order.Write(terms.Value.Lines, terms.Value.SupplyUnitId, actor.Person(), now) is { Error: { } closed } ? closed
                    : order.Id;
            },
            ct);
    }
}
