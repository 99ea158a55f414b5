using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;
using Xunit;

namespace Commerce.Catalog.Tests.ReadModel.Search;

/// <summary>Every combination of a text and filters, against looking at every product.</summary>
public sealed class FilterTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 12)]
    [InlineData(4, 40)]
    [InlineData(5, 90)]
    [InlineData(6, 160)]
    public async Task Found_totals_order_and_facets_agree_with_looking_at_every_product(int seed, int count)
    {
        await using var world = await World.Create();
        await world.Write(db =>
        {
            Market.Fill(db, count, seed, world.Now);
            return Task.CompletedTask;
        });
        var catalogue = await world.Catalogue.CatchUp(default);
        var random = new Random(seed);
        foreach (var offer in catalogue.Products.SelectMany(p => p.Offers).Where(_ => random.Next(3) > 0))
        {
            world.Catalogue.StockStates[offer.Id] = random.Next(2) == 0 ? "LOW" : OfferStockState.Out;
        }

        var plain = new PlainSearch(catalogue.Products, [.. catalogue.Surroundings.SynonymGroups.Select(g => g.Words)], world.Catalogue.StockStates, world.Now);
        var hits = 0;
        for (var i = 0; i < 150; i++)
        {
            var filter = Any(random, catalogue);
            (string Key, Func<ProductView, ProductFilter, bool> Passes)[] parts =
            [
                ("category", plain.Category), ("village", plain.Village), ("county", plain.County), ("use", plain.Use), ("certificate", plain.CertificateKind), ("recognised", plain.Recognised),
                ("serviceArea", plain.Area), ("month", plain.Month), ("", plain.Offer),
            ];
            var (byText, way) = string.IsNullOrWhiteSpace(filter.Text) ? ([.. catalogue.Products], "EXACT") : plain.Text(filter.Text);
            var expected = byText.Where(p => parts.All(x => x.Passes(p, filter))).Select(p => p.Name + p.Serial).ToList();

            var page = await world.Page(filter, first: 100);
            var found = (await world.All(filter, first: random.Next(1, 60))).Select(p => p.Name + p.Serial).ToList();

            Assert.Equal(expected, found);
            Assert.Equal(expected.Count, await page.CountAll());
            Assert.Equal(way, page.MatchedBy);
            foreach (var facet in page.CountFacets())
            {
                var others = byText.Where(p => parts.All(x => x.Key == facet.Key || x.Passes(p, filter))).ToList();
                Assert.Equal(
                    others.SelectMany(p => Values(facet.Key, p, plain)).CountBy(v => v).OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Select(v => (v.Key, v.Value)),
                    facet.Values.Select(v => (v.Id, v.Count)));
            }

            hits += found.Count;
        }

        Assert.True(count < 40 || hits > 100, "The questions must find something, or the test proves nothing.");
    }

    private static ProductFilter Any(Random random, CatalogueSnapshot catalogue)
    {
        var around = catalogue.Surroundings;
        bool Maybe() => random.Next(4) == 0;
        List<string> Some<T>(IReadOnlyList<T> all, Func<T, string> id) => [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => id(all[random.Next(all.Count)]))];
        return new ProductFilter(
            random.Next(3) > 0 ? Market.Query(random) : null,
            Maybe() ? Some(around.CategoriesInOrder, c => NodeId.Encode("cat", c.Id)) : null,
            Maybe() ? Some(around.VillagesInOrder, v => NodeId.Encode("vil", v.Id)) : null,
            Maybe() ? Some(["222405", "220422", "222403", "999999"], c => c) : null,
            Maybe() ? Some(Enum.GetValues<PermittedUse>(), u => u.ToString()).ConvertAll(Enum.Parse<PermittedUse>) : null,
            Maybe() ? NodeId.Encode("out", around.OutletsInOrder[random.Next(around.OutletsInOrder.Count)].Id) : null,
            Maybe() ? random.Next(2) == 0 : null,
            Maybe() ? random.Next(80) : null,
            Maybe() ? random.Next(80) : null,
            Maybe() ? Some(["绿色食品", "SC", Certificate.Recognition, "没有的"], k => k) : null,
            Maybe() ? random.Next(2) == 0 : null,
            Maybe() ? Some(around.ServiceAreasInOrder, a => NodeId.Encode("sar", a.Id)) : null,
            Maybe() ? [random.Next(0, 14), random.Next(1, 13)] : null);
    }

    private static IEnumerable<string> Values(string facet, ProductView p, PlainSearch plain) => facet switch
    {
        "category" => p.Category.Path.Select(c => NodeId.Encode("cat", c.Id)),
        "village" => p.Producer.Village is { } v ? [NodeId.Encode("vil", v.Id)] : [],
        "county" => [p.Producer.Origin.CountyCode],
        "use" => p.PermittedUses.Select(u => GraphJson.EnumName(u)),
        "certificate" => plain.Kinds(p),
        "recognised" => [plain.Kinds(p).Contains(Certificate.Recognition) ? "true" : "false"],
        "serviceArea" => plain.Areas(p),
        "month" => PlainSearch.Months(p).Select(m => m.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException(facet),
    };
}
