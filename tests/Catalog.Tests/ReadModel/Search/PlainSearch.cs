using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.ReadModel.Search;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Tests.ReadModel.Search;

/// <summary>The rules of searching and filtering written down once more as plainly as can be: every product is looked at for every question.</summary>
internal sealed class PlainSearch(IReadOnlyList<ProductView> products, IReadOnlyList<IReadOnlyList<string>> groups, IReadOnlyDictionary<Guid, string> stock, DateTimeOffset now)
{
    private readonly Dictionary<Guid, Plain> plain = products.ToDictionary(p => p.Id, p => new Plain(NamesOf(p, groups), Folding.Fold(p.Summary ?? "")));

    private DateOnly Today => now.DayInChina();

    /// <summary>The products that a text finds, nearest first, and how the nearest was found.</summary>
    public (List<ProductView> Found, string Way) Text(string text)
    {
        var query = SearchQuery.Of(text);
        Dictionary<ProductView, (int Rank, int Way)> found = products.ToDictionary(p => p, _ => (0, 0));
        foreach (var word in query.Words)
        {
            var hits = Word(word.Text, query.Words.Count == 1);
            found = found.Where(f => hits.ContainsKey(f.Key)).ToDictionary(f => f.Key, f => (Math.Max(f.Value.Rank, hits[f.Key].Rank), Math.Max(f.Value.Way, hits[f.Key].Way)));
        }

        var way = found.Count == 0 ? 0 : found.Values.Min(v => v.Way);
        return ([.. found.OrderBy(f => Folding.Fold(f.Key.Name) == query.Whole ? 0 : f.Value.Rank).ThenBy(f => f.Key.Serial).Select(f => f.Key)],
            way switch { 1 => "PINYIN", 2 => "INITIALS", 3 => "FUZZY", _ => query.Whole.Length > 1 ? "BIGRAM" : "EXACT" });
    }

    public bool Category(ProductView p, ProductFilter f) => f.CategoryIds is not { Count: > 0 } ids || p.Category.Path.Any(c => ids.Contains(NodeId.Encode("cat", c.Id)));

    public bool Village(ProductView p, ProductFilter f) => f.VillageIds is not { Count: > 0 } ids || (p.Producer.Village is { } v && ids.Contains(NodeId.Encode("vil", v.Id)));

    public bool County(ProductView p, ProductFilter f) => f.CountyCodes is not { Count: > 0 } codes || codes.Contains(p.Producer.Origin.CountyCode);

    public bool Use(ProductView p, ProductFilter f) => f.Uses is not { Count: > 0 } uses || p.PermittedUses.Intersect(uses).Any();

    public bool CertificateKind(ProductView p, ProductFilter f) => f.CertificateKinds is not { Count: > 0 } kinds || Kinds(p).Intersect(kinds).Any();

    public bool Recognised(ProductView p, ProductFilter f) => f.Recognised is not { } wanted || Kinds(p).Contains(Certificate.Recognition) == wanted;

    public bool Area(ProductView p, ProductFilter f) => f.ServiceAreaIds is not { Count: > 0 } ids || Areas(p).Intersect(ids).Any();

    public bool Month(ProductView p, ProductFilter f) => f.Months is not { Count: > 0 } wanted || Months(p).Intersect(wanted).Any();

    /// <summary>Counted on from the first month, over New Year when need be.</summary>
    public static List<int> Months(ProductView p) => p.Season is { } s ? [.. Enumerable.Range(s.FromMonth, ((s.ToMonth - s.FromMonth + 12) % 12) + 1).Select(m => m > 12 ? m - 12 : m)] : [];

    public bool Offer(ProductView p, ProductFilter f) => (f.OutletId is null && f.PriceMin is null && f.PriceMax is null && f.InStock != true) || p.Offers.Any(o =>
        Valid(o) && (f.OutletId is null || NodeId.Encode("out", o.Outlet.Id) == f.OutletId) && (f.InStock != true || stock.GetValueOrDefault(o.Id) is "IN_STOCK" or "LOW")
        && (f.PriceMin is null || o.PriceAt(now).Amount >= f.PriceMin) && (f.PriceMax is null || o.PriceAt(now).Amount <= f.PriceMax));

    public List<string> Kinds(ProductView p) =>
        [.. p.Certificates.Where(c => (c.ValidFrom is null || c.ValidFrom <= Today) && (c.ValidTo is null || c.ValidTo >= Today) && (c.WithdrawnOn is null || c.WithdrawnOn > Today)).Select(c => c.Kind).Distinct()];

    public List<string> Areas(ProductView p) => [.. p.Offers.Where(Valid).Where(o => o.Outlet.ServiceArea is not null).Select(o => NodeId.Encode("sar", o.Outlet.ServiceArea!.Id)).Distinct()];

    private bool Valid(OfferView o) => o.ValidFrom <= now && (o.ValidTo is null || now < o.ValidTo) && HasItsPapers(o.Variant.Product);

    /// <summary>A kind of certificate that has begun is held by some paper; a recognition isn't needed.</summary>
    private bool HasItsPapers(ProductView p) =>
        p.Certificates.Where(c => c.Kind != Certificate.Recognition && (c.ValidFrom is null || c.ValidFrom <= Today)).All(c => Kinds(p).Contains(c.Kind));

    private static List<(string Text, int Rank)> NamesOf(ProductView p, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var name = Folding.Fold(p.Name);
        var own = p.Synonyms.Select(Folding.Fold).ToList();
        var others = groups.Select(g => g.Select(Folding.Fold).ToList()).Where(g => g.Exists(w => name.Contains(w, StringComparison.Ordinal) || own.Contains(w))).SelectMany(g => g).Where(w => w != name && !own.Contains(w));
        return [(name, 2), .. own.Select(o => (o, 3)), .. others.Select(o => (o, 4))];
    }

    private Dictionary<ProductView, (int Rank, int Way)> Word(string word, bool alone)
    {
        var letters = word.Replace("'", "", StringComparison.Ordinal).ToLowerInvariant();
        var latin = letters.Length > 0 && letters.All(char.IsAsciiLetterLower);
        Dictionary<ProductView, (int Rank, int Way)> found = [];
        foreach (var p in products)
        {
            List<(int Rank, int Way)> ways = [];
            foreach (var (text, rank, spellings) in plain[p.Id].Names)
            {
                if (text.Contains(word, StringComparison.Ordinal))
                {
                    ways.Add((rank == 2 && text == word ? 0 : rank == 2 && text.StartsWith(word, StringComparison.Ordinal) ? 1 : rank, 0));
                }

                foreach (var spelled in latin ? spellings : [])
                {
                    var spelling = rank == 2 ? 5 : 6;
                    if ((letters.Length > 1 || !alone) && spelled.Starts.Any(s => spelled.Letters[s..].StartsWith(letters, StringComparison.Ordinal)))
                    {
                        ways.Add((spelling, 1));
                    }

                    if (letters.Length > 1 && string.Concat(spelled.Starts.Select(s => spelled.Letters[s])).Contains(letters, StringComparison.Ordinal))
                    {
                        ways.Add((spelling, 2));
                    }
                }
            }

            if (plain[p.Id].Summary.Contains(word, StringComparison.Ordinal))
            {
                ways.Add((7, 0));
            }

            if (Amounts.In(word) is { } amount && p.Variants.Any(v => v.SoldBy.Dimension() == MeasureDimension.Count && v.NominalContent.Dimension != MeasureDimension.Count && Amounts.Key(v.NominalContent) == amount.Key))
            {
                if (amount.Others.Length == 0)
                {
                    ways.Add((0, 0));
                }
                else if (Word(amount.Others, alone).TryGetValue(p, out var rest))
                {
                    ways.Add(rest);
                }
            }

            if (ways.Count > 0)
            {
                found[p] = (ways.Min(w => w.Rank), ways.Min(w => w.Way));
            }
        }

        if (found.Count == 0 && latin && letters.Length >= 4)
        {
            foreach (var p in products.Where(p => plain[p.Id].Slips.Exists(t => Distance(t, letters) <= 1)))
            {
                found[p] = (8, 3);
            }
        }

        return found;
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours, by the table from the textbook.</summary>
    internal static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return 2;
        }

        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    /// <summary>A product's words.</summary>
    private sealed class Plain(List<(string Text, int Rank)> names, string summary)
    {
        private List<string>? slips;

        public List<(string Text, int Rank, List<Spelled> Spellings)> Names { get; } = names.ConvertAll(n => (n.Text, n.Rank, Pinyin.Spell(n.Text).ToList()));

        public string Summary => summary;

        /// <summary>Latin words, and whole syllables in a row.</summary>
        public List<string> Slips => slips ??=
        [
            .. Names.Select(n => n.Text).Append(summary)
                .SelectMany(t => new string([.. t.Select(c => c is >= 'A' and <= 'Z' ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Concat(Names.SelectMany(n => n.Spellings).SelectMany(s => s.Starts.SelectMany((from, i) => s.Starts.Skip(i + 1).Append(s.Letters.Length).Select(to => s.Letters[from..to]))))
                .Distinct(),
        ];
    }
}
