using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Commerce.Ui;

namespace Commerce.Ordering.Labels;

/// <summary>How pages of orders say what goods cost.</summary>
internal static class PriceLabels
{
    /// <summary>The price, and of goods with a weight also by 斤 and by 公斤.</summary>
    public static string Prices(this Words w, KnownOffer offer, UnitPrice price) => string.Join(w["，", ", "], [w.Price(price), .. w.Comparing(offer, price)]);

    /// <summary>By 斤 and by 公斤 as far as it isn't priced so; none for goods without a weight.</summary>
    public static IEnumerable<string> Comparing(this Words w, KnownOffer offer, UnitPrice price) =>
        new[] { MeasureUnit.Jin, MeasureUnit.Kg }.Where(mass => mass != price.Per).Select(mass => offer.PricePer(mass, price)).OfType<UnitPrice>().Select(w.Price);
}
