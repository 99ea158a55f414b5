using System.Text;
using System.Text.RegularExpressions;

namespace Commerce.TaskList.Reading;

/// <summary>White space, widths and Chinese numerals.</summary>
internal static partial class Folding
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>White space, also the full-width kind, becomes one blank; what has no width goes.</summary>
    public static string Fold(string text) => White().Replace(Widthless().Replace(text, ""), " ").Trim();

    /// <summary>For comparing: no white space at all, narrow digits and brackets.</summary>
    public static string Bare(string text) => Narrow(White().Replace(Widthless().Replace(text, ""), ""));

    /// <summary>Full-width digits, letters and signs made narrow, one for one, so that positions stay.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
        {
            narrow[i] = wide[i] is >= '！' and <= '～' and not ('，' or '；' or '：') ? (char)(wide[i] - 0xFEE0) : wide[i];
        }
    });

    /// <summary>"12", "１２", "十二" are 12; null when it is no number from 0 to 999.</summary>
    public static int? Number(string text)
    {
        var narrow = Narrow(text).Replace('〇', '零').Replace('两', '二');
        if (narrow.Length is > 0 and <= 3 && narrow.All(char.IsAsciiDigit))
        {
            return int.Parse(narrow, System.Globalization.CultureInfo.InvariantCulture);
        }

        return ChineseNumber().Match(narrow) is { Success: true } m
            ? Digit(m, "h", 0) * 100 + (m.Groups["ten"].Success ? Digit(m, "t", 1) * 10 : 0) + Digit(m, "u", 0)
            : null;
    }

    /// <summary>12 is "十二"; from 1 to 99, as labels are counted.</summary>
    public static string Chinese(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Unit(number),
        _ => Digits[number / 10 % 10] + "十" + Unit(number),
    };

    /// <summary>"二〇二一" is 2021; null otherwise.</summary>
    public static int? Year(string text)
    {
        var year = new StringBuilder();
        foreach (var c in Narrow(text).Replace('〇', '零').Replace('○', '零'))
        {
            _ = year.Append(char.IsAsciiDigit(c) ? c : Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : 'x');
        }

        return year.Length == 4 && int.TryParse(year.ToString(), out var number) && number is >= 1950 and <= 2199 ? number : null;
    }

    private static string Unit(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();

    private static int Digit(Match match, string group, int otherwise) => match.Groups[group] is { Success: true } g ? Digits.IndexOf(g.Value, StringComparison.Ordinal) : otherwise;

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex("[\u200B-\u200D\u2060\uFEFF\u00AD]")]
    private static partial Regex Widthless();

    [GeneratedRegex("^(?=.)(?:(?<h>[一二三四五六七八九])百零?)?(?:(?<t>[一二三四五六七八九])?(?<ten>十))?(?<u>[零一二三四五六七八九])?$")]
    private static partial Regex ChineseNumber();
}
