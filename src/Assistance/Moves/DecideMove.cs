using Commerce.Assistance.Counting;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Moves;

/// <summary>The leader of the other unit agrees, and what is left of the purchase at that moment moves; or refuses with a reason.</summary>
internal static class DecideMove
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("mv")] Guid MoveId, bool Agree, string? Reason = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, Demonstration demonstration, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            // Held until the end: a return comes wholly before, and is left out, or wholly after, and follows.
            var head = await db.TakeHead(ct);
            if (await db.PurchaseMoves.SingleOrDefaultAsync(m => m.Id == input.MoveId, ct) is not { } move || !ReadMoves.Sees(actor, move))
            {
                return PlatformErrors.NotFound.At("moveId");
            }

            if (!actor.Can(Capability.AssistanceConfirm, move.DecidingUnitId))
            {
                return PlatformErrors.Forbidden;
            }

            var (by, reason, now) = (new Signer(actor.Id, actor.Name), input.Reason?.Trim() ?? "", LedgerEntry.Kept(clock.GetUtcNow()));
            if (reason.Length > PurchaseMove.LongestReason || (!input.Agree && reason.Length < PurchaseMove.ShortestReason))
            {
                return MoveErrors.Why;
            }

            if (move.MayDecide(by) is { Error: { } early })
            {
                return early;
            }

            if (!input.Agree)
            {
                return move.Refuse(by, reason, now) is { Error: { } refused } ? refused : move.Id;
            }

            if (!await db.Exists(move.ToUnitId, now, ct))
            {
                return MoveErrors.NoSuchUnit;
            }

            var lines = await db.StandingOf(move.AcceptanceId, move.FromUnitId, ct);
            if (lines.Count == 0)
            {
                return MoveErrors.NothingLeft;
            }

            if (move.Agree(by, reason, lines.Sum(l => l.Amount), now) is { Error: { } refusal })
            {
                return refusal;
            }

            var month = await db.FirstOpen(now.MonthInChina(), ct);
            var (from, to) = (await db.NameOf(move.FromUnitId, ct), await db.NameOf(move.ToUnitId, ct));
            await db.AppendAndSay(head, [.. lines.SelectMany(l => MovedRows.Of(move, l, from, to, month, now))], demonstration, now, ct);
            return move.Id;
        }, ct);
    }
}
