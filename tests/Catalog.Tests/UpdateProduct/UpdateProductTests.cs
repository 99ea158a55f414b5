using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.SampleData;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Catalog.Tests.UpdateProduct;

/// <summary>What a product is called and is like, said anew.</summary>
public sealed class UpdateProductTests
{
    private static readonly Guid Rice = SampleId.Of("product", "明东大米");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task All_of_it_is_said_anew_and_what_is_left_out_is_emptied(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);

        Assert.Null((await Update(world, Said(1) with { Name = " 明东新大米 ", Summary = " 新米 ", Synonyms = ["新米"], Season = new(10, 2), Storage = "阴凉", ShelfLife = new(12, ShelfLifeUnit.Months) })).Error);

        var rice = await Product(world);
        Assert.Equal(("明东新大米", "新米", "阴凉", new Season(10, 2), new ShelfLife(12, ShelfLifeUnit.Months), 2), (rice.Name, rice.Summary, rice.Storage, rice.Season!.Value, rice.ShelfLife!.Value, rice.Version));
        Assert.Contains(rice, await world.All(new ProductFilter("xindami")));
        Assert.Contains(rice, await world.All(new ProductFilter(Months: [1])));
        Assert.DoesNotContain(rice, await world.All(new ProductFilter(Months: [3, 9])));

        Assert.Null((await Update(world, Said(2))).Error);

        rice = await Product(world);
        Assert.Equal((null, null, null, null, 0), (rice.Summary, rice.Storage, rice.Season, rice.ShelfLife, rice.Synonyms.Count));
        Assert.Contains(rice.Attributes, a => a is { Key: "season", Value: "10月新米" });
    }

    [Fact]
    public async Task Another_name_is_stated_for_each_offer_and_the_same_name_for_none()
    {
        await using var world = await World.WithSample();
        var before = await Count(world);

        await Update(world, Said(1) with { Summary = "别的简介" });
        Assert.Equal(before, await Count(world));

        await Update(world, Said(2) with { Name = "明东香米" });

        var offers = (await Product(world)).Offers.ToList();
        var stated = (await Facts<OfferPublished>(world)).Where(f => f.ProductName == "明东香米").ToList();
        Assert.Equal(offers.Select(o => o.Id).Order(), stated.Select(f => f.OfferId).Order());
        Assert.All(stated, f => Assert.Equal((2, offers.Single(o => o.Id == f.OfferId).PriceAt(world.Now).Amount), (f.Version, f.Price)));
        Assert.All(offers, o => Assert.Equal(2, o.Version));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("long name")]
    [InlineData("summary")]
    [InlineData("synonyms")]
    [InlineData("season")]
    [InlineData("season's end")]
    [InlineData("storage")]
    [InlineData("no shelf life")]
    [InlineData("years of days")]
    [InlineData("decades of months")]
    public async Task What_can_not_be_is_refused_and_changes_nothing(string what)
    {
        await using var world = await World.WithSample();
        var (input, error) = what switch
        {
            "name" => (Said(1) with { Name = " " }, CatalogErrors.NameShape),
            "long name" => (Said(1) with { Name = new string('米', 101) }, CatalogErrors.NameShape),
            "summary" => (Said(1) with { Summary = new string('米', 401) }, CatalogErrors.SummaryTooLong),
            "synonyms" => (Said(1) with { Synonyms = ["大|米"] }, CatalogErrors.SynonymShape),
            "season" => (Said(1) with { Season = new(0, 3) }, DetailErrors.SeasonMonths),
            "season's end" => (Said(1) with { Season = new(3, 13) }, DetailErrors.SeasonMonths),
            "storage" => (Said(1) with { Storage = new string('米', 201) }, DetailErrors.StorageTooLong),
            "no shelf life" => (Said(1) with { ShelfLife = new(0, ShelfLifeUnit.Days) }, DetailErrors.ShelfLifeRange),
            "years of days" => (Said(1) with { ShelfLife = new(3651, ShelfLifeUnit.Days) }, DetailErrors.ShelfLifeRange),
            _ => (Said(1) with { ShelfLife = new(121, ShelfLifeUnit.Months) }, DetailErrors.ShelfLifeRange),
        };

        Assert.Equal(error, (await Update(world, input)).Error);
        Assert.Equal(1, (await Product(world)).Version);
    }

    [Fact]
    public async Task Only_who_acts_for_the_producer_may_and_only_what_they_have_seen()
    {
        await using var world = await World.WithSample();

        Assert.Equal(CatalogErrors.NotYourSupplier, (await Update(world, Said(1), World.With(Capability.CatalogueWrite, Guid.NewGuid()))).Error);
        Assert.Equal(ErrorCode.VersionStale, (await Update(world, Said(7))).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Update(world, Said(1) with { ProductId = Guid.NewGuid() })).Error!.Code);
    }

    [Theory]
    [InlineData(3, 5, "3,4,5")]
    [InlineData(11, 2, "11,12,1,2")]
    [InlineData(7, 7, "7")]
    [InlineData(1, 12, "1,2,3,4,5,6,7,8,9,10,11,12")]
    public void A_season_may_cross_the_year(int from, int to, string months)
    {
        var season = new Season(from, to);

        Assert.Equal(months, string.Join(',', season.AllMonths()));
        Assert.All(Enumerable.Range(-1, 16), m => Assert.Equal(season.AllMonths().Contains(m), season.Has(m)));
    }

    [Fact]
    public void The_sample_says_its_seasons_in_months_where_its_lines_do()
    {
        Assert.Equal(new Season(10, 3), SampleDetails.SeasonOf("10月至次年3月"));
        Assert.Equal(new Season(10, 10), SampleDetails.SeasonOf("10月新米"));
        Assert.Null(SampleDetails.SeasonOf("8月采收，全年供应"));
        Assert.Equal(("0-4℃", new ShelfLife(60, ShelfLifeUnit.Days)), SampleDetails.StorageOf("0-4℃，60天"));
        Assert.Equal((null, null), SampleDetails.StorageOf("冷鲜7天，冷冻12个月"));
    }

    private static Catalog.UpdateProduct.UpdateProduct.Input Said(int version) => new(Guid.NewGuid().ToString(), Rice, version, "明东大米", null, null, null, null, null);

    private static Task<Outcome> Update(World world, Catalog.UpdateProduct.UpdateProduct.Input input, Actor? actor = null) =>
        world.Do((db, writes) => new Catalog.UpdateProduct.UpdateProduct.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(input, default), actor);

    private static async Task<ProductView> Product(World world) => (await world.Catalogue.CatchUp(default)).ProductsById[Rice];

    private static async Task<int> Count(World world) => (await Facts<OfferPublished>(world)).Count;

    private static async Task<List<T>> Facts<T>(World world)
    {
        await using var db = world.Open();
        return [.. (await db.Facts()).OfType<T>()];
    }
}
