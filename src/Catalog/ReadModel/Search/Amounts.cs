using System.Globalization;
using System.Text.RegularExpressions;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ReadModel.Search;

/// <summary>Weights and volumes as people type them: 5公斤, 10斤装, 2 500g, 半斤. The same amount in another unit is the same.</summary>
internal static partial class Amounts
{
    private const string ChineseDigits = "一二三四五六七八九";

    /// <summary>A pack of a stated content; loose goods are of any weight.</summary>
    public static bool IsPack(VariantView variant) =>
        variant.SoldBy.Dimension() == MeasureDimension.Count && variant.NominalContent is { IsZero: false, Dimension: MeasureDimension.Mass or MeasureDimension.Volume };

    /// <summary>One number for an amount: thousandths of a gram or millilitre, and which of them.</summary>
    public static long Key(Quantity amount) => (amount.Milli << 1) | (amount.Dimension == MeasureDimension.Volume ? 1L : 0L);

    /// <summary>The text with each amount as one word, so that 5 公斤 isn't two.</summary>
    public static string Joined(string folded) => Amount().Replace(folded, m => m.Value.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>The amount in a word and what stands around it; null when there is none that makes sense.</summary>
    public static (long Key, string Others)? In(string word)
    {
        if (Amount().Match(word) is not { Success: true } found || NumberOf(found.Groups["n"].Value) is not { } number)
        {
            return null;
        }

        var unit = UnitOf(found.Groups["u"].Value);
        return number > 0 && Quantity.IsExact(number, unit) ? (Key(Quantity.Of(number, unit)), word.Remove(found.Index, found.Length)) : null;
    }

    [GeneratedRegex(@"(?<![\dA-Z.,])(?<n>[0-9]{1,3}(?:[ ,][0-9]{3})+(?:\.[0-9]{1,3})?|[0-9]{1,6}(?:\.[0-9]{1,3})?|半|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]) ?(?<u>公斤|千克|KG|市斤|斤|两|克|G|毫升|ML|升|L)(?![A-Z])装?")]
    private static partial Regex Amount();

    private static decimal? NumberOf(string text)
    {
        if (char.IsAsciiDigit(text[0]))
        {
            return decimal.TryParse(text.Replace(" ", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        var ten = text.IndexOf('十', StringComparison.Ordinal);
        return text == "半" ? 0.5m
            : ten < 0 ? Digit(text[0])
            : (10 * (ten == 0 ? 1 : Digit(text[0]))) + (ten + 1 < text.Length ? Digit(text[ten + 1]) : 0);
    }

    private static int Digit(char chinese) => chinese == '两' ? 2 : ChineseDigits.IndexOf(chinese, StringComparison.Ordinal) + 1;

    private static MeasureUnit UnitOf(string unit) => unit switch
    {
        "公斤" or "千克" or "KG" => MeasureUnit.Kg,
        "斤" or "市斤" => MeasureUnit.Jin,
        "两" => MeasureUnit.Liang,
        "克" or "G" => MeasureUnit.G,
        "升" or "L" => MeasureUnit.L,
        _ => MeasureUnit.Ml,
    };
}
