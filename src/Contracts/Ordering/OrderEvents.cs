namespace Commerce.Contracts.Ordering;

/// <summary>A unit asks for goods; stock and budget are held for it.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">PO-2026-000001.</param>
/// <param name="UnitId">Who orders.</param>
/// <param name="CountsForUnitId">Whose total will rise.</param>
/// <param name="Purpose">PurchasePurpose in the API's spelling.</param>
/// <param name="Estimated">Yuan at the agreed prices.</param>
/// <param name="SubmittedAt">UTC.</param>
[Event]
public sealed record OrderSubmitted(Guid OrderId, string Number, Guid UnitId, Guid CountsForUnitId, string Purpose, decimal Estimated, DateTimeOffset SubmittedAt);

/// <summary>The last approval that the order needed was given.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">PO-2026-000001.</param>
/// <param name="UnitId">Who orders.</param>
/// <param name="ApprovedAt">UTC.</param>
[Event]
public sealed record OrderApproved(Guid OrderId, string Number, Guid UnitId, DateTimeOffset ApprovedAt);

/// <summary>An approver sent the order back or rejected it; what was held is free again.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">PO-2026-000001.</param>
/// <param name="UnitId">Who orders.</param>
/// <param name="Decision">SENT_BACK or REJECTED.</param>
/// <param name="Comment">The approver's reason.</param>
/// <param name="DecidedAt">UTC.</param>
[Event]
public sealed record OrderReturned(Guid OrderId, string Number, Guid UnitId, string Decision, string? Comment, DateTimeOffset DecidedAt);

/// <summary>The rest of an order was cancelled; accepted goods stay.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">PO-2026-000001.</param>
/// <param name="UnitId">Who orders.</param>
/// <param name="Reason">Why.</param>
/// <param name="CancelledAt">UTC.</param>
[Event]
public sealed record OrderCancelled(Guid OrderId, string Number, Guid UnitId, string Reason, DateTimeOffset CancelledAt);

/// <summary>The supplier confirmed: terms are frozen. From now on the ledger knows the order and its prices.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">PO-2026-000001.</param>
/// <param name="UnitId">Who orders.</param>
/// <param name="CountsForUnitId">Whose total will rise.</param>
/// <param name="Purpose">PurchasePurpose in the API's spelling.</param>
/// <param name="Lines">What was agreed.</param>
/// <param name="ConfirmedAt">UTC.</param>
[Event]
public sealed record OrderConfirmed(Guid OrderId, string Number, Guid UnitId, Guid CountsForUnitId, string Purpose, IReadOnlyList<ConfirmedLine> Lines, DateTimeOffset ConfirmedAt);

/// <summary>A line as agreed.</summary>
/// <param name="OrderLineId">The line.</param>
/// <param name="OfferId">What was ordered.</param>
/// <param name="Price">Yuan per <paramref name="PricedBy"/>.</param>
/// <param name="PricedBy">MeasureUnitCode.</param>
public sealed record ConfirmedLine(Guid OrderLineId, Guid OfferId, decimal Price, string PricedBy);

/// <summary>Goods left for the unit (发货单).</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="Number">DN-2026-000001.</param>
/// <param name="OrderId">The order.</param>
/// <param name="UnitId">Who receives.</param>
/// <param name="DispatchedAt">UTC.</param>
[Event]
public sealed record DeliveryDispatched(Guid DeliveryId, string Number, Guid OrderId, Guid UnitId, DateTimeOffset DispatchedAt);
