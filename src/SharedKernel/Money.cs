using System.Globalization;

namespace Commerce.SharedKernel;

/// <summary>A settled amount in yuan (CNY), exact to the fen. Stored as a whole number of fen.</summary>
public readonly record struct Money : IComparable<Money>
{
    private Money(long fen) => Fen = fen;

    /// <summary>The amount in fen (1 元 = 100 分); this is what the database holds.</summary>
    public long Fen { get; }

    /// <summary>The amount in yuan, two places.</summary>
    public decimal Amount => Fen / 100m;

    /// <summary>No money: 0.00 元.</summary>
    public static Money Zero => default;

    /// <summary>From a stored number of fen.</summary>
    public static Money FromFen(long fen) => new(fen);

    /// <summary>From yuan with at most two places.</summary>
    /// <exception cref="InexactAmountException">More than two places.</exception>
    public static Money Of(decimal yuan) => new(Rounding.Exactly(yuan, 100, "amount in fen"));

    /// <summary>True when <paramref name="yuan"/> has at most two places and fits.</summary>
    public static bool IsExact(decimal yuan) => Math.Abs(yuan) < 10_000_000_000m && decimal.Truncate(yuan * 100) == yuan * 100;

    /// <summary>What <paramref name="quantity"/> costs at <paramref name="price"/>: rounded once, half away from zero, to the fen.</summary>
    /// <exception cref="ArgumentException">The price is per a unit of another dimension (元/斤 against 袋).</exception>
    /// <remarks>The only place where a price times a quantity becomes money; orders, returns, invoices and the ledger all use it.</remarks>
    public static Money Settle(UnitPrice price, Quantity quantity)
    {
        var amount = quantity.In(price.Per) * price.Amount;
        return new((long)(Rounding.HalfAwayFromZero(amount, 2) * 100m));
    }

    /// <summary>Sum.</summary>
    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    /// <summary>Difference.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money a) => new(checked(-a.Fen));

    /// <summary>Less than.</summary>
    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    /// <summary>More than.</summary>
    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    /// <summary>At most.</summary>
    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    /// <summary>At least.</summary>
    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    /// <inheritdoc />
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>Always two places, a dot, no thousands: 544.32.</summary>
    public override string ToString() => Amount.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>Sums of money.</summary>
public static class MoneySums
{
    /// <summary>Exact sum of amounts.</summary>
    public static Money Sum<T>(this IEnumerable<T> items, Func<T, Money> amount) =>
        items.Aggregate(Money.Zero, (sum, item) => sum + amount(item));
}
