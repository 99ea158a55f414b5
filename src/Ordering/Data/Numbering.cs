using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Data;

/// <summary>Numbers of papers: gapless per kind and year (China time).</summary>
internal static class Numbering
{
    /// <summary>The next number, such as AC-2026-000001. Taken before anything is changed: the first of a year saves its own row.</summary>
    public static async Task<string> NextPaper(this OrderingDbContext db, string kind, DateTimeOffset now, CancellationToken ct)
    {
        var (year, number) = await db.NextOfYear(kind, now, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{kind}-{year}-{number:000000}");
    }

    /// <summary>The next order: its number, and the serial by which lists are ordered.</summary>
    public static async Task<(string Number, long Serial)> NextOrder(this OrderingDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var (year, number) = await db.NextOfYear("PO", now, ct);
        return (string.Create(CultureInfo.InvariantCulture, $"PO-{year}-{number:000000}"), Serial(year, number));
    }

    /// <summary>The next statement: its number, its place in lists, and the code for its payment.</summary>
    public static async Task<(string Number, long Serial, string PaymentCode)> NextStatement(this OrderingDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var (year, number) = await db.NextOfYear("ST", now, ct);
        return (string.Create(CultureInfo.InvariantCulture, $"ST-{year}-{number:000000}"), Serial(year, number), Domain.PaymentCode.Of(year, number));
    }

    /// <summary>Year and number in one.</summary>
    public static long Serial(int year, long number) => (year * 1_000_000_000L) + number;

    private static async Task<(int Year, long Number)> NextOfYear(this OrderingDbContext db, string kind, DateTimeOffset now, CancellationToken ct)
    {
        var year = now.DayInChina().Year;
        return (year, await db.NextNumber(string.Create(CultureInfo.InvariantCulture, $"{kind}-{year}"), ct));
    }
}
