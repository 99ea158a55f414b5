using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Filings;

/// <summary>The superior unit, then the office, agrees to a filing or sends it back with a reason.</summary>
internal static class DecideFiling
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("shf")] Guid FilingId, int ExpectedVersion, bool Agree, string? Reason = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var filing = await db.ShareFilings.Include(f => f.Versions).Include(f => f.Steps).SingleOrDefaultAsync(f => f.Id == input.FilingId, ct);
            if (filing is null || !actor.Can(Capability.AssistanceRead, filing.UnitId))
            {
                return PlatformErrors.NotFound;
            }

            if (filing.Latest is not { State: FilingState.Submitted or FilingState.Reviewed } waiting)
            {
                return FilingErrors.NotWaiting;
            }

            if (!(await FilingDesk.Open(db, actor, ct)).MayDecide(filing))
            {
                return PlatformErrors.Forbidden;
            }

            if (filing.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(filing.Version).At("expectedVersion");
            }

            db.Touch(filing);
            var now = clock.GetUtcNow();
            if (!input.Agree)
            {
                var reason = input.Reason?.Trim() ?? "";
                if (reason.Length is < 4 or > 400)
                {
                    return FilingErrors.WhySendBack;
                }

                filing.SendBack(actor.Id, actor.Name, now, reason);
                return filing.Id;
            }

            // The ratio, or another unit's filing, may have changed since it was handed in.
            if (await db.RefuseToFile(filing, ct) is { } wrong)
            {
                return wrong;
            }

            if (filing.Agree(actor.Id, actor.Name, now) is { Error: { } refused })
            {
                return refused;
            }

            if (waiting.State == FilingState.Approved)
            {
                await db.CommitmentOf(filing.Year, filing.UnitId, now, ct, CommitmentScope.ReservedShare_832);
            }

            return filing.Id;
        }, ct);
    }
}
