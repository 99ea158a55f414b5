namespace Commerce.Contracts.Assistance;

/// <summary>Rows entered the ledger (台账): what two people signed for, what went back, what was typed. The source of official figures.</summary>
/// <param name="Rows">In the ledger's order.</param>
[Event]
public sealed record LedgerRowsRecorded(IReadOnlyList<LedgerRow> Rows);

/// <summary>A row of the ledger; written once, never changed.</summary>
/// <param name="EntryId">The row: unique for ever.</param>
/// <param name="Sequence">1, 2, 3 … over the whole ledger.</param>
/// <param name="Kind">LedgerKind in the API's spelling.</param>
/// <param name="Purpose">PurchasePurpose in the API's spelling.</param>
/// <param name="UnitId">Whose total.</param>
/// <param name="UnitName">Its name at that moment.</param>
/// <param name="VillageId">The assisted village, if one.</param>
/// <param name="VillageName">Its name.</param>
/// <param name="ProductId">The product.</param>
/// <param name="ProductName">Its name.</param>
/// <param name="Month">"2026-06": the month in which it counts.</param>
/// <param name="CrossesYear">跨年调整: it puts an earlier year right and doesn't count towards its month's year.</param>
/// <param name="Amount">Yuan, signed.</param>
/// <param name="Number">AC-2026-000001 or RT-2026-000001; null for typed rows.</param>
/// <param name="OrderId">The order; null for typed rows.</param>
/// <param name="OccurredAt">UTC server time of the second signature, of the return, or of the typing.</param>
/// <param name="Sample">示例数据.</param>
/// <param name="Channel">Channel in the API's spelling; null in events from before it was told.</param>
/// <param name="OutletId">Where the goods were bought, for a return, a correction or a move, too; null for what was bought elsewhere or typed, and in events from before it was told.</param>
/// <param name="BoughtAt">When the goods were bought: for a return, a correction or a move that of the purchase it belongs to; null in events from before it was told.</param>
public sealed record LedgerRow(
    Guid EntryId, long Sequence, string Kind, string Purpose, Guid UnitId, string UnitName, Guid? VillageId, string? VillageName, Guid ProductId, string ProductName,
    string Month, bool CrossesYear, decimal Amount, string? Number, Guid? OrderId, DateTimeOffset OccurredAt, bool Sample, string? Channel = null,
    Guid? OutletId = null, DateTimeOffset? BoughtAt = null);
