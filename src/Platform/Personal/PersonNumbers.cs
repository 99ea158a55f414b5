using System.Text.RegularExpressions;

namespace Commerce.Platform.Personal;

/// <summary>Tells texts that hold what looks like a number of a person: an ID number or a telephone number. Texts that everybody reads hold neither.</summary>
public static partial class PersonNumbers
{
    /// <summary>Something in it looks like one, in full or half width, with blanks or hyphens between the digits or without.</summary>
    public static bool In(string? text) => text is not null && Looks().IsMatch(Joined(text));

    private static string Joined(string text) => Between().Replace(text.Normalize(System.Text.NormalizationForm.FormKC), "");

    [GeneratedRegex(@"(?<=[0-9])[\s\-‐–—·]+(?=[0-9Xx])")]
    private static partial Regex Between();

    // 身份证 of 18 or 15 places, a mobile number with or without 86, a telephone number with its area's code.
    [GeneratedRegex(@"(?<![0-9])([0-9]{17}[0-9Xx]|[0-9]{15}|(86)?1[3-9][0-9]{9}|0[1-9][0-9]{8,10})(?![0-9])")]
    private static partial Regex Looks();
}
