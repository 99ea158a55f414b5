using System.Text;

namespace Commerce.Catalog.ReadModel.Search;

/// <summary>What people mean by the same letters: full width or half, large or small, in no particular language.</summary>
internal static class Folding
{
    public static string Fold(string text) => (IsPlain(text) ? text : Normal(text)).ToUpperInvariant();

    // Letters, digits and common characters are their own normal form; most texts are of nothing else.
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(Plain);

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range(0x4E00, 0x5200)).Select(c => (char)c), '。', '、']);

    private static string Normal(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a character outside the basic plane: no normal form, and nothing to lose.
            return text;
        }
    }
}
