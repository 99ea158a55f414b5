using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flags;

/// <summary>The office or an auditor takes a flag further (上报), before or after the unit explained it.</summary>
internal static class EscalateFlag
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("flg")] Guid FlagId, string Text) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.Flags.SingleOrDefaultAsync(f => f.Id == input.FlagId, ct) is not { } flag || !actor.Can(Capability.AssistanceRead, flag.UnitId))
            {
                return PlatformErrors.NotFound.At("flagId");
            }

            if (!actor.Can(Capability.FlagEscalate, flag.UnitId))
            {
                return PlatformErrors.Forbidden;
            }

            var text = input.Text.Trim();
            if (text.Length is < Flag.ShortestText or > Flag.LongestText)
            {
                return FlagErrors.TextNeeded;
            }

            return flag.Escalate(new(actor.Id, actor.Name), text, LedgerEntry.Kept(clock.GetUtcNow())) is { Error: { } refusal } ? refusal : flag.Id;
        }, ct);
    }
}
