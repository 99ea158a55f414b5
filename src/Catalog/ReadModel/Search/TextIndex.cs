using System.Runtime.InteropServices;

namespace Commerce.Catalog.ReadModel.Search;

/// <summary>Finds the products of which the name, the summary or a synonym contains every word (decision 19), or reads like it in pinyin; and only when a word finds nothing at all, those one slip away.</summary>
/// <remarks>Postings narrow the search; the texts themselves then decide, so the index can't be wrong, only slow.
/// Chinese has no spaces: pairs of characters serve it better than words.</remarks>
internal sealed class TextIndex
{
    private const int ListsToIntersect = 3;
    private const int ShortestSlip = 4;

    private readonly SearchText[] texts;
    private readonly Dictionary<ulong, int[]> postings;
    private readonly IReadOnlyList<string[]> groups;
    private readonly FoundBefore before = new();

    private TextIndex(SearchText[] texts, Dictionary<ulong, int[]> postings, IReadOnlyList<string[]> groups)
    {
        this.texts = texts;
        this.postings = postings;
        this.groups = groups;
    }

    /// <param name="products">All of them, in their places.</param>
    /// <param name="synonyms">Groups of words that mean the same.</param>
    public static TextIndex Of(IReadOnlyList<ProductView> products, IEnumerable<IReadOnlyList<string>> synonyms)
    {
        string[][] groups = [.. synonyms.Select(g => g.Select(Folding.Fold).ToArray())];
        Dictionary<string, Spelled[]> spelled = [];
        Spelled[] Spell(string text)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(spelled, text, out _);
            return known ??= [.. Pinyin.Spell(text)];
        }

        SearchText[] texts = [.. products.Select(p => SearchText.Of(p, groups, Spell))];
        Dictionary<ulong, List<int>> lists = [];
        for (var product = 0; product < texts.Length; product++)
        {
            foreach (var key in texts[product].Keys())
            {
                Post(lists, key, product);
            }
        }

        return new(texts, lists.ToDictionary(l => l.Key, l => l.Value.ToArray()), groups);
    }

    /// <summary>The index with some products read again, or new ones behind the others; this one itself when no text changed (a price did).</summary>
    public TextIndex With(IReadOnlyList<ProductView> read)
    {
        var changed = read.Select(p => (p.Index, Text: SearchText.Of(p, groups, text => [.. Pinyin.Spell(text)])))
            .Where(p => p.Index >= texts.Length || !p.Text.SameAs(texts[p.Index])).ToList();
        if (changed.Count == 0)
        {
            return this;
        }

        var nowTexts = texts;
        Array.Resize(ref nowTexts, Math.Max(texts.Length, changed.Max(p => p.Index) + 1));
        nowTexts = nowTexts == texts ? [.. texts] : nowTexts;
        Dictionary<ulong, int[]> nowPostings = new(postings);
        foreach (var (index, now) in changed)
        {
            var before = index < texts.Length ? texts[index].Keys().ToHashSet() : [];
            var after = now.Keys().ToHashSet();
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

        return new(nowTexts, nowPostings, groups);
    }

    /// <summary>The products that match every word.</summary>
    public TextMatches Find(SearchQuery query) => before.Or(query, Look);

    private TextMatches Look(SearchQuery query)
    {
        List<Hit>? found = null;
        foreach (var word in query.Words)
        {
            var hits = Find(word, alone: query.Words.Count == 1);
            found = found is null ? hits : HitLists.Both(found, hits);
            if (found.Count == 0)
            {
                break;
            }
        }

        found ??= [];
        if (query.Words.Count > 1)
        {
            for (var i = 0; i < found.Count; i++)
            {
                found[i] = texts[found[i].Product].Fields[0].Text == query.Whole ? found[i] with { Rank = MatchRank.NameIs } : found[i];
            }
        }

        return new(found);
    }

    private List<Hit> Find(SearchWord word, bool alone)
    {
        var hits = Containing(word.Text);
        if (word.Amount is { } amount)
        {
            var packs = postings.GetValueOrDefault(TextKeys.Content(amount.Key), []).Select(p => new Hit(p, MatchRank.NameIs, MatchWay.Contains)).ToList();
            hits = HitLists.Either(hits, amount.Others.Length == 0 ? packs : HitLists.Both(packs, Find(SearchWord.Of(amount.Others) with { Amount = null }, alone)));
        }

        if (word.Letters is { } letters)
        {
            hits = HitLists.Either(hits, Spelled(letters, alone));
            if (hits.Count == 0 && letters.Length >= ShortestSlip)
            {
                return Slipped(letters);
            }
        }

        return hits;
    }

    /// <summary>Those that contain the text as it stands.</summary>
    private List<Hit> Containing(string wanted)
    {
        List<Hit> hits = [];
        foreach (var product in Candidates(wanted))
        {
            foreach (var (text, kind) in texts[product].Fields)
            {
                var place = text.IndexOf(wanted, StringComparison.Ordinal);
                if (place >= 0)
                {
                    hits.Add(new(product, RankOf(kind, place, text.Length == wanted.Length), MatchWay.Contains));
                    break;
                }
            }
        }

        return hits;
    }

    private static MatchRank RankOf(TextKind kind, int place, bool whole) => kind switch
    {
        TextKind.Name => whole ? MatchRank.NameIs : place == 0 ? MatchRank.NameStarts : MatchRank.NameContains,
        TextKind.Own => MatchRank.OwnSynonym,
        TextKind.Group => MatchRank.GroupSynonym,
        TextKind.Summary => MatchRank.Summary,
    };

    /// <summary>Those of which a name is spelled so, or begins so letter by letter. A single letter says too little, but beside other words it may be one half typed.</summary>
    private List<Hit> Spelled(string letters, bool alone)
    {
        if (letters.Length == 1)
        {
            return alone ? [] : [.. Spelled(TextKeys.Syllable(letters[0]), letters, MatchWay.Pinyin, static (spelled, wanted) => spelled.Reads(wanted))];
        }

        return HitLists.Either(
            [.. Spelled(TextKeys.Syllable(letters[0], letters[1]), letters, MatchWay.Pinyin, static (spelled, wanted) => spelled.Reads(wanted))],
            [.. Spelled(TextKeys.Initials(letters[0], letters[1]), letters, MatchWay.Initials, static (spelled, wanted) => spelled.Begins(wanted))]);
    }

    private IEnumerable<Hit> Spelled(ulong key, string letters, MatchWay way, Func<Spelled, string, bool> matches)
    {
        foreach (var product in postings.GetValueOrDefault(key, []))
        {
            foreach (var (spelled, kind) in texts[product].Spelled)
            {
                // The name stands first.
                if (matches(spelled, letters))
                {
                    yield return new(product, kind == TextKind.Name ? MatchRank.PinyinOfName : MatchRank.PinyinOfSynonym, way);
                    break;
                }
            }
        }
    }

    /// <summary>Those with a Latin word, or a name in pinyin, one slip away. Letters that a product doesn't have at all are told first: a slip brings in one at most.</summary>
    private List<Hit> Slipped(string letters)
    {
        var mask = letters.Aggregate(0u, (bits, letter) => bits | (1u << (letter - 'a')));
        List<Hit> hits = [];
        for (var product = 0; product < texts.Length; product++)
        {
            var text = texts[product];
            if (System.Numerics.BitOperations.PopCount(mask & ~text.Letters) <= 1
                && (text.Spelled.Any(s => s.Letters.Resembles(letters)) || text.Fields.Any(f => HasWordLike(f.Text, letters))))
            {
                hits.Add(new(product, MatchRank.Slip, MatchWay.Fuzzy));
            }
        }

        return hits;
    }

    private static bool HasWordLike(string text, string letters)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiLetterUpper(text[end]))
            {
                end++;
            }

            if (end - start >= letters.Length - 1 && OneEdit.Apart(text[start..end].ToLowerInvariant(), letters))
            {
                return true;
            }

            start = end;
        }

        return false;
    }

    private static void Post(Dictionary<ulong, List<int>> lists, ulong key, int product)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
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
            if (!postings.TryGetValue(TextKeys.Pair(wanted[i], wanted[i + 1]), out var list))
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
