using System.Text.Json.Serialization;
using Commerce.Contracts.Ordering;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Return;

/// <summary>Accepted goods go back; the total of this month falls, the month of acceptance stays as it was.</summary>
internal static class ReturnGoods
{
    public sealed record Line(
        [property: IdOf("pol")] Guid LineId, AskedQuantity? Gross, AskedQuantity? Tare, AskedQuantity Net, AskedQuantity? Rejected, string? Reason,
        AskedQuantity? Disputed = null,
        [property: IdOf("fil"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? PhotoIds = null);

    // Replace: the same goods are to come again (补货), at the agreed price.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("acc")] Guid AcceptanceId, IReadOnlyList<Line> Lines, string Reason,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Replace = null) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                var deliveryId = await db.Acceptances.Where(a => a.Id == input.AcceptanceId).Select(a => a.DeliveryId).SingleOrDefaultAsync(ct);
                if (await db.WithDelivery(actor, deliveryId, ct) is not { } order)
                {
                    return PlatformErrors.NotFound;
                }

                if (!(await db.MayAccept(actor, order.UnitId, ct)).May)
                {
                    return PlatformErrors.Forbidden;
                }

                var going = new List<(Guid, Quantity)>();
                foreach (var (line, at) in input.Lines.Select((l, i) => (l, i)))
                {
                    if (line.PhotoIds is { Count: > 0 })
                    {
                        return OrderingErrors.NoPhotosOfReturns.AtLine(at);
                    }

                    var net = line.Net.Read();
                    if (net.Error is { } wrong)
                    {
                        return wrong.AtLine(at);
                    }

                    going.Add((line.LineId, net.Value));
                }

                var now = clock.GetUtcNow();
                var number = await db.NextPaper("RT", now, ct);
                var before = order.Holdings;
                var acceptance = order.Acceptances.Single(a => a.Id == input.AcceptanceId);
                var back = order.Return(Guid.CreateVersion7(now), number, acceptance, going, input.Reason, input.Replace == true, actor.Person(), now);
                if (back.Error is { } refused)
                {
                    return refused;
                }

                if (await db.Carry(order, before, now, ct) is { Error: { } stuck })
                {
                    return stuck;
                }

                await db.GiveBackSurplus(order, $"退货 {number}", actor.Person(), now, ct);
                CountedLine[] counted =
                [
                    .. back.Value.Lines.Select(l => order.Lines.Single(o => o.Id == l.OrderLineId).Counted(l.Id, l.CountedLineId, -l.Milli, l.PostedFen)),
                ];
                var month = back.Value.CountedIn;
                var countsForName = await db.Units.Where(u => u.Id == order.CountsForUnitId).Select(u => u.Name).SingleOrDefaultAsync(ct) ?? "";
                await db.StateTotals(order, counted, month, now, ct);
                db.Publish(
                    new GoodsReturned(
                        back.Value.Id, number, acceptance.Id, order.Id, order.Number, order.UnitId, order.CountsForUnitId, countsForName,
                        GraphJson.EnumName(order.Purpose), input.Reason, now, month.ToString(), counted),
                    now);
                return order.Id;
            },
            ct);
    }
}
