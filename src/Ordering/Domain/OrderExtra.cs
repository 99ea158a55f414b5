using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Over-delivery: more than the tolerance allows is taken in only when an approver agreed to it, and more than the budget has left only when its keeper added to it.</summary>
internal sealed partial class Order
{
    /// <summary>Agrees to more of a line than was ordered, beyond the tolerance; a new word takes the place of the one before, and 0 takes it back.</summary>
    public Result AllowMore(Guid lineId, Quantity more, string reason, Person who, DateTimeOffset now)
    {
        if (Stage != OrderStage.Confirmed)
        {
            return OrderingErrors.NoMoreAllowed;
        }

        if (IsOrderer(who.Id))
        {
            return OrderingErrors.ApproverConflict;
        }

        if (Lines.Find(l => l.Id == lineId) is not { } line)
        {
            return OrderingErrors.NoSuchLine.At("lineId");
        }

        if (line.Closed)
        {
            return OrderingErrors.NoMoreAllowed;
        }

        if (!more.Unit.Counts(line.SettleUnit) || !more.IsWhole())
        {
            return OrderingErrors.OtherDimension(line.ProductName, line.SettleUnit).At("more");
        }

        if (more.Milli < 0 || more.Milli > line.ExpectedMilli)
        {
            return OrderingErrors.MoreThanTwice(line.ProductName, new Quantity(line.ExpectedMilli, line.SettleUnit));
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestNote)
        {
            return OrderingErrors.ReasonNeeded("reason");
        }

        line.AllowedExtraMilli = more.Milli;
        Note(HistoryAction.AllowedMore, who, now, $"{line.ProductName} {new Quantity(more.Milli, line.SettleUnit)}：{reason.Trim()}");
        return Result.Done;
    }

    /// <summary>The budget that pays for it is raised, because more arrived than it has left; the caller raises it.</summary>
    public Result AddToBudget(long fen, string reason, Person who, DateTimeOffset now)
    {
        if (Stage != OrderStage.Confirmed || Budget.FundOf(Purpose) is null || BudgetYear is null)
        {
            return OrderingErrors.NothingToAddTo;
        }

        if (IsOrderer(who.Id))
        {
            return OrderingErrors.ApproverConflict;
        }

        if (fen <= 0)
        {
            return OrderingErrors.AddedAmountWrong.At("amount");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestNote)
        {
            return OrderingErrors.ReasonNeeded("reason");
        }

        Tell(HistoryAction.BudgetAdded, who, now, $"{Money.FromFen(fen)} 元：{reason.Trim()}");
        return Result.Done;
    }
}
