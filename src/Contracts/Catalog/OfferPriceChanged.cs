namespace Commerce.Contracts.Catalog;

/// <summary>An offer has another price from a moment on, which may lie ahead.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Version">The offer's version after the change.</param>
/// <param name="Price">Yuan per <paramref name="PricedBy"/>, tax included.</param>
/// <param name="PricedBy">MeasureUnitCode of the price.</param>
/// <param name="ValidFrom">UTC instant from which it holds.</param>
[Event]
public sealed record OfferPriceChanged(Guid OfferId, int Version, decimal Price, string PricedBy, DateTimeOffset ValidFrom);
