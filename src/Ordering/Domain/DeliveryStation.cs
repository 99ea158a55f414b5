using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Where a station lies in the rural delivery network (农村三级物流).</summary>
internal enum StationTier
{
    /// <summary>村级服务点.</summary>
    VillagePoint,

    /// <summary>乡镇站.</summary>
    TownshipStation,

    /// <summary>县级中心.</summary>
    CountyCentre,
}

/// <summary>配送站点: how goods get from the village to the unit, in how many days and for how much.</summary>
internal sealed class DeliveryStation : IVersioned
{
    /// <summary>The longest name or place.</summary>
    public const int LongestText = 100;

    private const int MostDays = 30;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    /// <summary>Who sends through it and keeps it up to date.</summary>
    public required Guid SupplyUnitId { get; init; }

    public StationTier Tier { get; set; }

    public string Name { get; set; } = "";

    public string Place { get; set; } = "";

    /// <summary>From dispatch to arrival.</summary>
    public int Days { get; set; }

    /// <summary>Per delivery.</summary>
    public long CostFen { get; set; }

    /// <summary>客货同站: goods go with the bus.</summary>
    public bool WithBus { get; set; }

    /// <summary>Not used any more; old papers keep its name.</summary>
    public bool Closed { get; set; }

    /// <summary>Writes it down.</summary>
    public Result Write(StationTier tier, string name, string place, int days, long costFen, bool withBus, bool closed)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestText)
        {
            return OrderingErrors.StationTextWrong("name", LongestText);
        }

        if (string.IsNullOrWhiteSpace(place) || place.Length > LongestText)
        {
            return OrderingErrors.StationTextWrong("place", LongestText);
        }

        if (days is < 0 or > MostDays)
        {
            return OrderingErrors.StationDaysWrong(MostDays);
        }

        (Tier, Name, Place, Days, CostFen, WithBus, Closed) = (tier, name.Trim(), place.Trim(), days, costFen, withBus, closed);
        return Result.Done;
    }
}

/// <summary>The tiers, for people.</summary>
internal static class StationTiers
{
    public static string Text(this StationTier tier, bool chinese) => tier switch
    {
        StationTier.VillagePoint => chinese ? "村级服务点" : "village point",
        StationTier.TownshipStation => chinese ? "乡镇站" : "township station",
        StationTier.CountyCentre => chinese ? "县级中心" : "county centre",
    };
}
