namespace Commerce.Ordering.Domain;

/// <summary>Our copy of a batch (批次) on record; the highest version is the valid one.</summary>
internal sealed class KnownBatch
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid ProductId { get; init; }

    /// <summary>Who acts for its producer.</summary>
    public Guid SupplyUnitId { get; set; }

    public string Number { get; set; } = "";

    /// <summary>What its trace page is found by.</summary>
    public required string Code { get; init; }

    /// <summary>When it was made, else gathered.</summary>
    public DateOnly? MadeOn { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    /// <summary>召回: day of the recall.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    public string? WithdrawnBecause { get; set; }
}
