using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Lists;

/// <summary>Keeps goods under a name for the unit, or writes a list anew.</summary>
internal static class SaveList
{
    // ListId: a new one when left out. Lines: what is usual of each.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("pul")] Guid? ListId, int? ExpectedVersion, [property: IdOf("ou")] Guid UnitId, string Name, IReadOnlyList<LineAsked> Lines) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (!actor.Can(Capability.OrderRequest, input.UnitId))
                {
                    return PlatformErrors.NotFound;
                }

                var now = clock.GetUtcNow();
                var list = new PurchaseList { Id = Guid.CreateVersion7(now), UnitId = input.UnitId };
                if (input.ListId is { } id)
                {
                    if (await db.PurchaseLists.Include(l => l.Lines).SingleOrDefaultAsync(l => l.Id == id && l.UnitId == input.UnitId, ct) is not { } known)
                    {
                        return PlatformErrors.NotFound;
                    }

                    if (known.Version != input.ExpectedVersion)
                    {
                        return PlatformErrors.Stale(known.Version);
                    }

                    // Also when nothing but its lines changes, and at the same moment: its version rises.
                    db.Entry(known).Property(l => l.SavedAt).IsModified = true;
                    list = known;
                }
                else
                {
                    db.PurchaseLists.Add(list);
                }

                var name = input.Name.Trim();
                if (await db.PurchaseLists.AnyAsync(l => l.UnitId == input.UnitId && l.Name == name && l.Id != list.Id, ct))
                {
                    return OrderingErrors.ListNameTaken(name);
                }

                var lines = await Read(input.Lines, now, ct);
                return lines.Error is { } wrong ? wrong
                    : list.Write(name, lines.Value, actor.Person(), now) is { Error: { } refused } ? refused
                    : list.Id;
            },
            ct);

        private async Task<Result<IReadOnlyList<PurchaseListLine>>> Read(IReadOnlyList<LineAsked> asked, DateTimeOffset now, CancellationToken ct)
        {
            Guid[] ids = [.. asked.Take(PurchaseList.MostLines + 1).Select(l => l.OfferId).Distinct()];
            var known = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
            var lines = new List<PurchaseListLine>();
            foreach (var (line, at) in asked.Take(PurchaseList.MostLines + 1).Select((l, i) => (l, i)))
            {
                if (!known.TryGetValue(line.OfferId, out var offer))
                {
                    return OrderingErrors.OfferUnknown.AtLine(at);
                }

                var quantity = line.Quantity.Read();
                if ((quantity.Error ?? offer.MayBeOrdered(quantity.Value).Error) is { } wrong)
                {
                    return wrong.AtLine(at);
                }

                lines.Add(new PurchaseListLine
                {
                    Id = Guid.CreateVersion7(now),
                    Position = at,
                    OfferId = offer.Id,
                    ProductName = offer.ProductName,
                    Milli = quantity.Value.Milli,
                    Unit = quantity.Value.Unit,
                });
            }

            return lines;
        }
    }
}
