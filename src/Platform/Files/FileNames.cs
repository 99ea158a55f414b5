using System.Globalization;
using System.Text;

namespace Commerce.Platform.Files;

/// <summary>Names that are safe to show and to save: no paths, no control or direction signs, the ending that the content has.</summary>
public static class FileNames
{
    /// <summary>In characters, ending included.</summary>
    public const int Longest = 120;

    private const string Reserved = "\"*:<>?|/\\";

    /// <summary>The name, cleaned.</summary>
    public static string Clean(string? given, FileKind kind)
    {
        var name = (given ?? "").Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..].Normalize(NormalizationForm.FormC);
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            // Direction marks turn gnp.exe round; they are of the category Format.
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
                && rune.Value != 0xFFFD && !(rune.IsAscii && Reserved.Contains((char)rune.Value)))
            {
                kept.Append(rune);
            }
        }

        var clean = kept.ToString().Trim(' ', '.');
        var ending = Path.GetExtension(clean);
        var stem = Fits(ending, kind) ? clean[..^ending.Length].TrimEnd(' ', '.') : clean;
        var own = Fits(ending, kind) ? ending.ToLowerInvariant() : kind.Extension;
        stem = stem.Length == 0 ? "file" : stem[..Math.Min(stem.Length, Longest - own.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + own;
    }

    /// <summary>True when a name's ending says the same as the content.</summary>
    public static bool Fits(string ending, FileKind kind) =>
        string.Equals(ending, kind.Extension, StringComparison.OrdinalIgnoreCase) || kind.Aliases.Contains(ending, StringComparer.OrdinalIgnoreCase);
}
