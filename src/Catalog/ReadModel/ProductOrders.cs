using System.Globalization;
using Commerce.Catalog.ReadModel.Search;

namespace Commerce.Catalog.ReadModel;

/// <summary>How a list of products may be sorted. Each order is total: the serial number breaks ties.</summary>
internal enum ProductOrder
{
    Relevance,
    Name,
    PriceAsc,
    PriceDesc,
    Newest,
}

/// <summary>The products of a snapshot in each order, and where in it a cursor stands. A cursor holds the sort key and the serial, so it survives new and vanished neighbours.</summary>
internal sealed class ProductOrders
{
    private static readonly CompareInfo Chinese = FindChinese();

    private readonly IReadOnlyList<ProductView> products;
    private readonly int[] byName;
    private readonly int[] newestFirst;
    private readonly int[] bySerial;
    private volatile PriceOrder? prices;

    private ProductOrders(IReadOnlyList<ProductView> products, int[] byName)
    {
        this.products = products;
        this.byName = byName;
        bySerial = [.. Enumerable.Range(0, products.Count)];
        newestFirst = [.. Enumerable.Range(0, products.Count).Reverse()];
    }

    public static ProductOrders Of(IReadOnlyList<ProductView> products) => new(products, [.. Enumerable.Range(0, products.Count).Order(ByName(products))]);

    /// <summary>The orders of the next snapshot: some products were read again, or stand new behind the others.</summary>
    public ProductOrders With(IReadOnlyList<ProductView> next, IReadOnlyList<ProductView> read)
    {
        var moved = read.Where(p => p.Index >= products.Count || p.Name != products[p.Index].Name).Select(p => p.Index).ToHashSet();
        if (moved.Count == 0)
        {
            return new(next, byName);
        }

        List<int> sorted = [.. byName.Where(i => !moved.Contains(i))];
        foreach (var index in moved)
        {
            sorted.Insert(~sorted.BinarySearch(index, ByName(next)), index);
        }

        return new(next, [.. sorted]);
    }

    /// <summary>All products in an order, with the position of each on the wire and the way to find a cursor's place.</summary>
    /// <param name="order">Which.</param>
    /// <param name="found">For RELEVANCE with a text: what it found, the nearest first; others don't stand there. Null without a text.</param>
    /// <param name="now">For the prices.</param>
    public Sorted In(ProductOrder order, TextMatches? found, DateTimeOffset now) => order switch
    {
        ProductOrder.Relevance when found is null => ByRank(bySerial, _ => 0),
        ProductOrder.Relevance => ByRank(found.Nearest(), found.RankOf),
        ProductOrder.Name => new Sorted(
            byName,
            i => $"N{products[i].Serial}:{products[i].Name}",
            cursor =>
            {
                var (serial, name) = Split(cursor, 'N');
                return i => CompareNames(products[i].Name, products[i].Serial, name, serial);
            }),
        ProductOrder.PriceAsc => ByPrice(PricesAt(now).Ascending, PricesAt(now).AscendingKey, 'A'),
        ProductOrder.PriceDesc => ByPrice(PricesAt(now).Descending, PricesAt(now).DescendingKey, 'D'),
        ProductOrder.Newest => new Sorted(
            newestFirst,
            i => $"S{products[i].Serial}:",
            cursor =>
            {
                var (serial, _) = Split(cursor, 'S');
                return i => serial.CompareTo(products[i].Serial);
            }),
    };

    /// <summary>How many products have an offer at this price or less, in yuan per whatever unit the offer is priced by.</summary>
    public int CountUpTo(decimal most, DateTimeOffset now)
    {
        var lowest = PricesAt(now).Lowest;
        var (low, high) = (0, lowest.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = lowest[middle] <= most ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static CompareInfo FindChinese()
    {
        try
        {
            return CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
        }
        catch (CultureNotFoundException)
        {
            // A machine without language data: names then sort by their code points.
            return CultureInfo.InvariantCulture.CompareInfo;
        }
    }

    private static Comparer<int> ByName(IReadOnlyList<ProductView> products) =>
        Comparer<int>.Create((a, b) => CompareNames(products[a].Name, products[a].Serial, products[b].Name, products[b].Serial));

    private static int CompareNames(string a, long serialA, string b, long serialB) =>
        Chinese.Compare(a, b) is var byName && byName != 0 ? byName : serialA.CompareTo(serialB);

    private static (long Serial, string After) Split(string cursor, char kind)
    {
        var colon = cursor.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && cursor[0] == kind && long.TryParse(cursor.AsSpan(1, colon - 1), CultureInfo.InvariantCulture, out var serial)
            ? (serial, cursor[(colon + 1)..])
            : throw new Platform.GraphQL.BadCursorException();
    }

    private static long Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new Platform.GraphQL.BadCursorException();

    private Sorted ByRank(int[] sorted, Func<int, int> rank) => new(
        sorted,
        i => $"R{products[i].Serial}:{rank(i)}",
        cursor =>
        {
            var (serial, rest) = Split(cursor, 'R');
            var place = Number(rest);
            return i => rank(i) != place ? ((long)rank(i)).CompareTo(place) : products[i].Serial.CompareTo(serial);
        });

    private Sorted ByPrice(int[] sorted, long[] keys, char kind) => new(
        sorted,
        i => $"{kind}{products[i].Serial}:{keys[i]}",
        cursor =>
        {
            var (serial, rest) = Split(cursor, kind);
            var key = Number(rest);
            return i => keys[i] != key ? keys[i].CompareTo(key) : products[i].Serial.CompareTo(serial);
        });

    private PriceOrder PricesAt(DateTimeOffset now)
    {
        var known = prices;
        return known is not null && known.From <= now && now < known.Until ? known : prices = new PriceOrder(products, now);
    }

    /// <summary>A sorted list and what a cursor means in it.</summary>
    /// <param name="Products">Indexes in order.</param>
    /// <param name="Position">What a product's cursor holds.</param>
    /// <param name="Comparison">Reads a cursor: gives a comparison of a product with its position.</param>
    internal sealed record Sorted(int[] Products, Func<int, string> Position, Func<string, Func<int, int>> Comparison)
    {
        /// <summary>The first place behind a cursor.</summary>
        public int After(string? cursor)
        {
            if (cursor is null)
            {
                return 0;
            }

            var compare = Comparison(cursor);
            var (low, high) = (0, Products.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = compare(Products[middle]) > 0 ? (low, middle) : (middle + 1, high);
            }

            return low;
        }
    }

    /// <summary>The order by price per gram, millilitre or piece of content, whatever unit it is shown by; right until something changes by the clock.</summary>
    private sealed class PriceOrder
    {
        public PriceOrder(IReadOnlyList<ProductView> products, DateTimeOffset now)
        {
            From = now;
            Until = TimedChanges.After(products, now);
            AscendingKey = [.. products.Select(p => p.Offers.Where(o => o.ValidAt(now)).Select(o => o.ComparablePrice(now)).DefaultIfEmpty(long.MaxValue).Min())];
            Lowest = [.. products.Select(p => p.Offers.Where(o => o.ValidAt(now)).Select(o => (decimal?)o.PriceAt(now).Amount).Min()).OfType<decimal>().Order()];
            DescendingKey = [.. AscendingKey.Select(price => price == long.MaxValue ? price : -price)];
            Ascending = Sort(AscendingKey);
            Descending = Sort(DescendingKey);
        }

        public DateTimeOffset From { get; }

        public DateTimeOffset Until { get; }

        public long[] AscendingKey { get; }

        /// <summary>Each product's lowest price as it is written, in order; without those not on sale.</summary>
        public decimal[] Lowest { get; }

        public long[] DescendingKey { get; }

        public int[] Ascending { get; }

        public int[] Descending { get; }

        // Products lie in the order of their serials, and the sort is stable.
        private static int[] Sort(long[] keys) => [.. Enumerable.Range(0, keys.Length).OrderBy(i => keys[i])];
    }
}
