using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Months;

/// <summary>The office signs a month's figures (结账签字); a second person closes it. Until then rows may come, and it signs again.</summary>
internal static class CloseMonth
{
    /// <summary>Entries: how many rows the month had when it was looked at.</summary>
    public sealed record Input(string IdempotencyKey, [property: IdOf("mon")] Guid MonthId, int Entries) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (MonthId.Read(input.MonthId) is not { } month)
            {
                return PlatformErrors.NotFound.At("monthId");
            }

            if (!await db.CoversAll(actor, Capability.AssistanceClose, ct))
            {
                return PlatformErrors.Forbidden;
            }

            var now = clock.GetUtcNow();
            if (month >= now.MonthInChina())
            {
                return AssistanceErrors.MonthNotOver;
            }

            await db.TakeHead(ct);
            var known = await db.Months.SingleOrDefaultAsync(m => m.MonthNumber == month.Number, ct);
            if (known is null)
            {
                known = new LedgerMonth { MonthNumber = month.Number };
                db.Months.Add(known);
            }

            var entries = await db.EntriesIn(month, ct);
            if (known.State != MonthState.Closed && entries != input.Entries)
            {
                return AssistanceErrors.FiguresMoved(entries);
            }

            return known.Sign(new(actor.Id, actor.Name), entries, now) is { Failed: true } refused ? refused.Error! : input.MonthId;
        }, ct);
    }
}
