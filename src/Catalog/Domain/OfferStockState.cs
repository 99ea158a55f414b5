namespace Commerce.Catalog.Domain;

/// <summary>Our copy of what Ordering states of an offer's stock; not part of the catalogue's revision.</summary>
internal sealed class OfferStockState
{
    /// <summary>Nothing can be had.</summary>
    public const string Out = "OUT";

    public required Guid OfferId { get; init; }

    /// <summary>Ordering's number of the statement: the highest is the valid one.</summary>
    public required long Statement { get; set; }

    /// <summary>StockState in the API's spelling.</summary>
    public required string State { get; set; }

    /// <summary>Thousandths of <see cref="Unit"/>.</summary>
    public required long AvailableMilli { get; set; }

    /// <summary>MeasureUnitCode.</summary>
    public required string Unit { get; set; }

    /// <summary>The stock revision with which it was written: hosts read only what is newer than what they have.</summary>
    public required long Revision { get; set; }
}
