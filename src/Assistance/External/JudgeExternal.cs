using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.External;

/// <summary>The office says of a suspected double whether it is the same purchase (判定重复): the same doesn't count, a different one does.</summary>
internal static class JudgeExternal
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("xp")] Guid PurchaseId, bool Same, string Reason) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, ExternalRows rows, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var head = await db.TakeHead(ct);
            if (await db.ExternalPurchases.SingleOrDefaultAsync(p => p.Id == input.PurchaseId, ct) is not { } record || !actor.Can(Capability.ExternalRead, record.UnitId))
            {
                return PlatformErrors.NotFound.At("purchaseId");
            }

            if (!actor.Can(Capability.AssistanceAdjust, record.UnitId))
            {
                return PlatformErrors.Forbidden;
            }

            var reason = input.Reason.Trim();
            if (reason.Length is < 4 or > 400)
            {
                return ExternalErrors.WhyJudged;
            }

            var stood = record.InLedger;
            if (record.Judge(input.Same, new Signer(actor.Id, actor.Name), reason, LedgerEntry.Kept(clock.GetUtcNow())) is { Error: { } refusal })
            {
                return refusal;
            }

            if (stood && input.Same)
            {
                await rows.TakeBack(head, record, reason, ct);
            }
            else if (!stood && !input.Same)
            {
                await rows.Count(head, [record], ct);
            }

            return record.Id;
        }, ct);
    }
}
