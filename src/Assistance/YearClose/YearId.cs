using System.Globalization;

namespace Commerce.Assistance.YearClose;

/// <summary>A year's id: years are there without being made, so it is reckoned from the number.</summary>
internal static class YearId
{
    /// <summary>2026 becomes …-000000002026.</summary>
    public static Guid Of(int year) => Guid.ParseExact(year.ToString("D32", CultureInfo.InvariantCulture), "N");

    /// <summary>The year of an id; null when it is no year's.</summary>
    public static int? Read(Guid id) => int.TryParse(id.ToString("N"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2999 ? year : null;
}
