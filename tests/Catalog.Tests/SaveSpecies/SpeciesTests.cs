using Commerce.Catalog.Domain;
using Commerce.Catalog.SampleData;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.SaveSpecies;

public sealed class SpeciesTests
{
    private static readonly Guid WoodEar = SampleId.Of("species", "木耳");
    private static readonly Guid Product = SampleId.Of("product", "汪清黑木耳");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_own_store_states_which_species_it_offers_and_which_are_in_the_baseline(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);

        var facts = await Facts(world);

        Assert.Equal(["人参", "吉林大米", "林蛙油", "鹿茸"], facts.Where(f => f.BaselineFrom is not null).Select(f => f.SpeciesName).Distinct().Order(StringComparer.Ordinal));
        Assert.Superset(new HashSet<string> { "木耳", "榛蘑" }, facts.Where(f => f.BaselineFrom is null).Select(f => f.SpeciesName).ToHashSet());
        Assert.All(facts, f => Assert.Equal(("吉高易联超市石头口门店", "石头口门服务区", true), (f.OutletName, f.ServiceAreaName, f.Sample)));
    }

    [Fact]
    public async Task An_offer_at_an_own_store_states_its_species_and_again_when_it_is_withdrawn()
    {
        await using var world = await World.WithSample();
        var bag = SampleId.Of("variant", "汪清黑木耳 250 g/袋");
        var store = SampleOutlets.IdOf("吉高易联超市蛟河店");

        var offer = (await world.Do((db, writes) => new Catalog.PublishOffer.PublishOffer.Handler(db, writes, World.Supplier, world.Clock).Handle(
            new(Key(), bag, store, BuyerGroup.Public, 30, MeasureUnit.Bag, null, null, null), default))).Id!.Value;
        await world.Do((db, writes) => new Catalog.WithdrawOffer.WithdrawOffer.Handler(db, writes, World.Supplier, world.Clock).Handle(new(Key(), offer, 1), default));

        var facts = (await Facts(world)).Where(f => f.OfferId == offer).ToList();
        Assert.Equal([(WoodEar, null), (WoodEar, world.Now)], facts.Select(f => (f.SpeciesId, f.ValidTo)));
        Assert.True(facts[0].Statement < facts[1].Statement);
    }

    [Fact]
    public async Task A_counter_that_is_no_own_store_states_no_species()
    {
        await using var world = await World.WithSample();
        var before = (await Facts(world)).Count;

        await world.Do((db, writes) => new Catalog.PublishOffer.PublishOffer.Handler(db, writes, World.Supplier, world.Clock).Handle(
            new(Key(), SampleId.Of("variant", "汪清黑木耳 250 g/袋"), SampleOutlets.IdOf("四平服务区专柜（长春方向）"), BuyerGroup.Public, 30, MeasureUnit.Bag, null, null, null), default));

        Assert.Equal(before, (await Facts(world)).Count);
    }

    [Fact]
    public async Task A_changed_baseline_is_stated_for_every_offer_of_that_species()
    {
        await using var world = await World.WithSample();

        var outcome = await Save(world, new(Key(), WoodEar, 1, "木耳", new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)));

        Assert.Null(outcome.Error);
        var facts = (await Facts(world)).Where(f => f.SpeciesName == "木耳").ToList();
        Assert.Equal(2, facts.Count);
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), (facts[1].BaselineFrom!.Value, facts[1].BaselineTo!.Value));
        Assert.Equal(2, (await world.Catalogue.Current(default)).Surroundings.Species[WoodEar].Version);
    }

    [Fact]
    public async Task Another_class_of_a_product_is_stated_for_its_offers()
    {
        await using var world = await World.WithSample();
        var mushroom = SampleId.Of("species", "榛蘑");

        var outcome = await Classify(world, new(Key(), Product, 1, mushroom), World.Supplier);

        Assert.Null(outcome.Error);
        var last = (await Facts(world)).Where(f => f.ProductId == Product).MaxBy(f => f.Statement)!;
        Assert.Equal((mushroom, "榛蘑"), (last.SpeciesId, last.SpeciesName));
        Assert.Equal("榛蘑", (await world.Catalogue.Current(default)).ProductsById[Product].Species!.Name);
    }

    [Fact]
    public async Task A_wrong_species_is_refused()
    {
        await using var world = await World.WithSample();

        Assert.Equal(["name"], (await Save(world, new(Key(), null, null, " ", null, null))).Error!.Path);
        Assert.Equal(CatalogErrors.SpeciesNameTaken, (await Save(world, new(Key(), null, null, "木耳", null, null))).Error);
        Assert.Equal(["baselineTo"], (await Save(world, new(Key(), null, null, "蕨菜", null, new DateOnly(2020, 1, 1)))).Error!.Path);
        Assert.Equal(["baselineTo"], (await Save(world, new(Key(), null, null, "蕨菜", new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 1)))).Error!.Path);
        Assert.Equal(ErrorCode.VersionStale, (await Save(world, new(Key(), WoodEar, 2, "木耳", null, null))).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Save(world, new(Key(), Guid.NewGuid(), 1, "蕨菜", null, null))).Error!.Code);
        Assert.Null((await Save(world, new(Key(), null, null, "蕨菜", null, null))).Error);
    }

    [Fact]
    public async Task Only_who_acts_for_the_producer_may_class_its_product_and_only_into_a_species_that_there_is()
    {
        await using var world = await World.WithSample();

        Assert.Equal(CatalogErrors.NotYourSupplier, (await Classify(world, new(Key(), Product, 1, WoodEar), World.With(Capability.CatalogueWrite, Guid.NewGuid()))).Error);
        Assert.Equal(["speciesId"], (await Classify(world, new(Key(), Product, 1, Guid.NewGuid()), World.Supplier)).Error!.Path);
        Assert.Equal(ErrorCode.VersionStale, (await Classify(world, new(Key(), Product, 2, WoodEar), World.Supplier)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Classify(world, new(Key(), Guid.NewGuid(), 1, WoodEar), World.Supplier)).Error!.Code);
    }

    [Fact]
    public async Task Every_sample_product_that_is_goods_has_a_species()
    {
        await using var world = await World.WithSample();

        Assert.Equal(["明东民宿体验券"], (await world.Catalogue.Current(default)).Products.Where(p => p.Species is null).Select(p => p.Name));
        await using var db = world.Open();
        Assert.Equal(4, await db.Species.CountAsync(s => s.BaselineFrom != null));
    }

    private static async Task<List<SpeciesOffered>> Facts(World world)
    {
        await using var db = world.Open();
        return [.. (await db.Facts()).OfType<SpeciesOffered>()];
    }

    private static Task<Outcome> Save(World world, Catalog.SaveSpecies.SaveSpecies.Input input) =>
        world.Do((db, writes) => new Catalog.SaveSpecies.SaveSpecies.Handler(db, writes, world.Clock).Handle(input, default));

    private static Task<Outcome> Classify(World world, Catalog.ClassifyProduct.ClassifyProduct.Input input, Actor actor) =>
        world.Do((db, writes) => new Catalog.ClassifyProduct.ClassifyProduct.Handler(db, writes, actor, world.Clock).Handle(input, default), actor);

    private static string Key() => Guid.NewGuid().ToString();
}
