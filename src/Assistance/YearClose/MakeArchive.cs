using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.YearClose;

/// <summary>The office has a closed year's archive made anew, when it came to nothing.</summary>
internal static class MakeArchive
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("yr")] Guid YearId) : IMutationInput;

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

            if (await db.YearClosings.AsNoTracking().Where(c => c.Year == year).Select(c => new { c.LastSequence, c.Entries }).SingleOrDefaultAsync(ct) is not { } closing)
            {
                return YearErrors.NotClosed;
            }

            var address = $"{year}";
            if (await db.LedgerExports.AnyAsync(e => e.Of == ExportOf.YearArchive && e.Address == address && e.State != ExportState.Failed, ct))
            {
                return YearErrors.ArchiveUnderWay;
            }

            db.LedgerExports.Add(YearArchive.Of(year, closing.LastSequence, closing.Entries, actor, clock.GetUtcNow()));
            return input.YearId;
        }, ct);
    }
}
