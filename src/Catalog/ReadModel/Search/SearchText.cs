namespace Commerce.Catalog.ReadModel.Search;

/// <summary>What a text of a product is to whoever looks for it.</summary>
internal enum TextKind : byte
{
    Name,
    Own,
    Group,
    Summary,
}

/// <summary>Everything a product is found by: its texts folded, the names spelled in pinyin, what its packs weigh.</summary>
internal sealed class SearchText
{
    private SearchText(List<(string Text, TextKind Kind)> fields, List<(Spelled Letters, TextKind Kind)> spelled, long[] contents)
    {
        (Fields, Spelled, Contents) = (fields, spelled, contents);
        foreach (var letter in fields.SelectMany(f => f.Text).Where(char.IsAsciiLetterUpper).Select(char.ToLowerInvariant).Concat(spelled.SelectMany(s => s.Letters.Letters)))
        {
            Letters |= 1u << (letter - 'a');
        }
    }

    /// <summary>The name first, then own synonyms, those of groups, and the summary.</summary>
    public IReadOnlyList<(string Text, TextKind Kind)> Fields { get; }

    /// <summary>Names and synonyms in letters.</summary>
    public IReadOnlyList<(Spelled Letters, TextKind Kind)> Spelled { get; }

    /// <summary>Which letters stand in any of it, a bit each.</summary>
    public uint Letters { get; }

    /// <summary>The net contents of its packs, as <see cref="Amounts.Key"/>.</summary>
    public long[] Contents { get; }

    /// <param name="product">Whose.</param>
    /// <param name="groups">Words that mean the same, folded.</param>
    /// <param name="spell">Spells a text.</param>
    public static SearchText Of(ProductView product, IReadOnlyList<string[]> groups, Func<string, Spelled[]> spell)
    {
        var name = Folding.Fold(product.Name);
        List<string> own = [.. product.Synonyms.Select(Folding.Fold)];
        HashSet<string> known = [name, .. own];
        List<(string Text, TextKind Kind)> fields = [(name, TextKind.Name), .. own.Select(s => (s, TextKind.Own))];
        foreach (var group in groups)
        {
            if (Array.Exists(group, word => name.Contains(word, StringComparison.Ordinal) || own.Contains(word)))
            {
                fields.AddRange(group.Where(known.Add).Select(word => (word, TextKind.Group)));
            }
        }

        List<(Spelled, TextKind)> spelled = [.. fields.SelectMany(f => spell(f.Text).Select(s => (s, f.Kind)))];
        if (!string.IsNullOrEmpty(product.Summary))
        {
            fields.Add((Folding.Fold(product.Summary), TextKind.Summary));
        }

        return new(fields, spelled, [.. product.Variants.Where(Amounts.IsPack).Select(v => Amounts.Key(v.NominalContent)).Distinct().Order()]);
    }

    public bool SameAs(SearchText other) => Fields.SequenceEqual(other.Fields) && Contents.AsSpan().SequenceEqual(other.Contents);

    /// <summary>The keys it is posted under.</summary>
    public IEnumerable<ulong> Keys() =>
        Fields.SelectMany(f => TextKeys.Grams(f.Text)).Concat(Spelled.SelectMany(s => TextKeys.Spelling(s.Letters))).Concat(Contents.Select(TextKeys.Content));
}

/// <summary>The keys of the index: characters and pairs of them, how syllables begin, pairs of first letters, contents. A mark in the upper half keeps them apart.</summary>
internal static class TextKeys
{
    private const ulong OfSyllables = 1UL << 32;
    private const ulong OfInitials = 2UL << 32;
    private const ulong OfContents = 1UL << 63;

    public static ulong Pair(char a, char b) => ((uint)a << 16) | b;

    /// <summary>Texts in which a syllable begins with these letters, or two that follow each other do.</summary>
    public static ulong Syllable(char a, char b) => OfSyllables | Pair(a, b);

    public static ulong Syllable(char a) => OfSyllables | a;

    public static ulong Initials(char a, char b) => OfInitials | Pair(a, b);

    public static ulong Content(long amount) => OfContents | (ulong)amount;

    public static IEnumerable<ulong> Grams(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            yield return text[i];
            if (i + 1 < text.Length)
            {
                yield return Pair(text[i], text[i + 1]);
            }
        }
    }

    public static IEnumerable<ulong> Spelling(Spelled text)
    {
        for (var i = 0; i < text.Starts.Length; i++)
        {
            var start = text.Starts[i];
            yield return Syllable(text.Letters[start]);
            if (start + 1 < text.Letters.Length)
            {
                yield return Syllable(text.Letters[start], text.Letters[start + 1]);
            }

            if (i + 1 < text.Starts.Length)
            {
                yield return Initials(text.Letters[start], text.Letters[text.Starts[i + 1]]);
            }
        }
    }
}
