using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.YearClose;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Months;

/// <summary>The office opens a closed month again, with a reason. The closed version stays; the next closing makes another one beside it.</summary>
internal static class ReopenMonth
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("mon")] Guid MonthId, string Reason) : IMutationInput;

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

            if (input.Reason.Trim().Length is < 4 or > 400)
            {
                return AssistanceErrors.WhyReopen;
            }

            await db.TakeHead(ct);
            if (await db.Months.SingleOrDefaultAsync(m => m.MonthNumber == month.Number, ct) is not { } known)
            {
                return AssistanceErrors.NotClosed;
            }

            if (await db.IsClosed(month.Year, ct))
            {
                return YearErrors.MonthOfClosedYear(month.Year);
            }

            if (known.Reopen() is { Failed: true } refused)
            {
                return refused.Error!;
            }

            var now = clock.GetUtcNow();
            var reason = input.Reason.Trim();
            var version = await db.MonthVersions.Where(v => v.MonthNumber == known.MonthNumber && v.Number == known.Closings).Select(v => v.Id).SingleAsync(ct);
            db.MonthReopenings.Add(new MonthReopening { VersionId = version, ById = actor.Id, ByName = actor.Name, At = now, Reason = reason });
            db.Publish(new MonthReopened(month.ToString(), known.Closings, reason, now), now);
            return input.MonthId;
        }, ct);
    }
}
