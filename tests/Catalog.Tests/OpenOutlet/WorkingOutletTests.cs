using Commerce.Catalog.Domain;
using Commerce.Catalog.SampleData;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.OpenOutlet;

public sealed class WorkingOutletTests
{
    private static readonly Guid OneSide = SampleOutlets.IdOf("四平服务区专柜（长春方向）");
    private static readonly Guid OtherSide = SampleOutlets.IdOf("四平服务区专柜（沈阳方向）");
    private static readonly Actor Operator = World.With(Capability.CatalogueWrite, SampleOutlets.Operator);
    private static readonly DateOnly Today = new(2026, 8, 1);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_pair_is_set_up_while_a_counter_works_on_one_side_and_both_figures_are_shown(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);

        Assert.Equal((42, 84), await Figures(world));
        Assert.Null((await Close(world, OneSide)).Error);
        Assert.Equal((42, 83), await Figures(world));
        Assert.Null((await Close(world, OtherSide)).Error);
        Assert.Equal((41, 82), await Figures(world));
        Assert.Null((await Open(world, OneSide, version: 2)).Error);
        Assert.Equal((42, 83), await Figures(world));
    }

    [Fact]
    public async Task What_was_stated_is_kept_with_its_day_and_reason_and_reaches_the_others()
    {
        await using var world = await World.WithSample();

        await Close(world, OneSide, on: Today.AddDays(-3), reason: " 装修 ");
        await Open(world, OneSide, on: Today, version: 2, reason: "装修完工");

        var outlet = (await world.Catalogue.Current(default)).Surroundings.Outlets[OneSide];
        Assert.Equal([(true, new DateOnly(2020, 1, 1), "示例：开业"), (false, Today.AddDays(-3), "装修"), (true, Today, "装修完工")], outlet.States.Select(s => (s.Working, s.From, s.Reason)));
        Assert.Equal((true, Today, 3), (outlet.Working, outlet.Since, outlet.Version));
        await using var db = world.Open();
        var facts = (await db.Facts()).OfType<OutletRecorded>().Where(f => f.OutletId == OneSide).ToList();
        Assert.Equal([(1, true), (2, false), (3, true)], facts.Select(f => (f.Version, f.Working)));
        Assert.Equal(("SPECIALTY_COUNTER", "四平服务区", "长春方向", false, Today.AddDays(-3)), (facts[1].Kind, facts[1].ServiceAreaName, facts[1].Direction, facts[1].OwnStore, facts[1].Since!.Value));
    }

    [Fact]
    public async Task A_state_needs_a_reason_and_a_day_that_has_come()
    {
        await using var world = await World.WithSample();

        Assert.Equal(["reason"], (await Close(world, OneSide, reason: "  ")).Error!.Path);
        Assert.Equal(["reason"], (await Close(world, OneSide, reason: new string('长', 201))).Error!.Path);
        Assert.Equal(["on"], (await Close(world, OneSide, on: Today.AddDays(1))).Error!.Path);
        Assert.Equal(["on"], (await Close(world, OneSide, on: new DateOnly(2019, 12, 31))).Error!.Path);
        Assert.Null((await Close(world, OneSide, on: new DateOnly(2020, 1, 1))).Error);
    }

    [Fact]
    public async Task The_day_is_a_day_in_China()
    {
        await using var world = await World.WithSample();
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 8, 1, 16, 0, 0, TimeSpan.Zero));

        Assert.Null((await Close(world, OneSide, on: Today.AddDays(1))).Error);
    }

    [Fact]
    public async Task What_is_open_is_not_opened_again_nor_what_is_closed_closed()
    {
        await using var world = await World.WithSample();

        Assert.Equal(CatalogErrors.AlreadyOpen, (await Open(world, OneSide)).Error);
        await Close(world, OneSide);
        Assert.Equal(CatalogErrors.NotOpen, (await Close(world, OneSide, version: 2)).Error);
        Assert.Equal(ErrorCode.VersionStale, (await Open(world, OneSide, version: 1)).Error!.Code);
    }

    [Fact]
    public async Task A_supply_point_neither_opens_nor_closes()
    {
        await using var world = await World.WithSample();

        var outcome = await Close(world, SampleOutlets.IdOf("明东村供货点"), actor: World.Supplier);

        Assert.Equal(CatalogErrors.NothingToOpen, outcome.Error);
    }

    [Fact]
    public async Task Only_who_runs_an_outlet_may_say_whether_it_works()
    {
        await using var world = await World.WithSample();

        Assert.Equal(CatalogErrors.NotYourOutlet, (await Close(world, OneSide, actor: World.Supplier)).Error);
        Assert.Equal(ErrorCode.NotFound, (await Close(world, Guid.NewGuid())).Error!.Code);
        Assert.Equal((42, 84), await Figures(world));
    }

    [Fact]
    public async Task The_sample_states_all_pairs_and_outlets_once()
    {
        await using var world = await World.WithSample();

        await using var db = world.Open();
        var facts = await db.Facts();
        Assert.Equal(42, facts.OfType<ServiceAreaRecorded>().Select(f => f.Position).Distinct().Count());
        Assert.Equal(await db.Outlets.Select(o => o.Id).Order().ToListAsync(), facts.OfType<OutletRecorded>().Select(f => f.OutletId).Order());
        Assert.Equal(4, facts.OfType<OutletRecorded>().Count(f => f is { OwnStore: true, Working: true }));
        Assert.All(facts.OfType<OutletRecorded>(), f => Assert.True(f.Sample));
    }

    [Fact]
    public async Task A_sample_loaded_before_outlets_had_a_state_is_brought_up_to_date_once()
    {
        await using var world = await World.WithSample();
        await world.Write(async db =>
        {
            await db.Set<OutletState>().ExecuteDeleteAsync();
            await db.Outlets.ExecuteUpdateAsync(s => s.SetProperty(o => o.Version, 0).SetProperty(o => o.Working, false).SetProperty(o => o.Since, default(DateOnly?)).SetProperty(o => o.OperatorUnitId, Guid.Empty));
            await db.ServiceAreas.ExecuteUpdateAsync(s => s.SetProperty(a => a.Version, 0));
            await db.Products.ExecuteUpdateAsync(s => s.SetProperty(p => p.SpeciesId, default(Guid?)));
            await db.Species.ExecuteDeleteAsync();
        });

        for (var i = 0; i < 2; i++)
        {
            await using var db = world.Open();
            await new SampleCatalogue(db, world.Catalogue, world.Clock).Load(default);
        }

        Assert.Equal((42, 84), await Figures(world));
        await using var after = world.Open();
        var facts = await after.Facts();
        Assert.Equal([1, 1], facts.OfType<OutletRecorded>().Where(f => f.OutletId == OneSide).Select(f => f.Version));
        Assert.All(facts.OfType<SpeciesOffered>().GroupBy(f => f.OfferId), g => Assert.Equal(2, g.Select(f => f.Statement).Distinct().Count()));
    }

    private static async Task<(int Pairs, int Sides)> Figures(World world)
    {
        var areas = (await world.Catalogue.Current(default)).Surroundings.ServiceAreasInOrder;
        return (areas.Count(a => a.SetUp), areas.Sum(a => a.WorkingSides));
    }

    private static Task<Outcome> Open(World world, Guid outlet, DateOnly? on = null, int version = 1, string reason = "恢复", Actor? actor = null) =>
        world.Do((db, writes) => new Catalog.OpenOutlet.OpenOutlet.Handler(db, writes, actor ?? Operator, world.Clock).Handle(new(Key(), outlet, version, on ?? Today, reason), default), actor ?? Operator);

    private static Task<Outcome> Close(World world, Guid outlet, DateOnly? on = null, int version = 1, string reason = "停业", Actor? actor = null) =>
        world.Do((db, writes) => new Catalog.CloseOutlet.CloseOutlet.Handler(db, writes, actor ?? Operator, world.Clock).Handle(new(Key(), outlet, version, on ?? Today, reason), default), actor ?? Operator);

    private static string Key() => Guid.NewGuid().ToString();
}
