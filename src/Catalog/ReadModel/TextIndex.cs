using System.Runtime.InteropServices;

namespace Commerce.Catalog.ReadModel;

/// <summary>Finds every product whose name, summary or one of whose synonyms contains a text, and no other (decision 19).</summary>
/// <remarks>Postings of single characters and of pairs narrow the search; a plain substring test on the folded texts then decides, so the index can't be wrong, only slow.
/// Chinese has no spaces: pairs of characters serve it better than words.</remarks>
internal sealed class TextIndex
{
    private const int ListsToIntersect = 3;

    // Per product: name, summary, synonyms, folded. The name comes first.
    private readonly string[][] texts;
    private readonly Dictionary<uint, int[]> postings;

    private TextIndex(string[][] texts, Dictionary<uint, int[]> postings)
    {
        this.texts = texts;
        this.postings = postings;
    }

    public static TextIndex Of(IReadOnlyList<ProductView> products)
    {
        string[][] texts = [.. products.Select(TextsOf)];
        Dictionary<uint, List<int>> lists = [];
        for (var product = 0; product < texts.Length; product++)
        {
            foreach (var gram in texts[product].SelectMany(Grams))
            {
                Post(lists, gram, product);
            }
        }

        return new(texts, lists.ToDictionary(l => l.Key, l => l.Value.ToArray()));
    }

    /// <summary>The index with some products read again, or new ones behind the others; this one itself when no text changed (a price did).</summary>
    public TextIndex With(IReadOnlyList<ProductView> read)
    {
        var changed = read.Select(p => (p.Index, Texts: TextsOf(p))).Where(p => p.Index >= texts.Length || !p.Texts.AsSpan().SequenceEqual(texts[p.Index])).ToList();
        if (changed.Count == 0)
        {
            return this;
        }

        var nowTexts = texts;
        Array.Resize(ref nowTexts, Math.Max(texts.Length, changed.Max(p => p.Index) + 1));
        nowTexts = nowTexts == texts ? [.. texts] : nowTexts;
        Dictionary<uint, int[]> nowPostings = new(postings);
        foreach (var (index, now) in changed)
        {
            var before = index < texts.Length ? texts[index].SelectMany(Grams).ToHashSet() : [];
            var after = now.SelectMany(Grams).ToHashSet();
            foreach (var gone in before.Except(after))
            {
                nowPostings[gone] = Array.FindAll(nowPostings[gone], p => p != index);
            }

            foreach (var come in after.Except(before))
            {
                var list = nowPostings.GetValueOrDefault(come, []);
                var place = ~Array.BinarySearch(list, index);
                nowPostings[come] = [.. list.AsSpan(0, place), index, .. list.AsSpan(place)];
            }

            nowTexts[index] = now;
        }

        return new(nowTexts, nowPostings);
    }

    /// <summary>What people mean by the same letters: without case, in no particular language.</summary>
    public static string Fold(string text) => text.ToUpperInvariant();

    /// <summary>The products that contain the text, in their order; true where the name does.</summary>
    /// <param name="text">Trimmed, not empty.</param>
    public List<(int Product, bool InName)> Find(string text)
    {
        var wanted = Fold(text);
        List<(int, bool)> found = [];
        foreach (var product in Candidates(wanted))
        {
            var fields = texts[product];
            for (var f = 0; f < fields.Length; f++)
            {
                if (fields[f].Contains(wanted, StringComparison.Ordinal))
                {
                    found.Add((product, f == 0));
                    break;
                }
            }
        }

        return found;
    }

    private static string[] TextsOf(ProductView p) => [Fold(p.Name), Fold(p.Summary ?? ""), .. p.Synonyms.Select(Fold)];

    private static IEnumerable<uint> Grams(string text)
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

    private static uint Pair(char a, char b) => ((uint)a << 16) | b;

    private static void Post(Dictionary<uint, List<int>> lists, uint gram, int product)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, gram, out _);
        list ??= [];
        if (list.Count == 0 || list[^1] != product)
        {
            list.Add(product);
        }
    }

    private IEnumerable<int> Candidates(string wanted)
    {
        if (wanted.Length == 1)
        {
            return postings.GetValueOrDefault(wanted[0], []);
        }

        List<int[]> lists = [];
        for (var i = 0; i + 1 < wanted.Length; i++)
        {
            if (!postings.TryGetValue(Pair(wanted[i], wanted[i + 1]), out var list))
            {
                return [];
            }

            lists.Add(list);
        }

        lists.Sort((a, b) => a.Length.CompareTo(b.Length));
        IEnumerable<int> candidates = lists[0];
        foreach (var list in lists.Skip(1).Take(ListsToIntersect - 1))
        {
            candidates = candidates.Where(product => Array.BinarySearch(list, product) >= 0);
        }

        return candidates;
    }
}
