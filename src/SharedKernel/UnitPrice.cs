using System.Globalization;

namespace Commerce.SharedKernel;

/// <summary>A price in yuan per a unit of measure, up to four places (5.60 元/斤). Tax included.</summary>
/// <param name="TenThousandths">Ten-thousandths of a yuan; this is what the database holds.</param>
/// <param name="Per">The unit the price is for.</param>
public readonly record struct UnitPrice(long TenThousandths, MeasureUnit Per)
{
    /// <summary>Yuan per <see cref="Per"/>.</summary>
    public decimal Amount => TenThousandths / 10_000m;

    /// <summary>From yuan with at most four places.</summary>
    /// <exception cref="InexactAmountException">More than four places.</exception>
    public static UnitPrice Of(decimal yuan, MeasureUnit per) => new(Rounding.Exactly(yuan, 10_000, "unit price"), per);

    /// <summary>True when <paramref name="yuan"/> has at most four places and is below ten million, so that the largest quantity times it still fits.</summary>
    public static bool IsExact(decimal yuan) => Math.Abs(yuan) < 10_000_000m && decimal.Truncate(yuan * 10_000) == yuan * 10_000;

    /// <summary>The price per another unit of the same dimension, when it can be held exactly: 5.60 元/斤 = 11.20 元/公斤; else null.</summary>
    public UnitPrice? PerUnit(MeasureUnit other)
    {
        if (other.Dimension() != Per.Dimension())
        {
            return null;
        }

        var amount = Amount * other.ToBase() / Per.ToBase();
        return IsExact(amount) ? Of(amount, other) : null;
    }

    /// <summary>5.60 元/斤.</summary>
    public override string ToString() => $"{Amount.ToString("0.00##", CultureInfo.InvariantCulture)} 元/{Per.Name()}";
}
