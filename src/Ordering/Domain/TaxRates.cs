using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>A rate (税率) or levy (征收率) in force for some time.</summary>
/// <param name="Percent">Such as 9.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day; null while it is in force.</param>
internal sealed record TaxRate(decimal Percent, DateOnly From, DateOnly? To);

/// <summary>Which rates were in force when: a table with dates. What is exempt (免税) has no rate at all; 0 % isn't in here.</summary>
internal sealed class TaxRates(IReadOnlyList<TaxRate> table)
{
    /// <summary>As the VAT rules have it since April 2019: 13, 9, 6 %, the levy of 3 %, and its relief of 1 % while that runs. A setting replaces it.</summary>
    public static TaxRates Usual { get; } = new(
    [
        new(13, new(2019, 4, 1), null),
        new(9, new(2019, 4, 1), null),
        new(6, new(2016, 5, 1), null),
        new(3, new(2014, 7, 1), null),
        new(1, new(2020, 3, 1), new(2027, 12, 31)),
    ]);

    /// <summary>True for what is exempt and for a rate in force on the day.</summary>
    public bool Has(decimal? percent, DateOnly day) => percent is null || table.Any(r => r.Percent == percent && r.From <= day && (r.To is not { } end || day <= end));

    /// <summary>Those in force on a day, the highest first.</summary>
    public IReadOnlyList<decimal> On(DateOnly day) => [.. table.Where(r => Has(r.Percent, day)).Select(r => r.Percent).Distinct().OrderDescending()];

    /// <summary>Hundredths of a per cent; null stays null.</summary>
    public static int? BasisPoints(decimal? percent) => percent is { } p and > 0 and < 100 ? (int)(p * 100) : null;
}
