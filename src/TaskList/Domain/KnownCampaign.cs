namespace Commerce.TaskList.Domain;

/// <summary>第一书记代言 as the catalogue stated it last.</summary>
internal sealed class KnownCampaign
{
    public const int MostIds = 200;

    public required Guid CampaignId { get; init; }

    /// <summary>The highest version heard.</summary>
    public required int Version { get; set; }

    public required DateOnly StartsOn { get; set; }

    /// <summary>The last day on which it runs, included; before the first one when it was called off.</summary>
    public required DateOnly LastDay { get; set; }

    /// <summary>Where it runs; empty for all channels.</summary>
    public required IReadOnlyList<Guid> OutletIds { get; set; }

    public required IReadOnlyList<Guid> ProductIds { get; set; }

    public required bool Sample { get; set; }

    /// <summary>Does it speak for these goods, by the day and the place of their purchase?</summary>
    public bool SpeaksFor(VillagePurchase row) =>
        row.ProductId is { } product && ProductIds.Contains(product) && StartsOn <= row.Bought && row.Bought <= LastDay
        && (OutletIds.Count == 0 || (row.OutletId is { } outlet && OutletIds.Contains(outlet)));
}
