using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Confirm;

/// <summary>The supplier agrees, or the work team does so for villagers (代办); terms and freight are frozen.</summary>
internal static class ConfirmOrder
{
    /// <summary>A lower price of a line, in its own unit.</summary>
    public sealed record LowerPrice([property: IdOf("pol")] Guid LineId, decimal Price);

    public sealed record Input(
        string IdempotencyKey, [property: IdOf("po")] Guid OrderId, int ExpectedVersion, AskedMoney? Freight, IReadOnlyList<LowerPrice>? Prices = null) : IMutationInput;

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

                if (!actor.Can(Capability.OrderSupply, order.SupplyUnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                if (order.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(order.Version);
                }

                if (input.Freight is { Fen: null })
                {
                    return OrderingErrors.FreightWrong;
                }

                var now = clock.GetUtcNow();
                if (await db.MaySupply(order.Lines, now, ct) is { Error: { } suspended })
                {
                    return suspended;
                }

                var before = order.Holdings;
                if (order.Stage == OrderStage.Approved && order.Lower([.. (input.Prices ?? []).Select(p => (p.LineId, p.Price))]) is { Error: { } dearer })
                {
                    return dearer;
                }

                var onBehalf = await db.ActsOnBehalfAs(actor, ct);
                return db.Agree(order, input.Freight?.Fen, onBehalf, actor.Person(), now) is { Error: { } refused } ? refused
                    : await db.Carry(order, before, now, ct) is { Error: { } stuck } ? stuck
                    : order.Id;
            },
            ct);
    }
}
