using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;

namespace Commerce.Ordering.Statements;

/// <summary>A side stands for a month's statement; for the village the work team does, recorded as such (代办).</summary>
internal static class ConfirmStatement
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("st")] Guid StatementId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.StatementFor(actor, input.StatementId, ct) is not { } statement)
                {
                    return PlatformErrors.NotFound;
                }

                if (actor.SideOf(Capability.StatementConfirm, statement) is not { } side)
                {
                    return PlatformErrors.Forbidden;
                }

                if (statement.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(statement.Version);
                }

                var onBehalf = side == StatementSide.Supplier ? await db.ActsOnBehalfAs(actor, ct) : null;
                return statement.Confirm(side, onBehalf, actor.Person(), clock.GetUtcNow()) is { Error: { } refused } ? refused : statement.Id;
            },
            ct);
    }
}
