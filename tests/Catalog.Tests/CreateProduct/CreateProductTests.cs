using Commerce.Catalog.Domain;
using Commerce.Catalog.SampleData;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Catalog.Tests.CreateProduct;

using Input = Commerce.Catalog.CreateProduct.CreateProduct.Input;
using Variant = Commerce.Catalog.CreateProduct.CreateProduct.Variant;

public sealed class CreateProductTests(SampleWorld sample) : IClassFixture<SampleWorld>
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_new_product_is_found_at_once_by_its_synonym_and_is_not_on_sale(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);

        var outcome = await Create(world, Honey);

        Assert.Null(outcome.Error);
        var found = Assert.Single(await world.All(new("山花百蜜")));
        Assert.Equal((outcome.Id!.Value, 41L, "p41", "百花蜜"), (found.Id, found.Serial, found.Slug, found.Name));
        Assert.Equal("9%", found.Tax.Label);
        Assert.Equal(["500 g/瓶"], found.Variants.Select(v => v.Specification));
        Assert.Empty(found.Offers);
        Assert.False(found.Sample);
    }

    public static TheoryData<string> Wrong => [.. WrongInputs.Keys];

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_wrong_field_is_refused_by_name(string path)
    {
        var world = sample.World;

        var outcome = await Create(world, WrongInputs[path] with { IdempotencyKey = path });

        Assert.Equal(path, string.Join('.', outcome.Error!.Path!));
        Assert.Equal(40, (await world.Catalogue.Current(default)).Products.Count);
    }

    [Fact]
    public async Task A_refused_product_gives_its_number_back()
    {
        await using var world = await World.WithSample();
        await Create(world, WrongInputs["variants.0.sku"]);

        await Create(world, Honey with { IdempotencyKey = "k2" });

        Assert.Equal(41, (await world.Catalogue.Current(default)).Products[^1].Serial);
    }

    [Fact]
    public async Task Only_who_acts_for_the_producer_may_record_its_products()
    {
        var world = sample.World;

        var outcome = await Create(world, Honey, World.With(Capability.CatalogueWrite, Guid.NewGuid()));

        Assert.Equal(ErrorCode.Forbidden, outcome.Error!.Code);
    }

    private static Variant Bottle { get; } = new("FM-1", null, "500 g/瓶", MeasureUnit.Piece, MeasureUnit.Piece, new(500, MeasureUnit.G), null, null);

    private static Input Honey { get; } = new(
        "k1", " 百花蜜 ", null, "夏季杂花蜜。", ["山花百蜜"], SampleId.Of("category", "蜂产品坚果浆果"), SampleOrigins.ProducerId("明东村股份经济合作社"),
        [PermittedUse.Kiosk, PermittedUse.Welfare], 9m, [Bottle]);

    private static Dictionary<string, Input> WrongInputs { get; } = new()
    {
        ["name"] = Honey with { Name = "  " },
        ["slug"] = Honey with { Slug = "百花" },
        ["summary"] = Honey with { Summary = new string('蜜', 401) },
        ["synonyms"] = Honey with { Synonyms = ["a|b"] },
        ["permittedUses"] = Honey with { PermittedUses = [] },
        ["taxRatePercent"] = Honey with { TaxRatePercent = 0 },
        ["categoryId"] = Honey with { CategoryId = Guid.NewGuid() },
        ["producerId"] = Honey with { ProducerId = Guid.NewGuid() },
        ["variants"] = Honey with { Variants = [] },
        ["variants.0.sku"] = Honey with { Variants = [Bottle with { Sku = "SL-001-1" }] },
        ["variants.1.sku"] = Honey with { Variants = [Bottle, Bottle] },
        ["variants.0.pricedBy"] = Honey with { Variants = [Bottle with { PricedBy = MeasureUnit.Kg }] },
        ["variants.0.nominalContent"] = Honey with { Variants = [Bottle with { NominalContent = new(0, MeasureUnit.G) }] },
        ["variants.0.catchWeight"] = Honey with { Variants = [Bottle with { CatchWeight = true }] },
        ["variants.0.tolerancePercent"] = Honey with { Variants = [Bottle with { TolerancePercent = 51 }] },
    };

    private static Task<Outcome> Create(World world, Input input, Actor? actor = null) =>
        world.Do((db, writes) => new Catalog.CreateProduct.CreateProduct.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(input, default), actor);
}
