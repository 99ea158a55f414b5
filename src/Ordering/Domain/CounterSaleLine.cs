using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Which stock a line of a counter's day sheet lowers.</summary>
internal enum CounterSaleMatch
{
    /// <summary>That of the one offer which it can mean.</summary>
    Matched,

    /// <summary>The goods weren't on sale there on that day.</summary>
    NoOffer,

    /// <summary>Several packs or suppliers, and nothing tells which.</summary>
    SeveralOffers,

    /// <summary>Measured in another way than the offer is counted.</summary>
    OtherMeasure,

    /// <summary>Goods came back of a sale that lowered no stock here: from before this was kept, or not here yet.</summary>
    EarlierSale,
}

/// <summary>Cash sales of a counter (日销售单) as they lower its stock, by line of a confirmed sheet; once for ever.</summary>
internal sealed class CounterSaleLine
{
    /// <summary>The sheet's line.</summary>
    public required Guid Id { get; init; }

    public required Guid SheetId { get; init; }

    public required string SheetNumber { get; init; }

    public required Guid OutletId { get; init; }

    /// <summary>Day in China on which it was sold.</summary>
    public required DateOnly Day { get; init; }

    public required Guid ProductId { get; init; }

    public required string ProductName { get; init; }

    /// <summary>As written on the sheet; negative for what came back.</summary>
    public required long QuantityMilli { get; init; }

    public required MeasureUnit Unit { get; init; }

    /// <summary>The line that it takes back.</summary>
    public Guid? RefundsLineId { get; init; }

    public CounterSaleMatch Match { get; set; }

    public Guid? OfferId { get; set; }

    /// <summary>Sold beyond what was free there, and not taken back since: stock doesn't fall below what is held for orders and paid sales.</summary>
    public long MissingMilli { get; set; }

    /// <summary>When stock was lowered here; what is counted afterwards has settled it.</summary>
    public required DateTimeOffset PostedAt { get; init; }

    public Quantity Quantity => new(QuantityMilli, Unit);

    public Quantity Missing => new(MissingMilli, Unit);

    /// <summary>The one offer that a sale can mean: of this good, sold to everybody at this outlet on this day, and counted in such a unit. Where several are left, whose goods
    /// they were tells them apart. It is never guessed.</summary>
    /// <param name="offers">Of the product, at the outlet.</param>
    /// <param name="sold">How much was sold.</param>
    /// <param name="day">Day in China.</param>
    /// <param name="onBehalf">Another unit than <paramref name="operatorUnit"/> supplied them.</param>
    /// <param name="operatorUnit">Who runs the outlet.</param>
    public static (CounterSaleMatch Match, KnownOffer? Offer) Meant(IEnumerable<KnownOffer> offers, Quantity sold, DateOnly day, bool onBehalf, Guid? operatorUnit)
    {
        var (from, to) = (day.StartInChina(), day.AddDays(1).StartInChina());
        List<KnownOffer> there = [.. offers.Where(o => o.BuyerGroup == BuyerGroup.Public && o.ValidFrom < to && !(o.ValidTo <= from))];
        List<KnownOffer> counted = sold.IsWhole() ? [.. there.Where(o => sold.Unit.Counts(o.SoldBy))] : [];
        if (counted.Count > 1)
        {
            counted = [.. counted.Where(o => (o.SupplyUnitId != operatorUnit) == onBehalf)];
            return counted is [var told] ? (CounterSaleMatch.Matched, told) : (CounterSaleMatch.SeveralOffers, null);
        }

        return counted is [var one] ? (CounterSaleMatch.Matched, one) : (there.Count == 0 ? CounterSaleMatch.NoOffer : CounterSaleMatch.OtherMeasure, null);
    }
}
