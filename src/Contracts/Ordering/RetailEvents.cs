namespace Commerce.Contracts.Ordering;

/// <summary>A counter handed over what a traveller had paid for by phone (零售). It is help-sell, no purchase of any unit.</summary>
/// <param name="SaleId">The sale.</param>
/// <param name="Number">RS-2026-000001.</param>
/// <param name="OutletId">The counter.</param>
/// <param name="SupplyUnitId">Whose goods they were: the unit that runs the counter, or one that supplies on behalf of a village.</param>
/// <param name="HandedOverAt">UTC server time.</param>
/// <param name="Month">"2026-06": the month of that instant in Asia/Shanghai.</param>
/// <param name="Lines">What was sold, less what had been given back by then.</param>
[Event]
public sealed record RetailHandedOver(
    Guid SaleId, string Number, Guid OutletId, Guid SupplyUnitId, DateTimeOffset HandedOverAt, string Month, IReadOnlyList<RetailLineSold> Lines);

/// <summary>Money of a sale that had been handed over went back to the traveller, shared out over its lines. Said once more with the opposite signs when the bank
/// couldn't give it. Goods aren't counted back: only money moves.</summary>
/// <param name="ChangeId">This change: unique for ever.</param>
/// <param name="SaleId">The sale.</param>
/// <param name="Number">RS-2026-000001.</param>
/// <param name="OutletId">The counter.</param>
/// <param name="SupplyUnitId">Whose goods they were.</param>
/// <param name="GivenBackAt">UTC server time.</param>
/// <param name="Month">"2026-06": the month of that instant in Asia/Shanghai.</param>
/// <param name="Lines">Amounts are negative; positive when it came to nothing.</param>
[Event]
public sealed record RetailGivenBack(
    Guid ChangeId, Guid SaleId, string Number, Guid OutletId, Guid SupplyUnitId, DateTimeOffset GivenBackAt, string Month, IReadOnlyList<RetailLineSold> Lines);

/// <summary>A line of a sale, or a change of one.</summary>
/// <param name="LineId">Unique for ever: the ledger's source line.</param>
/// <param name="OriginalLineId">The line of the sale; its own when it was sold.</param>
/// <param name="ProductId">The product.</param>
/// <param name="ProductName">Its name when sold.</param>
/// <param name="ProducerId">Who made it.</param>
/// <param name="ProducerName">Their name.</param>
/// <param name="VillageId">The assisted village, if one.</param>
/// <param name="VillageName">Its name.</param>
/// <param name="CountyCode">GB/T 2260 code of the county of origin.</param>
/// <param name="Quantity">In <paramref name="Unit"/>; zero when only money moves.</param>
/// <param name="Unit">MeasureUnitCode.</param>
/// <param name="Amount">Yuan, signed.</param>
/// <param name="Sample">示例数据.</param>
public sealed record RetailLineSold(
    Guid LineId, Guid OriginalLineId, Guid ProductId, string ProductName, Guid ProducerId, string ProducerName, Guid? VillageId, string? VillageName, string CountyCode,
    decimal Quantity, string Unit, decimal Amount, bool Sample);
