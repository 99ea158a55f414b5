using System.Diagnostics;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.ReadModel.Search;
using Commerce.Catalog.Tests.ReadModel.Search;
using Xunit;

namespace Commerce.Catalog.Tests.ReadModel;

/// <summary>Decision 19: all products whose name, summary or synonyms contain the text, and no others.</summary>
public sealed class TextSearchTests(SampleWorld sample) : IClassFixture<SampleWorld>
{
    [Fact]
    public async Task Search_agrees_with_looking_at_each_of_2000_products()
    {
        await using var world = await Generated.World(2000);
        var catalogue = await world.Catalogue.Current(default);
        var products = catalogue.Products;
        var plain = new PlainSearch(products, [.. catalogue.Surroundings.SynonymGroups.Select(g => g.Words)], world.Catalogue.StockStates, world.Now);
        var random = new Random(19);
        var found = 0;

        for (var i = 0; i < 400; i++)
        {
            var text = i % 3 == 0 ? PieceOf(products[random.Next(products.Count)], random) : Generated.Text(random, random.Next(1, 4));
            if (text.Trim().Length == 0)
            {
                continue;
            }

            var (expected, way) = plain.Text(text);
            var page = await world.Page(new ProductFilter(text), first: 100);
            var actual = (await world.All(new ProductFilter(text))).Select(p => p.Id).ToList();

            Assert.Equal(expected.Select(p => p.Id), actual);
            Assert.Equal(expected.Count, await page.CountAll());
            Assert.Equal(way, page.MatchedBy);
            if (text.Trim().All(c => c is not ' ' && !char.IsAsciiLetter(c)))
            {
                // Decision 19 to the letter, the groups' words being synonyms.
                Assert.Superset(products.Where(p => Contains(p, text.Trim())).Select(p => p.Id).ToHashSet(), actual.ToHashSet());
            }

            found += expected.Count;
        }

        Assert.True(found > 3_000, "The queries must find something, or the test proves nothing.");
    }

    [Theory]
    [InlineData("  人参 ", "人参")]
    [InlineData("雪蛤", "林蛙油")]
    [InlineData("蜜环菌", "野生榛蘑")]
    [InlineData("须芦", "抚松鲜园参")]
    public async Task A_text_is_trimmed_and_found_in_names_synonyms_and_summaries(string text, string expected)
    {
        var world = sample.World;

        var names = (await world.All(new ProductFilter(text))).Select(p => p.Name);

        Assert.Contains(names, n => n.Contains(expected, StringComparison.Ordinal) || n == expected);
    }

    [Theory]
    [InlineData("大米")]
    [InlineData("米")]
    [InlineData("酱")]
    [InlineData("zhenmo")]
    [InlineData("雪蛤")]
    [InlineData("renshem")]
    [InlineData("10斤")]
    [InlineData(" ")]
    [InlineData("没有这样的货")]
    public async Task Other_parts_of_the_house_that_look_for_goods_are_answered_alike_and_in_the_same_order(string text) =>
        Assert.Equal(
            (await sample.World.All(new ProductFilter(text), ProductOrder.Relevance)).Select(p => p.Id),
            await new FindGoods(sample.World.Catalogue).Find(text, default));

    [Fact]
    public async Task A_text_that_only_two_fields_together_contain_is_not_found()
    {
        var world = sample.World;
        var rice = (await world.Catalogue.Current(default)).ProductsBySlug["mingdong-dami"];

        Assert.Empty(await world.All(new ProductFilter(rice.Name[^1..] + rice.Summary![..1])));
        Assert.Empty(await world.All(new ProductFilter(rice.Synonyms[0] + "|" + rice.Synonyms[1])));
    }

    [Fact]
    public async Task Names_that_contain_the_text_come_before_summaries_and_synonyms()
    {
        var world = sample.World;

        var hits = (await world.All(new ProductFilter("人参"), first: 2)).Select(p => p.Name.Contains("人参", StringComparison.Ordinal)).ToList();

        Assert.Contains(true, hits);
        Assert.Contains(false, hits);
        Assert.Equal(hits.OrderByDescending(h => h), hits);
    }

    [Fact]
    public async Task Indexing_2000_products_takes_less_than_a_second_and_is_skipped_when_only_a_price_changed()
    {
        await using var world = await Generated.World(2000);
        var products = (await world.Catalogue.Current(default)).Products;

        var watch = Stopwatch.StartNew();
        var index = TextIndex.Of(products, []);

        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
        Assert.Same(index, index.With(products));
    }

    private static string PieceOf(ProductView product, Random random)
    {
        string[] fields = [product.Name, product.Summary ?? product.Name, .. product.Synonyms];
        var field = fields[random.Next(fields.Length)];
        var start = random.Next(field.Length);
        var piece = field.Substring(start, Math.Min(random.Next(1, 5), field.Length - start));
        return random.Next(2) == 0 ? piece.ToLowerInvariant() : piece.ToUpperInvariant();
    }

    private static bool Contains(ProductView p, string text) =>
        p.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || (p.Summary?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false)
        || p.Synonyms.Any(s => s.Contains(text, StringComparison.OrdinalIgnoreCase));
}
