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

    public static TextIndex Empty { get; } = new([], []);

    /// <summary>Builds the index, or gives the former one back when no text changed (a price did).</summary>
    public static TextIndex Of(IReadOnlyList<ProductView> products, TextIndex former)
    {
        string[][] texts = [.. products.Select(p => (string[])[Fold(p.Name), Fold(p.Summary ?? ""), .. p.Synonyms.Select(Fold)])];
        if (texts.Length == former.texts.Length && texts.Zip(former.texts).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
        {
            return former;
        }

        Dictionary<uint, List<int>> lists = [];
        for (var product = 0; product < texts.Length; product++)
        {
            foreach (var text in texts[product])
            {
                for (var i = 0; i < text.Length; i++)
                {
                    Post(lists, text[i], product);
                    if (i + 1 < text.Length)
                    {
                        Post(lists, Pair(text[i], text[i + 1]), product);
                    }
                }
            }
        }

        return new(texts, lists.ToDictionary(l => l.Key, l => l.Value.ToArray()));
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
