using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>Kinds of points of sale.</summary>
internal enum OutletKind
{
    /// <summary>专柜.</summary>
    SpecialtyCounter,

    /// <summary>吉高易联超市.</summary>
    OwnStore,

    /// <summary>自助屏.</summary>
    Kiosk,

    /// <summary>Where canteens and unions are supplied from.</summary>
    CanteenSupply,

    Online,
}

/// <summary>A point of sale; at a service area one per carriageway side. Whether it works (营业) is a dated statement with its reason.</summary>
internal sealed class Outlet : IVersioned, ICatalogueFact
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required OutletKind Kind { get; init; }

    public string? Direction { get; set; }

    public Guid? ServiceAreaId { get; init; }

    /// <summary>The unit that runs it and says whether it works.</summary>
    public required Guid OperatorUnitId { get; set; }

    public bool Working { get; private set; }

    /// <summary>The day in China from which it has been so; null when it has never opened.</summary>
    public DateOnly? Since { get; private set; }

    public bool Sample { get; init; }

    public int Version { get; set; }

    /// <summary>In the order in which they were stated.</summary>
    public List<OutletState> States { get; init; } = [];

    /// <summary>Points of sale for travellers open and close. A supply point or an online shop has nobody at a counter: there offers are withdrawn.</summary>
    public bool Opens => Kind is OutletKind.SpecialtyCounter or OutletKind.OwnStore or OutletKind.Kiosk;

    /// <summary>States that it works, or no longer works, from a day on.</summary>
    /// <param name="expectedVersion">What the caller has seen.</param>
    /// <param name="working">Opened or closed.</param>
    /// <param name="on">From which day: today or earlier, and not before the last statement. It is a record of what happened, not a plan.</param>
    /// <param name="reason">Why, 1 to 200 characters.</param>
    /// <param name="now">Server time.</param>
    public Result State(int expectedVersion, bool working, DateOnly on, string reason, DateTimeOffset now)
    {
        if (expectedVersion != Version)
        {
            return PlatformErrors.Stale(Version);
        }

        if (!Opens)
        {
            return CatalogErrors.NothingToOpen;
        }

        if (reason.Trim().Length is 0 or > 200)
        {
            return CatalogErrors.StateReasonShape;
        }

        if (on > now.DayInChina())
        {
            return CatalogErrors.StateAhead;
        }

        if (on < Since)
        {
            return CatalogErrors.StateBeforeTheLast(Since.Value);
        }

        if (working == Working)
        {
            return working ? CatalogErrors.AlreadyOpen : CatalogErrors.NotOpen;
        }

        Working = working;
        Since = on;
        States.Add(new OutletState { Id = Guid.CreateVersion7(now), OutletId = Id, Working = working, From = on, Reason = reason.Trim(), StatedAt = now });
        return Result.Done;
    }
}

/// <summary>From a day on it works, or no longer works.</summary>
internal sealed class OutletState : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required Guid OutletId { get; init; }

    public required bool Working { get; init; }

    public required DateOnly From { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset StatedAt { get; init; }
}
