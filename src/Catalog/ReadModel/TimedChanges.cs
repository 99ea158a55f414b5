using Commerce.SharedKernel;

namespace Commerce.Catalog.ReadModel;

/// <summary>What changes in the catalogue by the clock alone: offers that begin and end, dated prices, papers that run out or begin.</summary>
internal static class TimedChanges
{
    /// <summary>The first moment after this one; the end of time when nothing lies ahead.</summary>
    public static DateTimeOffset After(IReadOnlyList<ProductView> products, DateTimeOffset now)
    {
        var next = DateTimeOffset.MaxValue;
        foreach (var product in products)
        {
            foreach (var gap in product.Gaps)
            {
                Meet(gap.From.StartInChina());
                Meet(gap.To?.AddDays(1).StartInChina());
            }

            foreach (var offer in product.Offers)
            {
                Meet(offer.ValidFrom);
                Meet(offer.ValidTo);
                foreach (var price in offer.Prices)
                {
                    Meet(price.ValidFrom);
                }
            }
        }

        return next;

        void Meet(DateTimeOffset? moment) => next = moment > now && moment < next ? moment.Value : next;
    }
}
