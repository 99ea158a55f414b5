using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>第一书记代言 as the catalogue stated it last.</summary>
internal sealed class KnownCampaign
{
    public const int MostIds = 200;

    public required Guid CampaignId { get; init; }

    /// <summary>The highest version heard.</summary>
    public required int StatedVersion { get; set; }

    public required string Name { get; set; }

    public required Guid VillageId { get; set; }

    /// <summary>Title and office of who speaks.</summary>
    public required string Endorser { get; set; }

    public required DateOnly StartsOn { get; set; }

    /// <summary>The last day on which it runs, included.</summary>
    public required DateOnly LastDay { get; set; }

    public required bool EndedEarly { get; set; }

    /// <summary>Where it runs; empty for all channels.</summary>
    public required IReadOnlyList<Guid> OutletIds { get; set; }

    public required IReadOnlyList<Guid> ProductIds { get; set; }

    /// <summary>What counters are to sell; null without an aim.</summary>
    public Money? Target { get; set; }

    public required bool Sample { get; set; }

    /// <summary>Does it speak for what was bought or sold of a product on a day at an outlet?</summary>
    public bool SpeaksFor(Guid product, DateOnly day, Guid outlet) =>
        StartsOn <= day && day <= LastDay && ProductIds.Contains(product) && (OutletIds.Count == 0 || OutletIds.Contains(outlet));
}

/// <summary>品牌 as the catalogue stated it last.</summary>
internal sealed class KnownBrand
{
    public required Guid BrandId { get; init; }

    /// <summary>The highest version heard.</summary>
    public required int StatedVersion { get; set; }

    public required string Name { get; set; }

    public required IReadOnlyList<Guid> ProductIds { get; set; }
}
