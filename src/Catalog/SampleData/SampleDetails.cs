using System.Text.RegularExpressions;
using Commerce.Catalog.Domain;

namespace Commerce.Catalog.SampleData;

/// <summary>Season, storage and shelf life of the sample goods, from how their lines say it; what a line says otherwise stays unrecorded.</summary>
internal static partial class SampleDetails
{
    public static Season? SeasonOf(string text) =>
        text == "全年" ? new Season(1, 12)
        : Months().Match(text) is { Success: true } found ? new Season(Number(found.Groups[1].ValueSpan), Number(found.Groups[2].Success ? found.Groups[2].ValueSpan : found.Groups[1].ValueSpan))
        : null;

    public static (string? Storage, ShelfLife? ShelfLife) StorageOf(string text) => Kept().Match(text) is { Success: true } found
        ? (found.Groups[1].Value, new ShelfLife(Number(found.Groups[2].ValueSpan), found.Groups[3].Value == "天" ? ShelfLifeUnit.Days : ShelfLifeUnit.Months))
        : (null, null);

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9]+)月(?:新米)?(?:至(?:次年)?([0-9]+)月)?$")]
    private static partial Regex Months();

    [GeneratedRegex("^([^，]+)，([0-9]+)(天|个月)$")]
    private static partial Regex Kept();
}
