using System.Globalization;
using System.Security.Cryptography;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Inspections;

/// <summary>省级抽查: draws the counties of the province's sample, once, by a seed that is typed or, left out, given. Anybody can draw them again and compare.</summary>
internal static class DrawCounties
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ins")] Guid InspectionId, int ExpectedVersion, int Count, string? Seed = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.Inspections.Include(i => i.Counties).FirstOrDefaultAsync(i => i.Id == input.InspectionId, ct) is not { } inspection)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            if (!actor.Supervises(await db.SceneOf(inspection.TaskId, now, ct)))
            {
                return PlatformErrors.Forbidden;
            }

            var seed = string.IsNullOrWhiteSpace(input.Seed) ? RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture) : input.Seed.Trim();
            if (Refused(input, inspection, seed) is { } refusal)
            {
                return refusal;
            }

            inspection.Draw(seed, input.Count, actor.Id, actor.Name, now);
            return inspection.Id;
        }, ct);

        private static Error? Refused(Input input, Inspection inspection, string seed) =>
            !inspection.OfProvince ? InspectionErrors.NoSample
            : inspection.Seed is not null ? InspectionErrors.DrawnAlready
            : inspection.Version != input.ExpectedVersion ? PlatformErrors.Stale(inspection.Version)
            : seed.Length > Inspection.SeedLength ? InspectionErrors.SeedLength
            : input.Count < 1 || input.Count > inspection.Counties.Count ? InspectionErrors.SampleSize(inspection.Counties.Count)
            : null;
    }
}
