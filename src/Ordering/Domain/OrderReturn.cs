using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Giving goods back.</summary>
internal sealed partial class Order
{
    /// <summary>Accepted goods go back: never more than is left of them. Asked to be replaced, they are due again in the same order.</summary>
    public Result<GoodsReturn> Return(
        Guid id, string number, Acceptance acceptance, IReadOnlyList<(Guid LineId, Quantity Quantity)> going, string reason, bool replace, Person who, DateTimeOffset now)
    {
        if (acceptance.State != AcceptanceState.Signed || acceptance.Corrected)
        {
            return OrderingErrors.NotReturnable(acceptance.Corrected);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return OrderingErrors.ReasonNeeded("reason");
        }

        if (replace && RestCancelled)
        {
            return OrderingErrors.NothingIsReplaced;
        }

        if (going.Count == 0)
        {
            return OrderingErrors.NoLines;
        }

        var goods = new GoodsReturn
        {
            Id = id,
            AcceptanceId = acceptance.Id,
            Number = number,
            ReturnedAt = now,
            ById = who.Id,
            ByName = who.Name,
            Reason = reason,
            CountedIn = now.MonthInChina(),
            Replace = replace,
        };
        foreach (var (back, at) in going.Select((b, i) => (b, i)))
        {
            if (acceptance.Lines.Find(l => l.OrderLineId == back.LineId) is not { } accepted || goods.Lines.Exists(l => l.OrderLineId == back.LineId))
            {
                return OrderingErrors.NoSuchLine.AtLine(at);
            }

            var line = Lines.Single(l => l.Id == accepted.OrderLineId);
            if (!back.Quantity.Unit.Counts(line.SettleUnit) || !back.Quantity.IsWhole())
            {
                return OrderingErrors.OtherDimension(line.ProductName, line.SettleUnit).AtLine(at);
            }

            var left = accepted.NetMilli - accepted.ReturnedMilli;
            if (back.Quantity.Milli <= 0 || back.Quantity.Milli > left)
            {
                return OrderingErrors.MoreThanAccepted(line.ProductName, new Quantity(left, line.SettleUnit)).AtLine(at);
            }

            // Decision 23: what is left is priced anew, so that a full return is exactly 0.00.
            var booked = line.AmountOf(left - back.Quantity.Milli);
            goods.Lines.Add(new GoodsReturnLine
            {
                Id = Guid.CreateVersion7(now),
                OrderLineId = line.Id,
                AcceptanceLineId = accepted.Id,
                CountedLineId = accepted.CountedLineId,
                Position = at,
                Milli = back.Quantity.Milli,
                Unit = back.Quantity.Unit,
                PostedFen = booked - accepted.BookedFen,
            });
            line.SettledFen += booked - accepted.BookedFen;
            line.ReturnedMilli += back.Quantity.Milli;
            accepted.BookedFen = booked;
            accepted.ReturnedMilli += back.Quantity.Milli;
            if (replace)
            {
                line.Replace(back.Quantity.Milli);
            }
        }

        goods.PostedFen = goods.Lines.Sum(l => l.PostedFen);
        Returns.Add(goods);
        Note(HistoryAction.Returned, who, now, $"{number}：{reason}{(replace ? "，请补货" : "")}");
        return goods;
    }
}
