namespace Commerce.Contracts.Ordering;

/// <summary>What ordering itself holds as accepted net of returns for a unit, village and month, so that the ledger can be proved against it.</summary>
/// <param name="CountsForUnitId">Whose total.</param>
/// <param name="VillageId">The village, or an empty id for goods of no assisted village.</param>
/// <param name="Month">"2026-06".</param>
/// <param name="Amount">Yuan after this statement.</param>
/// <param name="Lines">How many acceptance and return lines went into it.</param>
/// <param name="Statement">Rises with each statement of the same key; the highest is the valid one.</param>
[Event]
public sealed record AcceptedTotalsStated(Guid CountsForUnitId, Guid VillageId, string Month, decimal Amount, int Lines, long Statement);
