namespace Commerce.SharedKernel;

/// <summary>The one rounding rule of the house: half away from zero, at named points only.</summary>
/// <remarks>Money is rounded once per acceptance line and nowhere else (domain rule 1: 按实重结算, 四舍五入到分).</remarks>
public static class Rounding
{
    /// <summary>Rounds half away from zero to <paramref name="places"/> decimal places.</summary>
    public static decimal HalfAwayFromZero(decimal value, int places) =>
        Math.Round(value, places, MidpointRounding.AwayFromZero);

    /// <summary>Scales an exact decimal to a whole number of its smallest parts.</summary>
    /// <exception cref="InexactAmountException">The value has more places than the scale keeps.</exception>
    internal static long Exactly(decimal value, int scale, string what)
    {
        var scaled = value * scale;
        if (decimal.Truncate(scaled) != scaled || scaled is > long.MaxValue or < long.MinValue)
        {
            throw new InexactAmountException($"{value} is not an exact {what}.");
        }

        return (long)scaled;
    }
}

/// <summary>A number carries more places than money, a price or a weight can hold. Check at the edge before converting.</summary>
public sealed class InexactAmountException(string message) : ArgumentException(message);
