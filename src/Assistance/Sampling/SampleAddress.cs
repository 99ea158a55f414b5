using System.Globalization;
using Commerce.Assistance.Ledger;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.Assistance.Sampling;

/// <summary>A sample as it stands in the address: the link draws it again.</summary>
/// <param name="From">Which rows it is drawn from.</param>
/// <param name="Seed">Empty while none is chosen.</param>
/// <param name="Size">How many rows.</param>
/// <param name="Upto">The ledger's last row that takes part; null for the present one.</param>
internal sealed record SampleAddress(LedgerAddress From, string Seed, int Size, long? Upto)
{
    private const int LongestSeed = 60;

    public static SampleAddress Read(string query, int thisYear)
    {
        var said = QueryHelpers.ParseQuery(query);
        var seed = said.TryGetValue("seed", out var text) ? text.ToString().Trim() : "";
        return new(
            LedgerAddress.Read(query, thisYear), seed.Length > LongestSeed ? seed[..LongestSeed] : seed, (int)(Number("size") is { } size and > 0 ? Math.Min(size, DrawSample.Most) : DrawSample.Usual), Number("upto"));

        long? Number(string name) => said.TryGetValue(name, out var value) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The address of a page that shows it.</summary>
    public string At(string path)
    {
        var parts = new Dictionary<string, string?> { ["seed"] = Seed, ["size"] = Size.ToString(CultureInfo.InvariantCulture) };
        if (Upto is { } last)
        {
            parts["upto"] = last.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(From.At(path), parts);
    }
}
