using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Basket;

/// <summary>A line of the basket: goods, and a quantity as it was typed.</summary>
internal sealed class BasketLine(Goods goods, string typed, MeasureUnit unit)
{
    /// <summary>As they stand now.</summary>
    public Goods Goods { get; set; } = goods;

    public string Typed { get; set; } = typed;

    public MeasureUnit Unit { get; private set; } = unit;

    /// <summary>What the server said about this line the last time.</summary>
    public Error? Refusal { get; set; }

    /// <summary>The units in which it may be given.</summary>
    public IReadOnlyList<MeasureUnit> Units => Goods.Offer.SoldBy.Dimension() == MeasureDimension.Mass ? [MeasureUnit.Jin, MeasureUnit.Kg] : [Goods.Offer.SoldBy];

    /// <summary>The exact quantity, or why it can't be read.</summary>
    public Result<Quantity> Quantity => TypedQuantity.Read(Typed, Unit);

    /// <summary>The line as an order would have it, by the same rules.</summary>
    public Result<OrderLine> Priced => Quantity is { Error: { } unreadable } ? unreadable : OrderLine.Of(Guid.Empty, 0, Goods.Offer, Goods.Price, Quantity.Value);

    /// <summary>Counts on in another unit: 100 斤 become 50 公斤.</summary>
    public void CountIn(MeasureUnit other)
    {
        if (Quantity is { Failed: false, Value: var quantity } && other.Dimension() == Unit.Dimension())
        {
            Typed = TypedQuantity.Text(quantity.ShownIn(other));
        }

        Unit = other;
    }

    /// <summary>A step of the offer more or less, never below the smallest order.</summary>
    public void Step(int steps)
    {
        var now = Quantity is { Failed: false, Value: var quantity } ? quantity.Milli : 0;
        var step = Math.Max(1, Goods.Offer.StepMilli);
        var next = Math.Max(Goods.Offer.MinimumMilli, (steps > 0 ? now / step : (now + step - 1) / step) * step + (steps * step));
        Typed = TypedQuantity.Text(new Quantity(Math.Max(step, next), Goods.Offer.SoldBy).ShownIn(Unit));
        Refusal = null;
    }
}

/// <summary>What somebody puts together: for whom, for what, and which goods. One order per supplier comes of it.</summary>
internal sealed class BasketDraft
{
    private readonly Dictionary<Guid, string> keys = [];

    public BuyingUnit? Unit { get; set; }

    public PurchasePurpose Purpose { get; set; }

    public BuyingCanteen? Canteen { get; set; }

    /// <summary>计入单位; the unit itself when null.</summary>
    public Guid? CountsFor { get; set; }

    public Purse? Purse { get; set; }

    public List<BasketLine> Lines { get; } = [];

    /// <summary>Keys of the requests as they stand: the same until something changes.</summary>
    public IReadOnlyDictionary<Guid, string> Keys => keys;

    /// <summary>An order per supplier, in the order in which they were begun.</summary>
    public IReadOnlyList<IGrouping<Guid, BasketLine>> Orders => [.. Lines.GroupBy(l => l.Goods.Offer.SupplyUnitId)];

    public Money Total => Money.FromFen(Lines.Sum(l => l.Priced is { Failed: false, Value: var line } ? line.EstimatedFen : 0));

    /// <summary>What to say beside a line: the server's word, or what can be seen before asking it.</summary>
    public Error? Problem(BasketLine line) => line.Refusal
        ?? line.Goods.Offer.MayServe(Purpose).Error
        ?? line.Priced.Error
        ?? (line.Quantity.Value.Milli > line.Goods.Available.Milli ? OrderingErrors.InsufficientStock(line.Goods.Offer.Id, line.Goods.Offer.ProductName, line.Goods.Available) : null);

    /// <summary>Can be sent at all: every quantity can be read.</summary>
    public bool Readable => Lines.Count > 0 && Lines.TrueForAll(l => !l.Quantity.Failed);

    public BasketLine? Find(Guid offer) => Lines.Find(l => l.Goods.Offer.Id == offer);

    /// <summary>Puts goods in, in the smallest quantity that may be ordered.</summary>
    public BasketLine Add(Goods goods)
    {
        if (Find(goods.Offer.Id) is { } there)
        {
            return there;
        }

        var least = new Quantity(Math.Max(goods.Offer.MinimumMilli, goods.Offer.StepMilli), goods.Offer.SoldBy);
        var line = new BasketLine(goods, TypedQuantity.Text(least), goods.Offer.SoldBy);
        Lines.Add(line);
        Changed();
        return line;
    }

    /// <summary>The key of a supplier's order; another one after each change, since another body is another request.</summary>
    public string Key(Guid supplier)
    {
        if (!keys.TryGetValue(supplier, out var key))
        {
            keys[supplier] = key = Guid.NewGuid().ToString("N");
        }

        return key;
    }

    public void Remember(IReadOnlyDictionary<Guid, string> known)
    {
        foreach (var (supplier, key) in known)
        {
            keys[supplier] = key;
        }
    }

    public void Changed()
    {
        keys.Clear();
        Lines.ForEach(l => l.Refusal = null);
    }

    /// <summary>As the mutation wants it.</summary>
    public static List<LineAsked> Asked(IEnumerable<BasketLine> lines) => [.. lines.Select(l => new LineAsked(l.Goods.Offer.Id, new(l.Quantity.Value.Value, l.Unit)))];
}
