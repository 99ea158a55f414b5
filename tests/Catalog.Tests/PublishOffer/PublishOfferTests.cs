using Commerce.Catalog.Domain;
using Commerce.Catalog.SampleData;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Catalog.Tests.PublishOffer;

using Input = Commerce.Catalog.PublishOffer.PublishOffer.Input;

public sealed class PublishOfferTests(SampleWorld sample) : IClassFixture<SampleWorld>
{
    private static readonly Guid Bag = SampleId.Of("variant", "明东大米 5 kg/袋");
    private static readonly Guid Counter = SampleOutlets.IdOf("四平服务区专柜（长春方向）");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_published_offer_is_listed_at_once_and_stated_with_all_that_ordering_needs(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);

        var outcome = await Publish(world, Offer);

        Assert.Null(outcome.Error);
        var offer = await world.Offer(outcome.Id!.Value);
        Assert.Contains(offer, (await world.Catalogue.Current(default)).OffersAt(Counter));
        Assert.Equal(Quantity.Of(2, MeasureUnit.Bag), offer.Minimum);
        await using var db = world.Open();
        var fact = (await db.Facts()).OfType<OfferPublished>().Single(f => f.OfferId == offer.Id);
        Assert.Equal(("明东大米", "5 kg/袋", "明东村", "龙井市", "222405", "SPECIALTY_COUNTER"), (fact.ProductName, fact.Specification, fact.VillageName, fact.CountyName, fact.CountyCode, fact.OutletKind));
        Assert.Equal(("PUBLIC", "BAG", 5m, "KG", 59.9m, "BAG"), (fact.BuyerGroup, fact.SoldBy, fact.NominalContent, fact.NominalUnit, fact.Price, fact.PricedBy));
        Assert.Equal(["CANTEEN", "WELFARE", "KIOSK"], fact.PermittedUses);
        Assert.Equal((1, SampleOrigins.WorkTeam, 1m, 2m), (fact.Version, fact.SupplyUnitId, fact.Step, fact.Minimum));
        Assert.Null(fact.TaxRatePercent);
        Assert.True(fact.Sample);
    }

    [Fact]
    public async Task The_same_variant_is_not_put_on_sale_twice_in_one_place_for_one_group()
    {
        await using var world = await World.WithSample();
        await Publish(world, Offer);

        var second = await Publish(world, Offer with { IdempotencyKey = "k2", Amount = 60 });
        var otherGroup = await Publish(world, Offer with { IdempotencyKey = "k3", BuyerGroup = BuyerGroup.StaffWelfare });

        Assert.Equal(ErrorCode.StateNotAllowed, second.Error!.Code);
        Assert.Null(otherGroup.Error);
    }

    [Fact]
    public async Task Wrong_steps_moments_and_prices_are_refused()
    {
        var world = sample.World;

        Assert.Equal(["step"], (await Publish(world, Offer with { IdempotencyKey = "1", Step = new(1, MeasureUnit.Kg) })).Error!.Path);
        Assert.Equal(["minimum"], (await Publish(world, Offer with { IdempotencyKey = "2", Minimum = new(0, MeasureUnit.Bag) })).Error!.Path);
        Assert.Equal(["validFrom"], (await Publish(world, Offer with { IdempotencyKey = "3", ValidFrom = world.Now.AddMinutes(-2) })).Error!.Path);
        Assert.Equal(["per"], (await Publish(world, Offer with { IdempotencyKey = "4", Per = MeasureUnit.Kg })).Error!.Path);
        Assert.Equal(["variantId"], (await Publish(world, Offer with { IdempotencyKey = "5", VariantId = Guid.NewGuid() })).Error!.Path);
        Assert.Equal(["outletId"], (await Publish(world, Offer with { IdempotencyKey = "6", OutletId = Guid.NewGuid() })).Error!.Path);
    }

    [Fact]
    public async Task Only_who_acts_for_the_producer_may_publish()
    {
        var world = sample.World;

        var outcome = await Publish(world, Offer, World.With(Capability.CatalogueWrite, Guid.NewGuid()));

        Assert.Equal(CatalogErrors.NotYourSupplier.Code, outcome.Error!.Code);
    }

    private static Input Offer { get; } = new("k1", Bag, Counter, BuyerGroup.Public, 59.9m, MeasureUnit.Bag, null, new(2, MeasureUnit.Bag), null);

    private static Task<Outcome> Publish(World world, Input input, Actor? actor = null) =>
        world.Do((db, writes) => new Catalog.PublishOffer.PublishOffer.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(input, default), actor);
}
