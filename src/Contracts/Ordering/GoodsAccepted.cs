namespace Commerce.Contracts.Ordering;

/// <summary>Two people signed for weighed goods (验收); this is what counts. A correction states differences only.</summary>
/// <param name="AcceptanceId">The acceptance.</param>
/// <param name="Number">AC-2026-000001.</param>
/// <param name="CorrectsId">The acceptance this one corrects, if any.</param>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">PO-2026-000001.</param>
/// <param name="UnitId">Who ordered.</param>
/// <param name="CountsForUnitId">Whose total rises.</param>
/// <param name="CountsForName">That unit's name at that moment.</param>
/// <param name="Purpose">PurchasePurpose in the API's spelling.</param>
/// <param name="AcceptedAt">UTC server time of the second signature.</param>
/// <param name="Month">"2026-06": the month of that instant in Asia/Shanghai.</param>
/// <param name="Lines">One per counted line; the ledger's source.</param>
/// <param name="OrderedById">Who asked for the goods; null in events from before it was told, as below.</param>
/// <param name="ApprovedByIds">Who approved the order.</param>
/// <param name="SignedByIds">Who signed this acceptance.</param>
[Event]
public sealed record GoodsAccepted(
    Guid AcceptanceId, string Number, Guid? CorrectsId, Guid OrderId, string OrderNumber, Guid UnitId, Guid CountsForUnitId, string CountsForName,
    string Purpose, DateTimeOffset AcceptedAt, string Month, IReadOnlyList<CountedLine> Lines,
    Guid? OrderedById = null, IReadOnlyList<Guid>? ApprovedByIds = null, IReadOnlyList<Guid>? SignedByIds = null);

/// <summary>Accepted goods went back (退货). Amounts and quantities are negative.</summary>
/// <param name="ReturnId">The return.</param>
/// <param name="Number">RT-2026-000001.</param>
/// <param name="AcceptanceId">The acceptance the goods came from.</param>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">PO-2026-000001.</param>
/// <param name="UnitId">Who ordered.</param>
/// <param name="CountsForUnitId">Whose total falls.</param>
/// <param name="CountsForName">That unit's name at that moment.</param>
/// <param name="Purpose">PurchasePurpose in the API's spelling.</param>
/// <param name="Reason">Why they went back.</param>
/// <param name="ReturnedAt">UTC server time.</param>
/// <param name="Month">"2026-07": the month of that instant in Asia/Shanghai.</param>
/// <param name="Lines">One per returned line; the ledger's source.</param>
[Event]
public sealed record GoodsReturned(
    Guid ReturnId, string Number, Guid AcceptanceId, Guid OrderId, string OrderNumber, Guid UnitId, Guid CountsForUnitId, string CountsForName,
    string Purpose, string Reason, DateTimeOffset ReturnedAt, string Month, IReadOnlyList<CountedLine> Lines);

/// <summary>One economic event of the ledger: a line of an acceptance or of a return.</summary>
/// <param name="LineId">The acceptance or return line: unique for ever, the ledger's source line.</param>
/// <param name="OriginalLineId">For a return or a correction: the acceptance line it changes.</param>
/// <param name="OrderLineId">The order's line.</param>
/// <param name="OfferId">What was ordered.</param>
/// <param name="OutletId">Where it was offered.</param>
/// <param name="ProductId">The product.</param>
/// <param name="ProductName">Its name when ordered.</param>
/// <param name="ProducerId">Who made it.</param>
/// <param name="ProducerName">Their name.</param>
/// <param name="VillageId">The assisted village, if one.</param>
/// <param name="VillageName">Its name.</param>
/// <param name="CountyCode">GB/T 2260 code of the county of origin.</param>
/// <param name="CountyName">Its name.</param>
/// <param name="Price">Yuan per <paramref name="PricedBy"/>, as agreed.</param>
/// <param name="PricedBy">MeasureUnitCode.</param>
/// <param name="Quantity">Net, signed, in <paramref name="Unit"/>.</param>
/// <param name="Unit">MeasureUnitCode.</param>
/// <param name="Amount">Yuan, signed, rounded once.</param>
/// <param name="Sample">示例数据.</param>
public sealed record CountedLine(
    Guid LineId, Guid? OriginalLineId, Guid OrderLineId, Guid OfferId, Guid OutletId, Guid ProductId, string ProductName, Guid ProducerId, string ProducerName,
    Guid? VillageId, string? VillageName, string CountyCode, string CountyName, decimal Price, string PricedBy, decimal Quantity, string Unit, decimal Amount, bool Sample);
