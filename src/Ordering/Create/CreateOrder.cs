using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Create;

/// <summary>Drafts an order, or hands it in at once.</summary>
internal static class CreateOrder
{
    // CountsForUnitId: the unit itself when left out.
    // CopyFrom: its lines come first, at today's prices.
    // WindowId: only its goods, at its prices, while it is open.
    // Procurement: asked for on submitting at or above the limit.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, [property: IdOf("cnt")] Guid? CanteenId, PurchasePurpose Purpose,
        IReadOnlyList<LineAsked> Lines, [property: IdOf("ou")] Guid? CountsForUnitId, [property: IdOf("po")] Guid? CopyFrom, bool? Submit,
        [property: IdOf("win")] Guid? WindowId = null, Procurement? Procurement = null) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (!actor.Can(Capability.OrderRequest, input.UnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                var now = clock.GetUtcNow();
                var countsFor = input.CountsForUnitId ?? input.UnitId;
                var today = now.DayInChina();
                if (countsFor != input.UnitId && !await db.Units.AnyAsync(u => u.Id == countsFor && (u.ValidTo == null || u.ValidTo > today), ct))
                {
                    return OrderingErrors.NoSuchUnit;
                }

                var buys = await db.MayBuy(actor.Id, actor.UnitIds.Count > 0 ? actor.UnitIds[0] : null, input.UnitId, countsFor, input.Purpose, today, ct);
                if (buys.Error is { } mayNot)
                {
                    return mayNot;
                }

                if (input.CanteenId is { } canteen && !await Serves(canteen, input.UnitId, countsFor, ct))
                {
                    return OrderingErrors.CanteenDoesNotServe;
                }

                if (input.WindowId is { } window && await Joins(window, now, ct) is { Error: { } shut })
                {
                    return shut;
                }

                var asked = await Copied(input, ct);
                if (asked.Error is { } unseen)
                {
                    return unseen;
                }

                var terms = await db.Terms(asked.Value, input.WindowId, now, ct);
                if (terms.Error is { } refused)
                {
                    return refused;
                }

                var (number, serial) = await db.NextOrder(now, ct);
                var order = new Order
                {
                    Id = Guid.CreateVersion7(now),
                    Number = number,
                    Serial = serial,
                    Purpose = input.Purpose,
                    UnitId = input.UnitId,
                    CountsForUnitId = countsFor,
                    CanteenId = input.CanteenId,
                    WindowId = input.WindowId,
                    Contractor = buys.Value,
                    RequestedById = actor.Id,
                    RequestedByName = actor.Name,
                    CreatedAt = now,
                };
                _ = order.Write(terms.Value.Lines, terms.Value.SupplyUnitId, actor.Person(), now);
                db.Orders.Add(order);
                return input.Submit == true && await db.Submit(order, terms.Value.Known, input.Procurement, actor.Person(), now, ct) is { Error: { } notSubmitted } ? notSubmitted : order.Id;
            },
            ct);

        private Task<bool> Serves(Guid canteen, Guid unit, Guid countsFor, CancellationToken ct) =>
            db.Canteens.AnyAsync(c => c.Id == canteen && (c.UnitId == unit || c.Served.Any(s => s.UnitId == unit || s.UnitId == countsFor)), ct);

        private async Task<Result> Joins(Guid windowId, DateTimeOffset now, CancellationToken ct) =>
            await db.Windows.AsNoTracking().SingleOrDefaultAsync(w => w.Id == windowId, ct) is not { } window ? PlatformErrors.NotFound
            : window.IsOpen(now) ? Result.Done
            : OrderingErrors.WindowClosed(window.Name);

        private async Task<Result<IReadOnlyList<LineAsked>>> Copied(Input input, CancellationToken ct)
        {
            if (input.CopyFrom is not { } from)
            {
                return new List<LineAsked>(input.Lines);
            }

            var lines = await db.Orders.AsNoTracking().VisibleTo(actor).Where(o => o.Id == from).SelectMany(o => o.Lines).OrderBy(l => l.Position)
                .Select(l => new { l.OfferId, l.OrderedMilli, l.OrderedUnit }).ToListAsync(ct);
            return lines.Count == 0
                ? PlatformErrors.NotFound
                : new List<LineAsked>(
                    [.. lines.Select(l => new LineAsked(l.OfferId, new AskedQuantity(new Quantity(l.OrderedMilli, l.OrderedUnit).Value, l.OrderedUnit))), .. input.Lines]);
        }
    }
}
