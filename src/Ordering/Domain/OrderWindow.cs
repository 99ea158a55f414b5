using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Where a window stands; what the clock alone decides isn't stored.</summary>
internal enum WindowStage
{
    /// <summary>Announced: units may order between opening and the last day.</summary>
    Announced,

    /// <summary>No more orders; enough came together.</summary>
    Closed,

    /// <summary>Not enough came together: everything was released.</summary>
    NotReached,

    /// <summary>The supplier agreed to the approved orders.</summary>
    Confirmed,
}

/// <summary>征订: for some days the work team offers a village's goods to all units, so that together they fill a truck.</summary>
/// <remarks>What a unit wants stands in an order of its own, with its budget, its approval and later its acceptance; the window only binds them together.</remarks>
internal sealed class OrderWindow : IVersioned
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required string Name { get; init; }

    /// <summary>Who confirms and dispatches, for villagers usually the work team.</summary>
    public required Guid SupplyUnitId { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The end of the last day, China time.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    public required DateOnly DeliverOn { get; init; }

    public required DateOnly DeliverUntil { get; init; }

    /// <summary>What has to come together for a truck (起运金额); 0 when any order is delivered.</summary>
    public required long MinimumFen { get; init; }

    public required bool Sample { get; init; }

    public required string OpenedByName { get; init; }

    public WindowStage Stage { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>How often an order was handed in here. Raised under the condition that the window is open, so that handing in and closing can't pass each other.</summary>
    public int Submissions { get; set; }

    public List<WindowGoods> Goods { get; } = [];

    /// <summary>The last day on which units may order, China time.</summary>
    public DateOnly LastDay => ClosesAt.DayInChina().AddDays(-1);

    /// <summary>May be ordered from now.</summary>
    public bool IsOpen(DateTimeOffset now) => Stage == WindowStage.Announced && OpensAt <= now && now < ClosesAt;

    /// <summary>Ends the ordering. What came together decides what follows.</summary>
    /// <param name="reachedFen">Estimated amount of the orders handed in and not given up.</param>
    /// <param name="now">Server time.</param>
    public Result Close(long reachedFen, DateTimeOffset now)
    {
        if (Stage != WindowStage.Announced)
        {
            return OrderingErrors.WindowNotOpen(Name);
        }

        Stage = reachedFen > 0 && reachedFen >= MinimumFen ? WindowStage.Closed : WindowStage.NotReached;
        ClosedAt = now;
        return Result.Done;
    }

    /// <summary>The supplier takes the approved orders on.</summary>
    public Result Confirm()
    {
        if (Stage != WindowStage.Closed)
        {
            return OrderingErrors.WindowNotClosed(Name);
        }

        Stage = WindowStage.Confirmed;
        return Result.Done;
    }
}

/// <summary>Goods of a window at the window's price, which is never above the offer's.</summary>
internal sealed class WindowGoods
{
    public Guid WindowId { get; init; }

    public required int Position { get; init; }

    public required Guid OfferId { get; init; }

    public required string ProductName { get; init; }

    public required string Specification { get; init; }

    public required Guid ProducerId { get; init; }

    public required Guid VariantId { get; init; }

    public required Guid? VillageId { get; init; }

    public required long PriceTenThousandths { get; init; }

    public required MeasureUnit PricedBy { get; init; }

    public UnitPrice Price => new(PriceTenThousandths, PricedBy);
}
