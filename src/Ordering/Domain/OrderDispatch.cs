using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Sending goods.</summary>
internal sealed partial class Order
{
    /// <summary>Sends a part of what is due, in batches.</summary>
    public Result<Delivery> Dispatch(Guid id, string number, IReadOnlyList<BatchSent> batches, string? onBehalf, DeliveryStation? through, Person who, DateTimeOffset now)
    {
        if (!CanDispatch)
        {
            return OrderingErrors.NotDispatchable(Status);
        }

        if (batches.Count == 0)
        {
            return OrderingErrors.NoLines;
        }

        var delivery = new Delivery
        {
            Id = id,
            Number = number,
            DispatchedAt = now,
            DispatchedById = who.Id,
            DispatchedByName = who.Name,
            OnBehalf = onBehalf,
            Station = through?.Name,
            ExpectedOn = through is null ? null : now.DayInChina().AddDays(through.Days),
        };
        foreach (var (batch, at) in batches.Select((b, i) => (b, i)))
        {
            if (Lines.Find(l => l.Id == batch.LineId) is not { } line)
            {
                return OrderingErrors.NoSuchLine.AtLine(at);
            }

            if (!batch.Quantity.Unit.Counts(line.SoldBy) || !batch.Quantity.IsWhole())
            {
                return OrderingErrors.OtherDimension(line.ProductName, line.SoldBy).AtLine(at);
            }

            if (batch.Quantity.Milli <= 0)
            {
                return OrderingErrors.NotPositive.AtLine(at);
            }

            if (batch.ExpiresOn < batch.ProducedOn || batch.ProducedOn > now.DayInChina() || batch.ExpiresOn < now.DayInChina())
            {
                return OrderingErrors.WrongDates(line.ProductName).AtLine(at);
            }

            var sent = line.ToSettle(batch.Quantity.Milli);
            if (line.Closed || line.AcceptedMilli + line.DisputedMilli + line.InTransitMilli + line.CancelledMilli + sent > line.DueMilli + line.ToleranceMilli)
            {
                return OrderingErrors.MoreThanDue(line.ProductName, new Quantity(line.UndispatchedMilli, line.SettleUnit)).AtLine(at);
            }

            line.ReservedMilli -= Math.Min(line.ReservedMilli, batch.Quantity.Milli);
            line.InTransitMilli += sent;
            line.DispatchedMilli += sent;
            delivery.Lines.Add(new DeliveryLine
            {
                Id = Guid.CreateVersion7(now),
                OrderLineId = line.Id,
                Position = at,
                Milli = batch.Quantity.Milli,
                Unit = batch.Quantity.Unit,
                Batch = batch.Batch,
                BatchId = batch.BatchId,
                ProducedOn = batch.ProducedOn,
                ExpiresOn = batch.ExpiresOn,
            });
        }

        Deliveries.Add(delivery);
        Note(HistoryAction.Dispatched, who, now, onBehalf is null ? number : $"{number}，{onBehalf}代办");
        return delivery;
    }
}
