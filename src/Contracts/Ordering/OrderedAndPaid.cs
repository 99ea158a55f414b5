namespace Commerce.Contracts.Ordering;

/// <summary>What an order comes to at its agreed prices, stated when the supplier confirms it, and once more with minus signs when its rest is cancelled.
/// Shown beside what was accepted; it never counts.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">PO-2026-000001.</param>
/// <param name="Statement">1 for the confirmation, more for what followed: with order and line unique for ever.</param>
/// <param name="CountsForUnitId">Whose total it will raise.</param>
/// <param name="Purpose">PurchasePurpose in the API's spelling.</param>
/// <param name="StatedAt">UTC server time.</param>
/// <param name="Month">"2026-06": the month of that instant in Asia/Shanghai.</param>
/// <param name="Lines">One per line of the order with an amount.</param>
[Event]
public sealed record OrderedAmountsStated(
    Guid OrderId, string Number, int Statement, Guid CountsForUnitId, string Purpose, DateTimeOffset StatedAt, string Month, IReadOnlyList<OrderedAmount> Lines);

/// <summary>A line of an order with what it comes to.</summary>
/// <param name="OrderLineId">The line.</param>
/// <param name="ProductId">The product.</param>
/// <param name="ProducerId">Who makes it.</param>
/// <param name="VillageId">The assisted village, if one.</param>
/// <param name="OutletId">Where it was offered.</param>
/// <param name="Amount">Yuan, signed.</param>
/// <param name="Sample">示例数据.</param>
public sealed record OrderedAmount(Guid OrderLineId, Guid ProductId, Guid ProducerId, Guid? VillageId, Guid OutletId, decimal Amount, bool Sample);

/// <summary>A transfer was recorded or taken back, shared out over the lines of its statement in proportion to their amounts, so that it is known what
/// was paid for. Shown beside what was accepted; it never counts.</summary>
/// <param name="PaymentId">The payment: with a line unique for ever.</param>
/// <param name="Number">PY-2026-000001.</param>
/// <param name="StatementNumber">ST-2026-000001.</param>
/// <param name="UnitId">Who pays.</param>
/// <param name="PaidOn">China day of the transfer; that of the taking back for one that takes another back.</param>
/// <param name="RecordedAt">UTC server time.</param>
/// <param name="Parts">One per line of the statement.</param>
[Event]
public sealed record PaymentShared(
    Guid PaymentId, string Number, string StatementNumber, Guid UnitId, DateOnly PaidOn, DateTimeOffset RecordedAt, IReadOnlyList<PaymentPart> Parts);

/// <summary>A payment's part for one line.</summary>
/// <param name="SourceLineId">The acceptance or return line: the ledger's source line.</param>
/// <param name="Amount">Yuan, signed; all parts add up to the payment.</param>
public sealed record PaymentPart(Guid SourceLineId, decimal Amount);
