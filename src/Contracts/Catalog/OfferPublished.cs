namespace Commerce.Contracts.Catalog;

/// <summary>A variant is on offer at an outlet for a buyer group; carries all that ordering needs to know. The highest version is the valid one.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Version">Rises with each change of the offer or of what it sells.</param>
/// <param name="ProductId">The product (产品).</param>
/// <param name="ProductName">Its name at that moment.</param>
/// <param name="VariantId">The variant (规格).</param>
/// <param name="Specification">What one pack is, such as 5 kg/袋 or 散装.</param>
/// <param name="ProducerId">Who makes it.</param>
/// <param name="ProducerName">Their name.</param>
/// <param name="VillageId">The assisted village (帮扶村) it comes from, if one.</param>
/// <param name="VillageName">Its name.</param>
/// <param name="CountyCode">GB/T 2260 code of the county of origin.</param>
/// <param name="CountyName">Its name.</param>
/// <param name="OutletId">The point of sale.</param>
/// <param name="OutletKind">OutletKind in the API's spelling.</param>
/// <param name="SupplyUnitId">The unit that confirms and dispatches (代办 for villagers).</param>
/// <param name="BuyerGroup">BuyerGroup in the API's spelling.</param>
/// <param name="PermittedUses">What it may be bought for: CANTEEN, WELFARE, KIOSK, MEDICINAL.</param>
/// <param name="SoldBy">MeasureUnitCode of the quantity ordered.</param>
/// <param name="NominalContent">Net content of one piece in <paramref name="NominalUnit"/>; 1 for loose goods.</param>
/// <param name="NominalUnit">MeasureUnitCode of the net content.</param>
/// <param name="CatchWeight">按实重结算: the weighed quantity decides the amount.</param>
/// <param name="TolerancePercent">How far the weight may be off, in per cent of the ordered quantity.</param>
/// <param name="Step">Smallest step of an order, in <paramref name="SoldBy"/>.</param>
/// <param name="Minimum">Smallest order, in <paramref name="SoldBy"/>.</param>
/// <param name="TaxRatePercent">VAT rate in per cent; null means 免税, which isn't 0 %.</param>
/// <param name="Price">Yuan per <paramref name="PricedBy"/>, tax included.</param>
/// <param name="PricedBy">MeasureUnitCode of the price.</param>
/// <param name="PriceValidFrom">UTC instant from which the price holds.</param>
/// <param name="ValidFrom">UTC instant from which it may be ordered.</param>
/// <param name="ValidTo">UTC instant at which the offer ends; null while open.</param>
/// <param name="Sample">示例数据.</param>
/// <param name="OutletName">What the point of sale is called; null in events from before it was told.</param>
/// <param name="EndorsedBy">第一书记代言: who speaks for the producer; null when nobody does.</param>
[Event]
public sealed record OfferPublished(
    Guid OfferId, int Version,
    Guid ProductId, string ProductName, Guid VariantId, string Specification,
    Guid ProducerId, string ProducerName, Guid? VillageId, string? VillageName, string CountyCode, string CountyName,
    Guid OutletId, string OutletKind, Guid SupplyUnitId, string BuyerGroup, IReadOnlyList<string> PermittedUses,
    string SoldBy, decimal NominalContent, string NominalUnit, bool CatchWeight, decimal TolerancePercent, decimal Step, decimal Minimum,
    decimal? TaxRatePercent, decimal Price, string PricedBy, DateTimeOffset PriceValidFrom, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, bool Sample,
    string? OutletName = null, string? EndorsedBy = null);
