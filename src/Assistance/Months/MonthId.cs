using Commerce.SharedKernel;

namespace Commerce.Assistance.Months;

/// <summary>A month's id: months are there without being made, so it is reckoned from the number.</summary>
internal static class MonthId
{
    /// <summary>202606 becomes …-000000202606.</summary>
    public static Guid Of(Month month) => Guid.ParseExact(month.Number.ToString("D32", System.Globalization.CultureInfo.InvariantCulture), "N");

    /// <summary>The month of an id; null when it is no month's.</summary>
    public static Month? Read(Guid id) =>
        int.TryParse(id.ToString("N"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && Month.TryParse($"{number / 100:0000}-{number % 100:00}", out var month)
            ? month
            : null;
}
