namespace Commerce.Contracts.Assistance;

/// <summary>A row was typed into the ledger by a person (补记, 冲销), with a reason.</summary>
/// <param name="EntryId">The row.</param>
/// <param name="UnitId">Whose total.</param>
/// <param name="VillageId">The village.</param>
/// <param name="Month">"2026-06".</param>
/// <param name="Amount">Yuan, signed.</param>
[Event]
public sealed record LedgerEntryRecorded(Guid EntryId, Guid UnitId, Guid VillageId, string Month, decimal Amount);

/// <summary>The office entered or changed a guide figure (内部指导数).</summary>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="Version">Its version.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Target">Yuan.</param>
[Event]
public sealed record CommitmentChanged(Guid CommitmentId, int Version, int Year, Guid UnitId, decimal Target);

/// <summary>A unit's purchases of the year reached its guide figure.</summary>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Target">Yuan.</param>
/// <param name="Achieved">Yuan.</param>
[Event]
public sealed record TargetReached(Guid CommitmentId, int Year, Guid UnitId, decimal Target, decimal Achieved);
