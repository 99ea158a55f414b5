using Commerce.Contracts.Ordering;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Dispatch;

/// <summary>Sends goods, maybe a part, in batches; stock falls.</summary>
internal static class DispatchDelivery
{
    public sealed record Line([property: IdOf("pol")] Guid LineId, AskedQuantity Quantity, string? Batch, DateOnly? ProducedOn, DateOnly? ExpiresOn, [property: IdOf("bat")] Guid? BatchId = null);

    public sealed record Input(string IdempotencyKey, [property: IdOf("po")] Guid OrderId, int ExpectedVersion, IReadOnlyList<Line> Lines, [property: IdOf("dst")] Guid? StationId = null) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Orders.VisibleTo(actor).Include(o => o.Lines.OrderBy(l => l.Position)).SingleOrDefaultAsync(o => o.Id == input.OrderId, ct) is not { } order)
                {
                    return PlatformErrors.NotFound;
                }

                if (!actor.Can(Capability.OrderSupply, order.SupplyUnitId))
                {
                    return PlatformErrors.Forbidden;
                }

                if (order.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(order.Version);
                }

                var through = input.StationId is { } station
                    ? await db.Stations.AsNoTracking().SingleOrDefaultAsync(s => s.Id == station && s.SupplyUnitId == order.SupplyUnitId && !s.Closed, ct)
                    : null;
                if (input.StationId is not null && through is null)
                {
                    return OrderingErrors.NoSuchStation;
                }

                var batches = new List<BatchSent>();
                foreach (var (line, at) in input.Lines.Select((l, i) => (l, i)))
                {
                    var quantity = line.Quantity.Read();
                    if (quantity.Error is { } wrong)
                    {
                        return wrong.AtLine(at);
                    }

                    var sending = new BatchSent(line.LineId, quantity.Value, line.Batch, line.ProducedOn, line.ExpiresOn);
                    if (line.BatchId is { } chosen)
                    {
                        var known = await db.BatchToSend(order.Lines.Find(l => l.Id == line.LineId), chosen, ct);
                        if (known.Error is { } none)
                        {
                            return none.AtLine(at);
                        }

                        sending = sending with { BatchId = chosen, Batch = known.Value.Number, ProducedOn = known.Value.MadeOn, ExpiresOn = known.Value.ExpiresOn };
                    }

                    batches.Add(sending);
                }

                var now = clock.GetUtcNow();
                var going = order.Lines.Where(l => batches.Exists(b => b.LineId == l.Id)).ToList();
                if (await db.MaySupply(going, now, ct) is { Error: { } suspended })
                {
                    return suspended;
                }

                if (await db.HasPapers(going, now.DayInChina(), ct) is { Error: { } lapsed })
                {
                    return lapsed;
                }

                var number = await db.NextPaper("DN", now, ct);
                var before = order.Holdings;
                var sent = order.Dispatch(Guid.CreateVersion7(now), number, batches, await db.ActsOnBehalfAs(actor, ct), through, actor.Person(), now);
                if (sent.Error is { } refused)
                {
                    return refused;
                }

                var leaving = sent.Value.Lines.GroupBy(l => order.Lines.Single(o => o.Id == l.OrderLineId).OfferId).ToDictionary(g => g.Key, g => g.Sum(l => l.Milli));
                if (await db.Carry(order, before, leaving, now, ct) is { Error: { } missing })
                {
                    return missing;
                }

                foreach (var (offer, milli) in leaving)
                {
                    db.StockMovements.Add(new StockMovement
                    {
                        OfferId = offer,
                        DeltaMilli = -milli,
                        Reason = $"发货 {number}",
                        Kind = MovementKind.Sold,
                        DeliveryId = sent.Value.Id,
                        ById = actor.Id,
                        ByName = actor.Name,
                        At = now,
                    });
                }

                db.Publish(new DeliveryDispatched(sent.Value.Id, number, order.Id, order.UnitId, now), now);
                return sent.Value.Id;
            },
            ct);
    }
}
