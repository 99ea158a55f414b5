using System.Globalization;

namespace Commerce.SharedKernel;

/// <summary>A calendar month, cut in Asia/Shanghai. Stored as the number 202606.</summary>
/// <param name="Number">Year × 100 + month.</param>
public readonly record struct Month(int Number) : IComparable<Month>
{
    /// <summary>The calendar year.</summary>
    public int Year => Number / 100;

    /// <summary>1 to 12.</summary>
    public int OfYear => Number % 100;

    /// <summary>A month of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such month.</exception>
    public static Month Of(int year, int month) => month is >= 1 and <= 12 && year is >= 1900 and <= 9999
        ? new(year * 100 + month)
        : throw new ArgumentOutOfRangeException(nameof(month), $"{year}-{month} is no month.");

    /// <summary>Reads "2026-06".</summary>
    public static bool TryParse(string? text, out Month month)
    {
        var good = DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        month = good ? Of(day.Year, day.Month) : default;
        return good;
    }

    /// <summary>The month in which a day lies.</summary>
    public static Month Of(DateOnly day) => Of(day.Year, day.Month);

    /// <summary>The next month.</summary>
    public Month Next() => OfYear == 12 ? Of(Year + 1, 1) : new(Number + 1);

    /// <inheritdoc />
    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    /// <summary>Earlier.</summary>
    public static bool operator <(Month a, Month b) => a.Number < b.Number;

    /// <summary>Later.</summary>
    public static bool operator >(Month a, Month b) => a.Number > b.Number;

    /// <summary>Not later.</summary>
    public static bool operator <=(Month a, Month b) => a.Number <= b.Number;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Month a, Month b) => a.Number >= b.Number;

    /// <summary>2026-06.</summary>
    public override string ToString() => $"{Year:0000}-{OfYear:00}";
}
