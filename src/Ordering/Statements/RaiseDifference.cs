using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Statements;

/// <summary>A side says that a line of the statement isn't right, and why. The rest of it is owed all the same.</summary>
internal static class RaiseDifference
{
    // Amount: the whole line when left out.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("st")] Guid StatementId, [property: IdOf("stl")] Guid LineId, AskedMoney? Amount, string Reason) : IMutationInput;

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

                if (input.Amount is { Fen: null })
                {
                    return SettlementErrors.AmountWrong;
                }

                var now = clock.GetUtcNow();
                return statement.Dispute(Guid.CreateVersion7(now), side, input.LineId, input.Amount?.Fen, input.Reason, actor.Person(), now) is { Error: { } refused } ? refused : statement.Id;
            },
            ct);
    }
}
