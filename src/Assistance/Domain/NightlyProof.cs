namespace Commerce.Assistance.Domain;

/// <summary>夜间核对: one night's comparison of the ledger with what ordering states of itself.</summary>
internal sealed class NightlyProof
{
    /// <summary>China day.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How many units, villages and months were compared.</summary>
    public required int Compared { get; init; }

    /// <summary>How many of them differ.</summary>
    public required int Differences { get; init; }

    /// <summary>Events that were still under way, or parked: a difference may be theirs.</summary>
    public required int UnderWay { get; init; }

    public bool Good => Differences == 0;
}

/// <summary>A unit, village and month in which the ledger and ordering don't say the same.</summary>
/// <param name="UnitId">Counting unit.</param>
/// <param name="VillageId">Empty for goods of no assisted village.</param>
/// <param name="MonthNumber">Of the documents, such as 202606.</param>
/// <param name="LedgerFen">What the ledger counted of them.</param>
/// <param name="LedgerRows">In how many rows.</param>
/// <param name="StatedFen">What ordering states.</param>
/// <param name="StatedRows">In how many lines.</param>
internal sealed record ProofDifference(Guid UnitId, Guid VillageId, int MonthNumber, long LedgerFen, int LedgerRows, long StatedFen, int StatedRows);
