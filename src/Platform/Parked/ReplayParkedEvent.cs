using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Parked;

/// <summary>A person has a parked event tried again, at once and then by itself.</summary>
internal static class ParkedEventReplay
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("pev")] Guid EventId) : IMutationInput;

    internal sealed class Handler(PlatformDbContext db, Once once, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async Task<Result<Guid>> () =>
            {
                if (await db.Parked.StillParked().FirstOrDefaultAsync(p => p.Id == input.EventId, ct) is not { } parked)
                {
                    return PlatformErrors.NotFound;
                }

                parked.Waiting = true;
                parked.NextTryAt = clock.GetUtcNow();
                return parked.Id;
            },
            ct);
    }
}
