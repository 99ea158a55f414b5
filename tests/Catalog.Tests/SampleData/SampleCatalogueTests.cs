using Commerce.Catalog.Domain;
using Commerce.Catalog.SampleData;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.SampleData;

public sealed class SampleCatalogueTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_sample_has_what_the_domain_names_and_is_marked_as_sample(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        var catalogue = await world.Catalogue.Current(default);
        var today = world.Now.DayInChina();

        Assert.Equal(40, catalogue.Products.Count);
        Assert.Equal(42, catalogue.Surroundings.ServiceAreas.Count);
        Assert.Equal(84, catalogue.Surroundings.OutletsInOrder.Count(o => o.Kind == OutletKind.SpecialtyCounter));
        Assert.Equal(4, catalogue.Surroundings.OutletsInOrder.Count(o => o.Kind == OutletKind.OwnStore));
        Assert.Equal(["明东村", "智新村"], catalogue.Surroundings.VillagesInOrder.Where(v => v.Designated(today)).Select(v => v.Name));
        Assert.True(catalogue.Products.All(p => p.Sample) && catalogue.Surroundings.OutletsInOrder.All(o => o.Sample) && catalogue.Surroundings.Producers.Values.All(p => p.Sample));
        await using var db = world.Open();
        Assert.Equal(8, await db.Counties.CountAsync(c => c.Designations.Count > 0));
    }

    [Fact]
    public async Task Every_offer_is_stated_once_with_its_supply_unit()
    {
        await using var world = await World.WithSample();
        var offers = (await world.Catalogue.Current(default)).Offers;

        await using var db = world.Open();
        var facts = (await db.Facts()).OfType<OfferPublished>().ToList();

        Assert.Equal(offers.Keys.Order(), facts.Select(f => f.OfferId).Order());
        Assert.All(facts, f => Assert.Equal((SampleOrigins.WorkTeam, 1, true), (f.SupplyUnitId, f.Version, f.Sample)));
    }

    [Fact]
    public async Task Loading_twice_changes_nothing()
    {
        await using var world = await World.WithSample();
        var before = await world.Catalogue.Current(default);

        await using var db = world.Open();
        await new SampleCatalogue(db, world.Catalogue, world.Clock).Load(default);

        Assert.Same(before, await world.Catalogue.CatchUp(default));
    }

    [Fact]
    public async Task Medicinal_raw_goods_are_for_no_canteen_yet_offered_to_one()
    {
        await using var world = await World.WithSample();
        var herb = (await world.Catalogue.Current(default)).ProductsBySlug["bei-cangzhu"];

        Assert.Equal([PermittedUse.Medicinal], herb.PermittedUses);
        Assert.Contains(herb.Offers, o => o.BuyerGroup == BuyerGroup.DepartmentCanteen);
    }
}
