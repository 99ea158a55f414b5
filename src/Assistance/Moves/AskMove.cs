using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Moves;

/// <summary>A unit asks that a purchase counts for another (申请改计): the one that has it, or the one that should. The other decides.</summary>
internal static class AskMove
{
    /// <param name="Amount">What the paper comes to. Whoever asks for another unit's paper must have it in hand: numbers alone could be tried one after the other.</param>
    public sealed record Input(
        string IdempotencyKey, string Number, [property: IdOf("ou")] Guid FromUnitId, [property: IdOf("ou")] Guid ToUnitId, string Reason, MoneyInput? Amount = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var (has, should) = (actor.Can(Capability.MoveAsk, input.FromUnitId), actor.Can(Capability.MoveAsk, input.ToUnitId));
            if (!has && !should)
            {
                return actor.Can(Capability.MoveRead, input.FromUnitId) || actor.Can(Capability.MoveRead, input.ToUnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            var reason = input.Reason.Trim();
            if (reason.Length is < PurchaseMove.ShortestReason or > PurchaseMove.LongestReason)
            {
                return MoveErrors.Why;
            }

            if (input.FromUnitId == input.ToUnitId)
            {
                return MoveErrors.SameUnit;
            }

            var now = LedgerEntry.Kept(clock.GetUtcNow());
            if (!await db.Exists(input.ToUnitId, now, ct))
            {
                return MoveErrors.NoSuchUnit;
            }

            await db.TakeHead(ct);
            var number = input.Number.Trim().ToUpperInvariant();
            if (await db.AcceptanceNumbered(number, input.FromUnitId, ct) is not { } acceptance || (!has && !await InHand(acceptance, input.Amount, ct)))
            {
                return MoveErrors.NoSuchPaper;
            }

            if ((await db.StandingOf(acceptance, input.FromUnitId, ct)).Count == 0)
            {
                return MoveErrors.NothingLeft;
            }

            if (await db.PurchaseMoves.AnyAsync(m => m.OpenKey == PurchaseMove.KeyOf(acceptance), ct))
            {
                return MoveErrors.AskedAlready;
            }

            var move = new PurchaseMove
            {
                Id = Guid.CreateVersion7(now),
                OpenKey = PurchaseMove.KeyOf(acceptance),
                AcceptanceId = acceptance,
                Number = number,
                FromUnitId = input.FromUnitId,
                ToUnitId = input.ToUnitId,
                AskedByUnitId = has ? input.FromUnitId : input.ToUnitId,
                AskedById = actor.Id,
                AskedByName = actor.Name,
                AskedAt = now,
                Reason = reason,
            };
            db.PurchaseMoves.Add(move);
            return move.Id;
        }, ct);

        // What the paper says is what was signed for, whatever went back since.
        private async Task<bool> InHand(Guid acceptance, MoneyInput? said, CancellationToken ct) =>
            said?.Read() is { Failed: false } amount
            && await db.LedgerEntries.Where(e => e.AcceptanceId == acceptance && e.Kind == LedgerKind.Purchase).SumAsync(e => e.AmountFen, ct) == amount.Value.Fen;
    }

    /// <summary>The unit exists today.</summary>
    internal static Task<bool> Exists(this AssistanceDbContext db, Guid unitId, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DayInChina();
        return db.KnownUnits.AnyAsync(u => u.UnitId == unitId && (u.ValidTo == null || u.ValidTo > today), ct);
    }
}
