using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Parked;

/// <summary>A person puts a parked event aside for good: it must not be taken in, and no longer keeps the totals from being called reconciled.</summary>
internal static class DismissParkedEvent
{
    public const int LongestReason = 500;

    public sealed record Input(string IdempotencyKey, [property: IdOf("pev")] Guid EventId, string Reason) : IMutationInput;

    internal sealed class Handler(PlatformDbContext db, Once once, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async Task<Result<Guid>> () =>
            {
                var reason = input.Reason.Trim();
                if (await db.Parked.StillParked().FirstOrDefaultAsync(p => p.Id == input.EventId, ct) is not { } parked)
                {
                    return PlatformErrors.NotFound;
                }

                if (reason.Length is 0 or > LongestReason)
                {
                    return PlatformErrors.DismissReason;
                }

                (parked.DismissedAt, parked.DismissReason, parked.Waiting) = (clock.GetUtcNow(), reason, false);
                return parked.Id;
            },
            ct);
    }
}
