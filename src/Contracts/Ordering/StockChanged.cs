namespace Commerce.Contracts.Ordering;

/// <summary>The stock of an offer was adjusted, or its state changed. Stated on adjustment and whenever the state changes, not with every order.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Statement">Rises with each statement of the same offer; the highest is the valid one.</param>
/// <param name="Available">On hand less reserved, in <paramref name="Unit"/>.</param>
/// <param name="Unit">MeasureUnitCode.</param>
/// <param name="State">StockState in the API's spelling.</param>
[Event]
public sealed record StockChanged(Guid OfferId, long Statement, decimal Available, string Unit, string State);
