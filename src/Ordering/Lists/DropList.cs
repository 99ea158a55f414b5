using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Lists;

/// <summary>Takes a list off the unit's lists. Orders made from it stay as they are.</summary>
internal static class DropList
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("pul")] Guid ListId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.PurchaseLists.Include(l => l.Lines).SingleOrDefaultAsync(l => l.Id == input.ListId, ct) is not { } list || !actor.Can(Capability.OrderRequest, list.UnitId))
                {
                    return PlatformErrors.NotFound;
                }

                if (list.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(list.Version);
                }

                db.PurchaseLists.Remove(list);
                return list.UnitId;
            },
            ct);
    }
}
