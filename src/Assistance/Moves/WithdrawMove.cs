using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Moves;

/// <summary>The unit that asked takes its request back, with a reason.</summary>
internal static class WithdrawMove
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("mv")] Guid MoveId, string Reason) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.PurchaseMoves.SingleOrDefaultAsync(m => m.Id == input.MoveId, ct) is not { } move || !ReadMoves.Sees(actor, move))
            {
                return PlatformErrors.NotFound.At("moveId");
            }

            if (!actor.Can(Capability.MoveAsk, move.AskedByUnitId))
            {
                return PlatformErrors.Forbidden;
            }

            var reason = input.Reason.Trim();
            return reason.Length is < PurchaseMove.ShortestReason or > PurchaseMove.LongestReason
                ? MoveErrors.Why
                : move.Withdraw(new(actor.Id, actor.Name), reason, LedgerEntry.Kept(clock.GetUtcNow())) is { Error: { } refusal } ? refusal : move.Id;
        }, ct);
    }
}
