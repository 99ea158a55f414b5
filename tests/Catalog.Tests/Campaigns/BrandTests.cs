using Commerce.Catalog.Domain;
using Commerce.Catalog.SampleData;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Catalog.Tests.Campaigns.CampaignWorld;

namespace Commerce.Catalog.Tests.Campaigns;

/// <summary>品牌: which products carry which.</summary>
public sealed class BrandTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_brand_is_recorded_and_changed_and_stated_whole(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);

        var id = (await world.Save(SaidBrand)).Id!.Value;
        Assert.Null((await world.Save(SaidBrand with { BrandId = id, ExpectedVersion = 1, EnglishName = " ", ProductIds = [Beans] }, Office)).Error);

        var said = await world.Endorsements();
        Assert.Equal((null, "明东", 2, null), (said.BrandOf(Rice), said.BrandOf(Beans)!.Name, said.Brands[id].Version, said.Brands[id].EnglishName));
        await using var db = world.Open();
        Assert.Equal(
            [(id, 1, "明东", "Mingdong", Mingdong, "明东村", 2, false), (id, 2, "明东", null, Mingdong, "明东村", 1, false)],
            (await db.Facts()).OfType<BrandRecorded>().OrderBy(f => f.Version).Select(f => (f.BrandId, f.Version, f.Name, f.EnglishName, f.VillageId, f.VillageName, f.ProductIds.Count, f.Sample)));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("name too long")]
    [InlineData("english name")]
    [InlineData("no products")]
    [InlineData("village")]
    [InlineData("product")]
    [InlineData("product of another village")]
    [InlineData("name taken")]
    [InlineData("another brand's product")]
    [InlineData("not theirs")]
    [InlineData("stale")]
    [InlineData("gone")]
    public async Task What_can_not_be_is_refused_and_changes_nothing(string what)
    {
        await using var world = await World.WithSample();
        var other = (await world.Save(SaidBrand with { Name = "山货", ProductIds = [Beans] })).Id!.Value;
        var id = (await world.Save(SaidBrand with { ProductIds = [Rice] })).Id!.Value;
        var good = SaidBrand with { BrandId = id, ExpectedVersion = 1, ProductIds = [Rice] };
        var (wrong, refusal) = what switch
        {
            "name" => (good with { Name = "  " }, CampaignErrors.BrandNameShape("name")),
            "name too long" => (good with { Name = new string('名', 41) }, CampaignErrors.BrandNameShape("name")),
            "english name" => (good with { EnglishName = new string('n', 41) }, CampaignErrors.BrandNameShape("englishName")),
            "no products" => (good with { ProductIds = [] }, CampaignErrors.HowManyProducts),
            "village" => (good with { VillageId = Guid.NewGuid() }, CampaignErrors.NoSuchVillage),
            "product" => (good with { ProductIds = [Guid.NewGuid()] }, CampaignErrors.NoSuchProduct),
            "product of another village" => (good with { VillageId = Zhixin }, CampaignErrors.OfAnotherVillage("明东大米")),
            "name taken" => (good with { Name = " 山货 " }, CampaignErrors.BrandNameTaken),
            "another brand's product" => (good with { ProductIds = [Rice, Beans] }, CampaignErrors.CarriesAnother("明东大豆", "山货")),
            "not theirs" => (good, CampaignErrors.NotYours("明东大米")),
            "stale" => (good with { ExpectedVersion = 2 }, Platform.Idempotency.PlatformErrors.Stale(1)),
            _ => (good with { BrandId = Guid.NewGuid() }, Platform.Idempotency.PlatformErrors.NotFound),
        };

        var refused = (await world.Save(wrong, what == "not theirs" ? Stranger : null)).Error!;

        Assert.Equal((refusal.Code, refusal.Chinese, refusal.Path?[0]), (refused.Code, refused.Chinese, refused.Path?[0]));
        var said = await world.Endorsements();
        Assert.Equal((1, 1, 2), (said.Brands[id].Version, said.Brands[other].Version, said.Brands.Count));
    }

    [Fact]
    public async Task The_sample_has_a_campaign_of_each_village_that_runs_one_that_is_over_and_both_brands()
    {
        await using var world = await World.WithSample();
        for (var i = 0; i < 2; i++)
        {
            await using var db = world.Open();
            await new SampleCampaigns(db, world.Catalogue, world.Clock).Load(default);
        }

        var (said, today) = (await world.Endorsements(), world.Now.DayInChina());
        Assert.Equal(["明东村", "智新村"], said.CampaignsInOrder.Where(c => c.RunsOn(today)).Select(c => c.Village.Name).Order(StringComparer.Ordinal));
        Assert.Single(said.CampaignsInOrder, c => c.LastDay < today);
        Assert.Equal(["明东", "智新"], said.BrandsInOrder.Select(b => b.Name));
        Assert.Equal("明东", said.BrandOf(Rice)!.Name);
        Assert.All(said.CampaignsInOrder, c => Assert.True(c.Sample));
        await using var open = world.Open();
        Assert.Equal((3, 2), ((await open.Facts()).OfType<CampaignRecorded>().Count(f => f.Sample), (await open.Facts()).OfType<BrandRecorded>().Count(f => f.Sample)));
    }
}
