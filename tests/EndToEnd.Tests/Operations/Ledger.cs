using System.Globalization;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>Looks at the ledger as an officer does.</summary>
internal static class Ledger
{
    /// <summary>This year's net purchases of a unit, proved against what ordering states.</summary>
    public static async Task<decimal> Total(Api officer, string unit)
    {
        var year = TimeProvider.System.GetUtcNow().AddHours(8).Year;
        var report = (await officer.Data(
            "query($y: Int!, $f: TotalsFilter) { assistanceTotals(year: $y, by: [UNIT], filter: $f) { total { amount } reconciled } }", new { y = year, f = new { unitIds = new[] { unit } } })).GetProperty("assistanceTotals");
        Assert.True(report.GetProperty("reconciled").GetBoolean());
        return decimal.Parse(report.GetProperty("total").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture);
    }
}
