using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Catalog.Tests.Shelf;

/// <summary>Goods whose papers run out leave the shelf at midnight in China and come back with the renewed paper. The sample's clock stands at 1 August 2026, 9:02 in China.</summary>
public sealed class OffShelfTests : IAsyncLifetime
{
    private static readonly Guid Rice = SampleId.Of("product", "明东大米");
    private World world = null!;

    public async Task InitializeAsync() => world = await World.WithSample();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Goods_leave_the_shelf_at_midnight_in_China_and_no_write_is_needed()
    {
        await Record("JY-1", to: new(2026, 8, 1));
        var midnight = new DateOnly(2026, 8, 2).StartInChina();
        Assert.True(await OnSale());

        world.Clock.SetUtcNow(midnight.AddMilliseconds(-1));
        Assert.True(await OnSale());
        world.Clock.SetUtcNow(midnight);

        Assert.False(await OnSale());
        Assert.Equal((new DateOnly(2026, 8, 2), null, "检疫证"), ((await Goods()).GapAt(world.Now)!.From, (await Goods()).GapAt(world.Now)!.To, (await Goods()).GapAt(world.Now)!.Kind));
        Assert.Equal("检疫证（JY-1）只到 2026-08-01 有效", (await Goods()).GapAt(world.Now)!.Reason(chinese: true));
        Assert.DoesNotContain(await world.All(new ProductFilter(PriceMin: 0.01m)), p => p.Id == Rice);
        Assert.Contains(await world.All(new ProductFilter("明东大米")), p => p.Id == Rice);
    }

    [Fact]
    public async Task They_come_back_with_the_renewed_paper_or_another_of_the_kind_and_not_with_another_kind()
    {
        await Record("JY-1", to: new(2026, 7, 31));
        Assert.False(await OnSale());
        await Record("LS-1", to: null, kind: "绿色食品");
        Assert.False(await OnSale());
        await Record("JY-2", to: null, from: new(2026, 8, 3));
        Assert.False(await OnSale());
        Assert.Equal(new DateOnly(2026, 8, 2), (await Goods()).GapAt(world.Now)!.To);
        Assert.Equal(new DateOnly(2026, 8, 3).StartInChina(), TimedChanges.After((await world.Catalogue.Current(default)).Products, world.Now));
        world.Clock.SetUtcNow(new DateOnly(2026, 8, 3).StartInChina());
        Assert.True(await OnSale());
    }

    [Fact]
    public async Task They_come_back_at_once_when_the_paper_itself_is_renewed()
    {
        await Record("JY-1", to: new(2026, 7, 31));
        Assert.False(await OnSale());
        await Record("JY-1", to: new(2026, 8, 1));
        Assert.True(await OnSale());
    }

    [Fact]
    public async Task A_recognition_that_ends_leaves_them_on_the_shelf_as_ordinary_goods()
    {
        Assert.True((await Goods()).RecognisedOn(world.Now.DayInChina()));
        var paper = (await Goods()).Certificates.Single(c => c.Kind == Certificate.Recognition);
        var rice = await Goods();
        Assert.Null((await world.Do((db, writes) => new Catalog.WithdrawCertificate.WithdrawCertificate.Handler(db, writes, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), Rice, rice.Version, paper.Id, new(2026, 8, 1), "县里撤销"), default))).Error);

        Assert.True(await OnSale());
        Assert.False((await Goods()).RecognisedOn(new(2026, 8, 1)));
        Assert.True((await Goods()).RecognisedOn(new(2026, 7, 31)));
    }

    [Fact]
    public async Task The_catalogue_knows_what_changes_next_by_the_clock()
    {
        var quiet = TimedChanges.After((await world.Catalogue.Current(default)).Products, world.Now);

        var soon = world.Now.AddHours(1);
        await world.SetPrice(new(Guid.NewGuid().ToString(), World.LooseRice, (await world.Offer(World.LooseRice)).Version, 6.10m, MeasureUnit.Jin, soon, null));
        var products = (await world.Catalogue.Current(default)).Products;

        Assert.True(soon < quiet);
        Assert.Equal(soon, TimedChanges.After(products, world.Now));
        Assert.Equal(quiet, TimedChanges.After(products, soon));
    }

    private async Task<ProductView> Goods() => (await world.Catalogue.Current(default)).ProductsById[Rice];

    private async Task<bool> OnSale() => (await Goods()).Offers.Any(o => o.ValidAt(world.Now));

    private async Task Record(string number, DateOnly? to, DateOnly? from = null, string kind = "检疫证")
    {
        var version = (await Goods()).Version;
        Assert.Null((await world.Do((db, writes) => new Catalog.RecordCertificate.RecordCertificate.Handler(db, writes, null!, World.Supplier, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), Rice, version, kind, number, "示例机构", from, to), default))).Error);
    }
}
