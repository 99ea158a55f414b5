using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>What ordering itself holds as accepted net of returns; the ledger is proved against it (decision 12).</summary>
internal sealed class AcceptedTotal
{
    public required Guid CountsForUnitId { get; init; }

    /// <summary>Empty for goods of no assisted village.</summary>
    public required Guid VillageId { get; init; }

    public required Month Month { get; init; }

    public long AmountFen { get; set; }

    public int Lines { get; set; }

    public long Statement { get; set; }
}
