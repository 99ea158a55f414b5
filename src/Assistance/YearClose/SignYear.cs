using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.YearClose;

/// <summary>The office signs a year whose twelve months are closed (年度结账签字); a second person closes it.</summary>
internal static class SignYear
{
    /// <summary>Entries: how many rows the year had when it was looked at.</summary>
    public sealed record Input(string IdempotencyKey, [property: IdOf("yr")] Guid YearId, int Entries) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (YearId.Read(input.YearId) is not { } year)
            {
                return PlatformErrors.NotFound.At("yearId");
            }

            if (!await db.CoversAll(actor, Capability.AssistanceClose, ct))
            {
                return PlatformErrors.Forbidden;
            }

            var now = clock.GetUtcNow();
            if (year >= now.DayInChina().Year)
            {
                return YearErrors.NotOver;
            }

            await db.TakeHead(ct);
            var known = await db.Years.SingleOrDefaultAsync(y => y.Year == year, ct);
            if (known is null)
            {
                known = new LedgerYear { Year = year };
                db.Years.Add(known);
            }

            var entries = await db.LedgerTotals.AsNoTracking().OfYear(year).SumAsync(t => t.Rows, ct);
            if (known.State != MonthState.Closed)
            {
                if ((await db.OpenIn(year, ct)).FirstOrDefault(c => c.Blocks) is { } open)
                {
                    return YearErrors.StandsInTheWay(open);
                }

                if (entries != input.Entries)
                {
                    return YearErrors.FiguresMoved(entries);
                }
            }

            return known.Sign(new(actor.Id, actor.Name), entries, now) is { Failed: true } refused ? refused.Error! : input.YearId;
        }, ct);
    }
}
