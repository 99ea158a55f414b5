using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Catalog.Tests.UpdateProducer;

/// <summary>Who speaks for a producer, how villagers gain, and how many households on which day.</summary>
public sealed class UpdateProducerTests
{
    private static readonly Guid Producer = SampleId.Of("producer", "明东村股份经济合作社");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task All_of_it_is_said_anew_and_what_is_left_out_is_emptied(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);
        var today = world.Now.DayInChina();

        Assert.Null((await Update(world, Said(1) with { Endorsement = " 驻村第一书记 ", BenefitMechanism = "保底收购", Households = 41, HouseholdsOn = today })).Error);

        var said = await Read(world);
        Assert.Equal(("驻村第一书记", "保底收购", 41, today, 2), (said.Endorsement, said.BenefitMechanism, said.Households, said.HouseholdsOn, said.Version));
        Assert.Equal(41, (await world.All(new ProductFilter("明东大米")))[0].Producer.Households);

        Assert.Null((await Update(world, Said(2) with { Endorsement = "  " })).Error);

        said = await Read(world);
        Assert.Equal((null, null, null, null, 3), (said.Endorsement, said.BenefitMechanism, said.Households, said.HouseholdsOn, said.Version));
    }

    [Theory]
    [InlineData("endorsement")]
    [InlineData("endorsement's number")]
    [InlineData("benefitMechanism")]
    [InlineData("benefitMechanism's number")]
    [InlineData("households")]
    [InlineData("households beyond")]
    [InlineData("householdsOn missing")]
    [InlineData("householdsOn alone")]
    [InlineData("householdsOn to come")]
    public async Task What_can_not_be_is_refused_and_changes_nothing(string what)
    {
        await using var world = await World.WithSample();
        var (good, tomorrow) = (Said(1) with { Households = 39, HouseholdsOn = world.Now.DayInChina() }, world.Now.DayInChina().AddDays(1));
        var (wrong, refusal) = what switch
        {
            "endorsement" => (good with { Endorsement = new string('言', 401) }, ProducerErrors.TextShape("endorsement")),
            "endorsement's number" => (good with { Endorsement = "第一书记，电话 138 4330 1234" }, ProducerErrors.PersonNumber("endorsement")),
            "benefitMechanism" => (good with { BenefitMechanism = new string('益', 401) }, ProducerErrors.TextShape("benefitMechanism")),
            "benefitMechanism's number" => (good with { BenefitMechanism = "户主 222405196801011234 分红" }, ProducerErrors.PersonNumber("benefitMechanism")),
            "households" => (good with { Households = -1 }, ProducerErrors.HouseholdsShape),
            "households beyond" => (good with { Households = 100_001 }, ProducerErrors.HouseholdsShape),
            "householdsOn missing" => (good with { HouseholdsOn = null }, ProducerErrors.DayMissing),
            "householdsOn alone" => (good with { Households = null }, ProducerErrors.DayMissing),
            _ => (good with { HouseholdsOn = tomorrow }, ProducerErrors.DayToCome),
        };

        var refused = (await Update(world, wrong)).Error!;
        Assert.Equal((refusal.Code, refusal.Chinese, refusal.Path![0]), (refused.Code, refused.Chinese, refused.Path![0]));
        Assert.Equal((39, 1), ((await Read(world)).Households, (await Read(world)).Version));
    }

    [Fact]
    public async Task Only_whoever_acts_for_it_says_so_and_nobody_over_what_he_has_not_seen()
    {
        await using var world = await World.WithSample();

        Assert.Equal(ProducerErrors.NotYours, (await Update(world, Said(1), World.With(Capability.CatalogueWrite, Guid.NewGuid()))).Error);
        Assert.Equal(ErrorCode.VersionStale, (await Update(world, Said(2))).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await Update(world, Said(1) with { ProducerId = Guid.NewGuid() })).Error!.Code);
        Assert.Equal((39, new DateOnly(2025, 12, 31), 1), ((await Read(world)).Households, (await Read(world)).HouseholdsOn, (await Read(world)).Version));
    }

    private static Catalog.UpdateProducer.UpdateProducer.Input Said(int version) => new(Guid.NewGuid().ToString("N"), Producer, version, null, null, null, null);

    private static Task<Outcome> Update(World world, Catalog.UpdateProducer.UpdateProducer.Input input, Actor? actor = null) => world.Do(
        (db, writes) => new Catalog.UpdateProducer.UpdateProducer.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(input, default), actor);

    private static async Task<ProducerView> Read(World world) => (await world.Catalogue.Current(default)).Surroundings.Producers[Producer];
}
