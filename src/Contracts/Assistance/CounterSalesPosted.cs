namespace Commerce.Contracts.Assistance;

/// <summary>Two people stand for what a counter sold for cash on a day (日销售单, 已确认). It is stated once and never changed: what was wrong, or came back, stands as lines of a
/// later sheet. What was paid by phone isn't in it.</summary>
/// <param name="SheetId">The sheet.</param>
/// <param name="Number">DS-20260610-7.</param>
/// <param name="OutletId">The counter or store.</param>
/// <param name="Day">Day in China.</param>
/// <param name="ConfirmedById">Who confirmed it.</param>
/// <param name="ConfirmedAt">UTC.</param>
/// <param name="Lines">Goods of the catalogue. Ordinary goods that aren't in it are left out.</param>
[Event]
public sealed record CounterSalesPosted(
    Guid SheetId, string Number, Guid OutletId, DateOnly Day, Guid ConfirmedById, DateTimeOffset ConfirmedAt, IReadOnlyList<CounterSale> Lines);

/// <summary>Goods that were sold, or came back.</summary>
/// <param name="LineId">Unique for ever.</param>
/// <param name="RefundsLineId">The line of an earlier sheet that this takes back; null for a sale.</param>
/// <param name="ProductId">The product.</param>
/// <param name="ProductName">Its name on that day.</param>
/// <param name="OnBehalf">代销: another unit than the one that runs the outlet supplied them.</param>
/// <param name="Quantity">In <paramref name="Unit"/>; negative for what came back, zero when only money did.</param>
/// <param name="Unit">MeasureUnitCode.</param>
/// <param name="Amount">Yuan, signed.</param>
public sealed record CounterSale(
    Guid LineId, Guid? RefundsLineId, Guid ProductId, string ProductName, bool OnBehalf, decimal Quantity, string Unit, decimal Amount);
