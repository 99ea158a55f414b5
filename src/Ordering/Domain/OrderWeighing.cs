using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Taking goods in by weight: the first signature, the second, or sending the slip back.</summary>
internal sealed partial class Order
{
    /// <summary>The first signature: what the scales say of a delivery. Corrects a signed acceptance, or stands in the place of an unsigned one.</summary>
    public Result<Acceptance> Weigh(
        Guid id, string number, Delivery delivery, Guid? correctsId, IReadOnlyList<Weighed> weighed, string? onBehalfOf, Person who, DateTimeOffset now)
    {
        if (IsOrderer(who.Id))
        {
            return OrderingErrors.OrdererSigns;
        }

        if (weighed.Count == 0)
        {
            return OrderingErrors.NoLines;
        }

        var current = Acceptances.Find(a => a.DeliveryId == delivery.Id && a.State == AcceptanceState.Open)
            ?? Acceptances.Find(a => a.DeliveryId == delivery.Id && a.State == AcceptanceState.Signed && !a.Corrected);
        if (current?.Id != correctsId)
        {
            return current is null ? OrderingErrors.NotTheNewestAcceptance : OrderingErrors.AlreadyWeighed(current.Number, current.State == AcceptanceState.Signed);
        }

        var corrected = current?.State == AcceptanceState.Signed ? current.Id : current?.CorrectsId;
        if (Lines.Where(l => delivery.Dispatched(l) > 0 && weighed.All(w => w.LineId != l.Id)).Select(l => l.ProductName).FirstOrDefault() is { } missing && corrected is null)
        {
            return OrderingErrors.LineNotWeighed(missing);
        }

        var acceptance = new Acceptance
        {
            Id = id,
            DeliveryId = delivery.Id,
            Number = number,
            RecordedAt = now,
            CorrectsId = corrected,
            ReplacesId = current?.State == AcceptanceState.Open ? current.Id : null,
            FirstSignerId = who.Id,
        };
        foreach (var (w, at) in weighed.Select((w, i) => (w, i)))
        {
            if (Lines.Find(l => l.Id == w.LineId) is not { } line || delivery.Dispatched(line) == 0 || weighed.Take(at).Any(other => other.LineId == w.LineId))
            {
                return OrderingErrors.NoSuchLine.AtLine(at);
            }

            if (Scales(w, line).Error is { } wrong)
            {
                return wrong.AtLine(at);
            }

            if (w.Photos.Count > AcceptancePhoto.Most)
            {
                return OrderingErrors.TooManyPhotos(line.ProductName).AtLine(at);
            }

            var weighing = new AcceptanceLine
            {
                Id = Guid.CreateVersion7(now),
                OrderLineId = line.Id,
                Position = at,
                GrossMilli = w.Gross?.Milli,
                GrossUnit = w.Gross?.Unit,
                TareMilli = w.Tare?.Milli,
                TareUnit = w.Tare?.Unit,
                NetMilli = w.Net.Milli,
                NetUnit = w.Net.Unit,
                RejectedMilli = w.Rejected?.Milli ?? 0,
                RejectedUnit = w.Rejected?.Unit,
                DisputedMilli = w.Disputed?.Milli ?? 0,
                Reason = w.Reason,
            };
            weighing.Photos.AddRange(w.Photos.Select((file, n) => new AcceptancePhoto { FileId = file, AcceptanceLineId = weighing.Id, Position = n }));
            acceptance.Lines.Add(weighing);
        }

        // A correction that names only some lines leaves the others as they were, so that each acceptance is whole.
        foreach (var old in (Acceptances.Find(a => a.Id == corrected)?.Lines ?? []).Where(o => weighed.All(w => w.LineId != o.OrderLineId)))
        {
            acceptance.Lines.Add(new AcceptanceLine
            {
                Id = Guid.CreateVersion7(now),
                OrderLineId = old.OrderLineId,
                Position = acceptance.Lines.Count,
                GrossMilli = old.GrossMilli,
                GrossUnit = old.GrossUnit,
                TareMilli = old.TareMilli,
                TareUnit = old.TareUnit,
                NetMilli = old.NetMilli,
                NetUnit = old.NetUnit,
                RejectedMilli = old.RejectedMilli,
                RejectedUnit = old.RejectedUnit,
                DisputedMilli = old.DisputedMilli,
                Reason = old.Reason,
            });
        }

        if (WithinTolerance(acceptance, delivery).Error is { } tooMuch)
        {
            return tooMuch;
        }

        if (current?.State == AcceptanceState.Open)
        {
            current.State = AcceptanceState.Replaced;
        }

        acceptance.Signatures.Add(new Signature
        {
            AcceptanceId = id,
            Position = 1,
            ById = who.Id,
            ByName = who.Name,
            SignedAt = now,
            RecordedAt = now,
            OnBehalfOf = onBehalfOf,
        });
        Acceptances.Add(acceptance);
        delivery.State = DeliveryState.Weighed;
        delivery.WeighedById = who.Id;
        Note(current is null ? HistoryAction.Weighed : HistoryAction.WeighedAgain, who, now, number);
        return acceptance;
    }

    /// <summary>The second signature, by a second person: now it counts.</summary>
    public Result Sign(Acceptance acceptance, Delivery delivery, string? onBehalfOf, DateTimeOffset signedAt, Person who, DateTimeOffset now, int paymentTermDays)
    {
        if (acceptance.State != AcceptanceState.Open)
        {
            return OrderingErrors.NotSignable(acceptance.State);
        }

        if (who.Id == acceptance.FirstSignerId)
        {
            return OrderingErrors.SamePerson;
        }

        if (IsOrderer(who.Id))
        {
            return OrderingErrors.OrdererSigns;
        }

        if (signedAt > now)
        {
            return OrderingErrors.SignedInTheFuture;
        }

        if (WithinTolerance(acceptance, delivery).Error is { } tooMuch)
        {
            return tooMuch;
        }

        var corrected = Acceptances.Find(a => a.Id == acceptance.CorrectsId);
        foreach (var weighed in acceptance.Lines)
        {
            var line = Lines.Single(l => l.Id == weighed.OrderLineId);
            var before = corrected?.Lines.Single(l => l.OrderLineId == line.Id);
            if (weighed.NetMilli < before?.ReturnedMilli)
            {
                return OrderingErrors.BelowReturned(line.ProductName, new Quantity(before.ReturnedMilli, line.SettleUnit));
            }

            weighed.ReturnedMilli = before?.ReturnedMilli ?? 0;
            weighed.BookedFen = line.AmountOf(weighed.NetMilli - weighed.ReturnedMilli);
            weighed.PostedFen = weighed.BookedFen - (before?.BookedFen ?? 0);
            weighed.PostedMilli = weighed.NetMilli - (before?.NetMilli ?? 0);
            weighed.CountedLineId = weighed.PostedMilli != 0 || weighed.PostedFen != 0 ? weighed.Id : before?.CountedLineId;
            line.AcceptedMilli += weighed.PostedMilli;
            line.RejectedMilli += weighed.RejectedMilli - (before?.RejectedMilli ?? 0);
            line.DisputedMilli += weighed.DisputedMilli - (before?.DisputedMilli ?? 0);
            line.SettledFen += weighed.PostedFen;
            if (corrected is null)
            {
                line.InTransitMilli -= delivery.Dispatched(line);
                line.Replacing = false;
            }

            line.CloseIfDone(RestCancelled);
        }

        if (corrected is not null)
        {
            corrected.Corrected = true;
        }

        acceptance.State = AcceptanceState.Signed;
        acceptance.AcceptedAt = now;
        acceptance.CountedIn = now.MonthInChina();
        acceptance.DueOn = corrected?.DueOn ?? now.DayInChina().AddDays(paymentTermDays);
        acceptance.PostedFen = acceptance.Lines.Sum(l => l.PostedFen);
        acceptance.Signatures.Add(new Signature
        {
            AcceptanceId = acceptance.Id,
            Position = 2,
            ById = who.Id,
            ByName = who.Name,
            SignedAt = signedAt,
            RecordedAt = now,
            OnBehalfOf = onBehalfOf,
        });
        delivery.State = DeliveryState.Accepted;
        delivery.WeighedById = null;
        HasSettled = true;
        DueOn = DueOn < acceptance.DueOn ? DueOn : acceptance.DueOn;
        Note(corrected is null ? HistoryAction.Accepted : HistoryAction.Corrected, who, now, acceptance.Number);
        return Result.Done;
    }

    /// <summary>What was weighed isn't signed but sent back, with a reason: nothing counts, the delivery waits to be weighed again.</summary>
    public Result SendBack(Acceptance acceptance, Delivery delivery, string reason, Person who, DateTimeOffset now)
    {
        if (acceptance.State != AcceptanceState.Open)
        {
            return OrderingErrors.NotSignable(acceptance.State);
        }

        if (IsOrderer(who.Id))
        {
            return OrderingErrors.OrdererSigns;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return OrderingErrors.ReasonNeeded("reason");
        }

        acceptance.State = AcceptanceState.SentBack;
        delivery.State = acceptance.CorrectsId is null ? DeliveryState.InTransit : DeliveryState.Accepted;
        delivery.WeighedById = null;
        Note(HistoryAction.WeighingSentBack, who, now, $"{acceptance.Number}：{reason}");
        return Result.Done;
    }

    private static Result Scales(Weighed w, OrderLine line)
    {
        Quantity?[] given = [w.Gross, w.Tare, w.Net, w.Rejected, w.Disputed];
        if (given.Any(q => q is { } g && (!g.Unit.Counts(line.SettleUnit) || !g.IsWhole())))
        {
            return OrderingErrors.OtherDimension(line.ProductName, line.SettleUnit);
        }

        if (given.Any(q => q?.Milli < 0))
        {
            return OrderingErrors.NegativeWeight;
        }

        var aside = (w.Rejected?.Milli ?? 0) + (w.Disputed?.Milli ?? 0);
        if (aside > 0 && string.IsNullOrWhiteSpace(w.Reason))
        {
            return OrderingErrors.ReasonNeeded("reason");
        }

        if (w.Gross is null && w.Tare is null)
        {
            return Result.Done;
        }

        var scales = (w.Gross?.Milli ?? 0) - (w.Tare?.Milli ?? 0);
        return w.Gross is not null && (scales == w.Net.Milli || scales == w.Net.Milli + aside) ? Result.Done : OrderingErrors.ScalesDoNotAddUp(line.ProductName);
    }

    private Result WithinTolerance(Acceptance acceptance, Delivery delivery)
    {
        var corrected = Acceptances.Find(a => a.Id == acceptance.CorrectsId);
        foreach (var weighed in acceptance.Lines)
        {
            var line = Lines.Single(l => l.Id == weighed.OrderLineId);
            var arrived = weighed.NetMilli + weighed.RejectedMilli + weighed.DisputedMilli;
            var before = corrected?.Lines.Single(l => l.OrderLineId == line.Id).NetMilli ?? 0;
            var mayArrive = line.MayArrive(delivery.Dispatched(line), before);
            if (arrived > mayArrive)
            {
                return OrderingErrors.OutOfTolerance(line.ProductName, new Quantity(arrived, line.SettleUnit), new Quantity(Math.Max(0, mayArrive), line.SettleUnit));
            }
        }

        return Result.Done;
    }
}
