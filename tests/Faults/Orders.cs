namespace Commerce.Faults;

/// <summary>What our own books say of an order: kept by the client, from answers alone.</summary>
internal sealed class OrderBook(string id, string unitId, int version, IReadOnlyList<LineBook> lines)
{
    public string Id { get; } = id;

    public string UnitId { get; } = unitId;

    public int Version { get; set; } = version;

    public IReadOnlyList<LineBook> Lines { get; } = lines;

    /// <summary>Cancelled, rejected or fully delivered: nothing more is held for it.</summary>
    public bool Closed { get; set; }
}

/// <summary>A line; quantities in thousandths of the unit it is priced by.</summary>
internal sealed class LineBook(string id, OfferFacts offer, long orderedMilli, string? villageId)
{
    public string Id { get; } = id;

    public OfferFacts Offer { get; } = offer;

    public long OrderedMilli { get; } = orderedMilli;

    public string? VillageId { get; } = villageId;

    public long DispatchedMilli { get; set; }

    public List<AcceptedBook> Accepted { get; } = [];
}

/// <summary>An accepted line and what went back of it.</summary>
internal sealed class AcceptedBook(string month, long netMilli, long priceTenThousandths)
{
    public string Month { get; } = month;

    public long NetMilli { get; private set; } = netMilli;

    public long AcceptedFen { get; } = Arithmetic.Fen(priceTenThousandths, netMilli);

    /// <summary>Returns as posted, negative, by month.</summary>
    public List<(string Month, long Fen)> Returns { get; } = [];

    /// <summary>A return posts what the goods left are worth, less what was posted before: a full return ends at exactly 0.</summary>
    public void Return(string month, long milli)
    {
        var posted = AcceptedFen + Returns.Sum(r => r.Fen);
        NetMilli -= milli;
        Returns.Add((month, Arithmetic.Fen(priceTenThousandths, NetMilli) - posted));
    }
}

/// <summary>An offer as the catalogue shows it.</summary>
internal sealed record OfferFacts(string Id, string Unit, long PriceTenThousandths, bool CatchWeight, long MinimumMilli, long StepMilli);

/// <summary>The rounding rule once more, in whole numbers and by another hand than the server's.</summary>
internal static class Arithmetic
{
    /// <summary>price/10,000 × quantity/1,000 in fen, half away from zero.</summary>
    public static long Fen(long priceTenThousandths, long milli)
    {
        var product = checked(priceTenThousandths * milli);
        return (Math.Abs(product) + 50_000) / 100_000 * Math.Sign(product);
    }

    /// <summary>1234 → "1.234".</summary>
    public static string Text(long milli) => (milli / 1000m).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>56100 → "5.61".</summary>
    public static string Price(long tenThousandths) => (tenThousandths / 10_000m).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    public static string Month(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
