using Commerce.Catalog.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.SetOfferPrice;

using Input = Commerce.Catalog.SetOfferPrice.SetOfferPrice.Input;

public sealed class SetOfferPriceTests(SampleWorld sample) : IClassFixture<SampleWorld>
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_dated_price_begins_to_hold_at_its_moment(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        var later = world.Now.AddHours(2);

        var outcome = await world.SetPrice(Price(world) with { Amount = 12.5m, Per = MeasureUnit.Kg, ValidFrom = later });

        Assert.Null(outcome.Error);
        var offer = await world.Offer(World.LooseRice);
        Assert.Equal(2, offer.Version);
        Assert.Equal(UnitPrice.Of(5.6m, MeasureUnit.Jin), offer.PriceAt(world.Now));
        world.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(UnitPrice.Of(5.6m, MeasureUnit.Jin), offer.PriceAt(world.Now));
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(UnitPrice.Of(12.5m, MeasureUnit.Kg), offer.PriceAt(world.Now));
        Assert.Equal(6.25m, offer.PricePer(MeasureUnit.Jin, world.Now)!.Value.Amount);
    }

    [Fact]
    public async Task The_list_by_price_follows_the_clock_too()
    {
        await using var world = await World.WithSample();
        await world.SetPrice(Price(world) with { Amount = 0.01m, ValidFrom = world.Now.AddHours(1) });

        var before = (await world.Page(null, Catalog.ReadModel.ProductOrder.PriceAsc, first: 1)).Nodes[0].Name;
        world.Clock.Advance(TimeSpan.FromHours(1));
        var after = (await world.Page(null, Catalog.ReadModel.ProductOrder.PriceAsc, first: 1)).Nodes[0].Name;

        Assert.Equal("明东大白菜", before);
        Assert.Equal("明东大米", after);
    }

    [Fact]
    public async Task The_change_is_stated_with_the_version_that_was_saved()
    {
        await using var world = await World.WithSample();

        await world.SetPrice(Price(world) with { Amount = 6.1234m });

        await using var db = world.Open();
        var fact = (await db.Facts()).OfType<OfferPriceChanged>().Single();
        Assert.Equal(new OfferPriceChanged(World.LooseRice, 2, 6.1234m, "JIN", fact.ValidFrom), fact);
        Assert.Equal(2, (await db.Offers.SingleAsync(o => o.Id == World.LooseRice)).Version);
    }

    [Fact]
    public async Task A_second_price_for_the_same_moment_replaces_the_first()
    {
        await using var world = await World.WithSample();
        var later = world.Now.AddHours(1);
        await world.SetPrice(Price(world) with { Amount = 7, ValidFrom = later });

        await world.SetPrice(Price(world) with { IdempotencyKey = "k2", ExpectedVersion = 2, Amount = 8, ValidFrom = later });

        var offer = await world.Offer(World.LooseRice);
        Assert.Equal(2, offer.Prices.Count);
        Assert.Equal(8, offer.PriceAt(later).Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_stale_version_is_refused_and_the_same_key_gives_the_same_answer(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        await world.SetPrice(Price(world));

        var stale = await world.SetPrice(Price(world) with { IdempotencyKey = "k2", Amount = 9 });
        var again = await world.SetPrice(Price(world));

        Assert.Equal(ErrorCode.VersionStale, stale.Error!.Code);
        Assert.Equal("2", stale.Error.Facts!["currentVersion"]);
        Assert.True(again.Replayed);
        Assert.Null(again.Error);
        Assert.Equal(6, (await world.Offer(World.LooseRice)).PriceAt(world.Now).Amount);
    }

    [Theory]
    [InlineData("0", MeasureUnit.Jin, 0, "amount")]
    [InlineData("-1", MeasureUnit.Jin, 0, "amount")]
    [InlineData("1.00001", MeasureUnit.Jin, 0, "amount")]
    [InlineData("5", MeasureUnit.Bag, 0, "per")]
    [InlineData("5", MeasureUnit.L, 0, "per")]
    [InlineData("5", MeasureUnit.Jin, -61, "validFrom")]
    public async Task A_wrong_price_is_refused_where_it_is_wrong(string amount, MeasureUnit per, int seconds, string field)
    {
        var world = sample.World;

        var outcome = await world.SetPrice(Price(world) with
        {
            IdempotencyKey = $"{amount} {per} {seconds}",
            Amount = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture),
            Per = per,
            ValidFrom = world.Now.AddSeconds(seconds),
        });

        Assert.Equal(ErrorCode.Invalid, outcome.Error!.Code);
        Assert.Equal([field], outcome.Error.Path);
        Assert.Equal(1, (await world.Offer(World.LooseRice)).Version);
    }

    [Fact]
    public async Task A_start_within_the_last_minute_is_taken()
    {
        await using var world = await World.WithSample();

        Assert.Null((await world.SetPrice(Price(world) with { ValidFrom = world.Now.AddSeconds(-59) })).Error);
    }

    [Fact]
    public async Task Only_who_acts_for_the_producer_may_set_the_price()
    {
        var world = sample.World;

        var outcome = await world.SetPrice(Price(world), World.With(Capability.CatalogueWrite, Guid.NewGuid()));

        Assert.Equal(ErrorCode.Forbidden, outcome.Error!.Code);
    }

    [Fact]
    public async Task An_offer_that_does_not_exist_is_not_found()
    {
        var world = sample.World;

        var outcome = await world.SetPrice(Price(world) with { IdempotencyKey = "unknown", OfferId = Guid.NewGuid() });

        Assert.Equal(PlatformErrors.NotFound.Code, outcome.Error!.Code);
    }

    [Fact]
    public async Task A_withdrawn_offer_takes_no_price_and_is_no_longer_listed()
    {
        await using var world = await World.WithSample();
        var withdrawn = await world.Do((db, writes) => new WithdrawOffer.WithdrawOffer.Handler(db, writes, World.Supplier, world.Clock).Handle(new("w1", World.LooseRice, 1), default));

        var outcome = await world.SetPrice(Price(world) with { ExpectedVersion = 2 });

        Assert.Null(withdrawn.Error);
        Assert.Equal(CatalogErrors.OfferEnded.Code, outcome.Error!.Code);
        Assert.False((await world.Offer(World.LooseRice)).ValidAt(world.Now));
        await using var db = world.Open();
        var fact = (await db.Facts()).OfType<OfferPublished>().Single(f => f.OfferId == World.LooseRice && f.Version == 2);
        Assert.Equal(world.Now, fact.ValidTo);
    }

    private static Input Price(World world) => new("k1", World.LooseRice, 1, 6, MeasureUnit.Jin, world.Now, "秋粮上市");
}
