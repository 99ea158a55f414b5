using System.Collections.Frozen;

namespace Commerce.Catalog.ReadModel.Search;

/// <summary>How Chinese is spelled in letters without tones. The table comes from Unicode (see ADR 10); words that are read otherwise stand in readings.txt, the longest one decides.</summary>
internal static class Pinyin
{
    private static readonly FrozenDictionary<char, string> Table = Read("pinyin.txt")
        .SelectMany(line => line[1].Select(c => (Character: c, Syllable: line[0]))).ToFrozenDictionary(r => r.Character, r => r.Syllable);

    private static readonly FrozenDictionary<char, (string Word, string[] Syllables)[]> Words = Read("readings.txt")
        .Select(line => (Word: line[0], Syllables: line[1..])).GroupBy(r => r.Word[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(r => r.Word.Length).ToArray());

    /// <summary>The Chinese in a text, spelled: one for each run that nothing else interrupts.</summary>
    public static IEnumerable<Spelled> Spell(string text)
    {
        List<string> run = [];
        for (var i = 0; i < text.Length;)
        {
            var (read, syllables) = At(text, i);
            if (read == 0)
            {
                read = 1;
                if (run.Count > 0)
                {
                    yield return Spelled.Of(run);
                    run.Clear();
                }
            }

            run.AddRange(syllables);
            i += read;
        }

        if (run.Count > 0)
        {
            yield return Spelled.Of(run);
        }
    }

    private static (int Read, IEnumerable<string> Syllables) At(string text, int place)
    {
        foreach (var (word, syllables) in Words.GetValueOrDefault(text[place], []))
        {
            if (string.CompareOrdinal(text, place, word, 0, word.Length) == 0)
            {
                return (word.Length, syllables);
            }
        }

        return Table.TryGetValue(text[place], out var syllable) ? (1, [syllable]) : (0, []);
    }

    private static IEnumerable<string[]> Read(string file)
    {
        using var reader = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream($"Commerce.Catalog.ReadModel.Search.{file}")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))];
    }
}

/// <summary>A run of Chinese in letters: yeshengzhenmo, with the places where its syllables begin.</summary>
/// <param name="Letters">All syllables, small letters.</param>
/// <param name="Starts">Where each begins.</param>
internal sealed record Spelled(string Letters, int[] Starts)
{
    public static Spelled Of(IReadOnlyList<string> syllables)
    {
        var starts = new int[syllables.Count];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + syllables[i - 1].Length;
        }

        return new(string.Concat(syllables), starts);
    }

    /// <summary>Whole syllables from the beginning of one on; the last may be half typed.</summary>
    public bool Reads(string letters) => Array.Exists(Starts, start => Letters.AsSpan(start).StartsWith(letters, StringComparison.Ordinal));

    /// <summary>A run of first letters: zm for zhen mo.</summary>
    public bool Begins(string letters)
    {
        for (var first = 0; first + letters.Length <= Starts.Length; first++)
        {
            var same = 0;
            while (same < letters.Length && Letters[Starts[first + same]] == letters[same])
            {
                same++;
            }

            if (same == letters.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whole syllables that are one edit away.</summary>
    public bool Resembles(string letters)
    {
        for (var first = 0; first < Starts.Length; first++)
        {
            for (var end = first + 1; end <= Starts.Length; end++)
            {
                var length = (end == Starts.Length ? Letters.Length : Starts[end]) - Starts[first];
                if (length > letters.Length + 1)
                {
                    break;
                }

                if (length >= letters.Length - 1 && OneEdit.Apart(Letters.AsSpan(Starts[first], length), letters))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
