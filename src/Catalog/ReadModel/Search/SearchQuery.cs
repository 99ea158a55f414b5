namespace Commerce.Catalog.ReadModel.Search;

/// <summary>A word that is looked for.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Letters">In small letters when it is of letters alone (an apostrophe between syllables doesn't count); else null.</param>
/// <param name="Amount">A weight or volume in it, with the rest of the word; else null.</param>
internal sealed record SearchWord(string Text, string? Letters, (long Key, string Others)? Amount)
{
    public static SearchWord Of(string text)
    {
        var letters = text.Replace("'", "", StringComparison.Ordinal).ToLowerInvariant();
        return new(text, letters.Length > 0 && letters.All(char.IsAsciiLetterLower) ? letters : null, Amounts.In(text));
    }
}

/// <summary>What somebody typed, as the words that a product must all match.</summary>
/// <param name="Whole">All of it, folded.</param>
/// <param name="Words">Its words; none when nothing was typed.</param>
internal sealed record SearchQuery(string Whole, IReadOnlyList<SearchWord> Words)
{
    // More words than anybody types; a longer text is looked for as one.
    private const int MostWords = 12;

    public static SearchQuery Of(string? text)
    {
        var whole = Folding.Fold(text?.Trim() ?? "").Trim();
        var words = Amounts.Joined(whole).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(whole, words.Length <= MostWords ? [.. words.Select(SearchWord.Of)] : [SearchWord.Of(whole)]);
    }
}
