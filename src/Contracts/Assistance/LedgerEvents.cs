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
/// <param name="VillageId">For goods of this village alone; null for goods from anywhere.</param>
/// <param name="Purpose">For this purpose alone, in the API's spelling; null for all that count.</param>
/// <param name="EffectiveFrom">The day from which it holds; null in events from before it was told.</param>
[Event]
public sealed record CommitmentChanged(
    Guid CommitmentId, int Version, int Year, Guid UnitId, decimal Target, Guid? VillageId = null, string? Purpose = null, DateOnly? EffectiveFrom = null);

/// <summary>A unit's purchases of the year reached its guide figure.</summary>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Target">Yuan.</param>
/// <param name="Achieved">Yuan.</param>
/// <param name="VillageId">For goods of this village alone; null for goods from anywhere.</param>
/// <param name="Purpose">For this purpose alone, in the API's spelling; null for all that count.</param>
[Event]
public sealed record TargetReached(Guid CommitmentId, int Year, Guid UnitId, decimal Target, decimal Achieved, Guid? VillageId = null, string? Purpose = null);

/// <summary>A unit's leader confirmed its figures of a month (确认).</summary>
/// <param name="Month">"2026-06".</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Total">Yuan: canteen, welfare and personal.</param>
/// <param name="Entries">Of how many ledger rows.</param>
/// <param name="ConfirmedAt">UTC.</param>
[Event]
public sealed record MonthConfirmed(string Month, Guid UnitId, decimal Total, int Entries, DateTimeOffset ConfirmedAt);

/// <summary>Two people closed a month (结账): this version of its figures never changes.</summary>
/// <param name="Month">"2026-06".</param>
/// <param name="Version">1, and one more after each reopening.</param>
/// <param name="Total">Yuan: canteen, welfare and personal of all units.</param>
/// <param name="Unconfirmed">How many units hadn't confirmed.</param>
/// <param name="LastSequence">The ledger's last row at that moment.</param>
/// <param name="LedgerHash">That row's hash.</param>
/// <param name="FileHash">SHA-256 of the table as a file.</param>
/// <param name="ClosedAt">UTC.</param>
[Event]
public sealed record MonthClosed(
    string Month, int Version, decimal Total, int Unconfirmed, long LastSequence, string LedgerHash, string FileHash, DateTimeOffset ClosedAt);

/// <summary>A closed month was opened again; its version stays, the next closing makes another one beside it.</summary>
/// <param name="Month">"2026-06".</param>
/// <param name="Version">The version that stands until then.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReopenedAt">UTC.</param>
[Event]
public sealed record MonthReopened(string Month, int Version, string Reason, DateTimeOffset ReopenedAt);
