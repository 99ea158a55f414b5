using Commerce.Catalog.Campaigns;
using Commerce.Catalog.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Catalog.Tests.Campaigns.CampaignWorld;

namespace Commerce.Catalog.Tests.Campaigns;

/// <summary>第一书记代言: recorded, changed and ended early.</summary>
public sealed class CampaignTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_campaign_is_recorded_changed_and_ended_and_stated_whole_each_time(DatabaseProvider provider)
    {
        await using var world = await World.WithSample(provider);

        var id = (await world.Save(SaidCampaign)).Id!.Value;
        var change = SaidCampaign with { CampaignId = id, ExpectedVersion = 1, Name = " 明东山货代言 ", ProductIds = [Rice, Rice], OutletIds = [Counter], Target = null };
        Assert.Null((await world.Save(change, Office)).Error);
        Assert.Null((await world.Save(change with { ExpectedVersion = 2 })).Error);
        Assert.Null((await world.End(id, 3, new(2026, 8, 1), " 货已卖完 ")).Error);

        var shown = (await world.Endorsements()).Campaigns[id];
        Assert.Equal(("明东山货代言", new DateOnly(2026, 8, 31), new DateOnly(2026, 8, 1), "货已卖完", 4), (shown.Name, shown.EndsOn, shown.LastDay, shown.EndReason, shown.Version));
        Assert.Equal((Rice, "石头口门服务区专柜（长春方向）", null), (Assert.Single(shown.ProductIds), Assert.Single(shown.Outlets).Name, shown.Target));
        await using var db = world.Open();
        var facts = (await db.Facts()).OfType<CampaignRecorded>().OrderBy(f => f.Version).ToList();
        Assert.Equal([(1, 2, 0, 1000m, null), (2, 1, 1, null, null), (3, 1, 1, null, null), (4, 1, 1, null, new DateOnly(2026, 8, 1))], facts.Select(f => (f.Version, f.ProductIds.Count, f.OutletIds.Count, f.Target, f.EndedOn)));
        Assert.All(facts, f => Assert.Equal((id, Mingdong, "明东村", "明东村驻村第一书记", new DateOnly(2026, 7, 1), new DateOnly(2026, 8, 31), false), (f.CampaignId, f.VillageId, f.VillageName, f.Endorser, f.StartsOn, f.EndsOn, f.Sample)));
    }

    [Fact]
    public async Task It_speaks_for_its_goods_from_its_first_day_to_its_last_and_the_one_that_began_last_is_shown()
    {
        await using var world = await World.WithSample();
        var first = (await world.Save(SaidCampaign)).Id!.Value;
        var second = (await world.Save(SaidCampaign with { StartsOn = new(2026, 8, 10), EndsOn = new(2026, 8, 12), ProductIds = [Rice] })).Id!.Value;

        var said = await world.Endorsements();

        Assert.Equal(
            [null, first, first, second, second, first, first, null],
            new[] { new DateOnly(2026, 6, 30), new(2026, 7, 1), new(2026, 8, 9), new(2026, 8, 10), new(2026, 8, 12), new(2026, 8, 13), new(2026, 8, 31), new(2026, 9, 1) }.Select(day => said.CampaignOf(Rice, day)?.Id));
        Assert.Equal((first, null), (said.CampaignOf(Beans, new(2026, 8, 11))?.Id, said.CampaignOf(Millet, new(2026, 8, 11))));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("name too long")]
    [InlineData("name's number")]
    [InlineData("endorser")]
    [InlineData("endorser too long")]
    [InlineData("endorser's number")]
    [InlineData("days")]
    [InlineData("days long ago")]
    [InlineData("days far ahead")]
    [InlineData("target")]
    [InlineData("target's fen")]
    [InlineData("target's currency")]
    [InlineData("no products")]
    [InlineData("village")]
    [InlineData("product")]
    [InlineData("product of another village")]
    [InlineData("outlet")]
    public async Task What_can_not_be_is_refused_and_changes_nothing(string what)
    {
        await using var world = await World.WithSample();
        var id = (await world.Save(SaidCampaign)).Id!.Value;
        var good = SaidCampaign with { CampaignId = id, ExpectedVersion = 1 };
        var (wrong, refusal) = what switch
        {
            "name" => (good with { Name = " " }, CampaignErrors.NameShape),
            "name too long" => (good with { Name = new string('名', 61) }, CampaignErrors.NameShape),
            "name's number" => (good with { Name = "代言 138 4330 1234" }, CampaignErrors.PersonNumber("name")),
            "endorser" => (good with { Endorser = "" }, CampaignErrors.EndorserShape),
            "endorser too long" => (good with { Endorser = new string('言', 101) }, CampaignErrors.EndorserShape),
            "endorser's number" => (good with { Endorser = "第一书记 222405196801011234" }, CampaignErrors.PersonNumber("endorser")),
            "days" => (good with { EndsOn = new(2026, 6, 30) }, CampaignErrors.DayOrder),
            "days long ago" => (good with { StartsOn = new(1999, 12, 31) }, CampaignErrors.DayOutOfReach),
            "days far ahead" => (good with { EndsOn = new(2101, 1, 1) }, CampaignErrors.DayOutOfReach),
            "target" => (good with { Target = new(0m, "CNY") }, CampaignErrors.TargetNotPositive),
            "target's fen" => (good with { Target = new(1.001m, "CNY") }, CampaignErrors.NotFen),
            "target's currency" => (good with { Target = new(1m, "USD") }, CampaignErrors.NotYuan),
            "no products" => (good with { ProductIds = [] }, CampaignErrors.HowManyProducts),
            "village" => (good with { VillageId = Guid.NewGuid() }, CampaignErrors.NoSuchVillage),
            "product" => (good with { ProductIds = [Rice, Guid.NewGuid()] }, CampaignErrors.NoSuchProduct),
            "product of another village" => (good with { ProductIds = [Rice, Millet] }, CampaignErrors.OfAnotherVillage("智新小米")),
            _ => (good with { OutletIds = [Counter, Guid.NewGuid()] }, CampaignErrors.NoSuchOutlet),
        };

        var refused = (await world.Save(wrong)).Error!;

        Assert.Equal((refusal.Code, refusal.Chinese, refusal.Path?[0]), (refused.Code, refused.Chinese, refused.Path?[0]));
        Assert.Equal((1, "明东代言"), ((await world.Endorsements()).Campaigns[id].Version, (await world.Endorsements()).Campaigns[id].Name));
        await using var db = world.Open();
        Assert.Single((await db.Facts()).OfType<CampaignRecorded>());
    }

    [Fact]
    public void Lists_have_an_end()
    {
        var ids = Enumerable.Range(0, 201).Select(_ => Guid.NewGuid()).ToList();
        var facts = new CampaignFacts("代言", Mingdong, "第一书记", new(2026, 7, 1), new(2026, 7, 1), [], [Rice], null);

        Assert.Equal(CampaignErrors.HowManyProducts, new Campaign { Id = Guid.NewGuid() }.Say(facts with { ProductIds = ids }).Error);
        Assert.Equal(CampaignErrors.HowManyOutlets, new Campaign { Id = Guid.NewGuid() }.Say(facts with { OutletIds = ids }).Error);
        Assert.Null(new Campaign { Id = Guid.NewGuid() }.Say(facts with { OutletIds = ids[1..], ProductIds = ids[1..] }).Error);
        Assert.Equal(CampaignErrors.HowManyProducts, new Brand { Id = Guid.NewGuid() }.Say("牌", null, Mingdong, ids).Error);
    }

    [Fact]
    public async Task Only_whoever_acts_for_all_its_goods_or_the_office_may()
    {
        await using var world = await World.WithSample();
        var id = (await world.Save(SaidCampaign)).Id!.Value;
        var again = SaidCampaign with { CampaignId = id, ExpectedVersion = 1 };

        Assert.Equal(CampaignErrors.NotYours("明东大米"), (await world.Save(SaidCampaign, Stranger)).Error);
        Assert.Equal(CampaignErrors.NotYours("明东大米"), (await world.Save(again with { ProductIds = [] }, Stranger)).Error);
        Assert.Equal(CampaignErrors.NotYours("明东大米"), (await world.End(id, 1, new(2026, 8, 1), actor: Stranger)).Error);
        Assert.Equal(ErrorCode.NotFound, (await world.Save(again with { CampaignId = Guid.NewGuid() })).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.End(Guid.NewGuid(), 1, new(2026, 8, 1))).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.Save(again with { ExpectedVersion = 2 })).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.Save(again with { ExpectedVersion = null })).Error!.Code);
        Assert.Equal(ErrorCode.VersionStale, (await world.End(id, 2, new(2026, 8, 1))).Error!.Code);
        Assert.Equal(1, (await world.Endorsements()).Campaigns[id].Version);
        Assert.Null((await world.End(id, 1, new(2026, 8, 1), actor: Office)).Error);
    }

    [Fact]
    public async Task It_ends_early_from_today_on_before_its_last_day_once_and_is_changed_no_more()
    {
        await using var world = await World.WithSample();
        var over = (await world.Save(SaidCampaign with { EndsOn = new(2026, 7, 31) })).Id!.Value;
        var last = (await world.Save(SaidCampaign with { EndsOn = new(2026, 8, 1) })).Id!.Value;
        var coming = (await world.Save(SaidCampaign with { StartsOn = new(2026, 8, 20) })).Id!.Value;

        Assert.Equal(CampaignErrors.Over(new(2026, 7, 31)), (await world.End(over, 1, new(2026, 8, 1))).Error);
        Assert.Equal(CampaignErrors.NotEarly(new(2026, 8, 1)).Chinese, (await world.End(last, 1, new(2026, 8, 1))).Error!.Chinese);
        Assert.Equal(CampaignErrors.LastDayPast.Chinese, (await world.End(coming, 1, new(2026, 7, 31))).Error!.Chinese);
        Assert.Equal(CampaignErrors.ReasonShape.Chinese, (await world.End(coming, 1, new(2026, 8, 2), " ")).Error!.Chinese);
        Assert.Equal(CampaignErrors.ReasonShape.Chinese, (await world.End(coming, 1, new(2026, 8, 2), new string('因', 201))).Error!.Chinese);
        Assert.Null((await world.End(coming, 1, new(2026, 8, 2))).Error);
        Assert.Equal(CampaignErrors.EndedAlready(new(2026, 8, 2)), (await world.End(coming, 2, new(2026, 8, 1))).Error);
        Assert.Equal(CampaignErrors.EndedAlready(new(2026, 8, 2)), (await world.Save(SaidCampaign with { CampaignId = coming, ExpectedVersion = 2 })).Error);

        // Called off before it began: it never ran.
        var shown = (await world.Endorsements()).Campaigns[coming];
        Assert.DoesNotContain(Enumerable.Range(0, 60), i => shown.RunsOn(new DateOnly(2026, 7, 20).AddDays(i)));
    }

    [Fact]
    public async Task The_desk_tells_states_apart_and_what_its_reader_may_change()
    {
        await using var world = await World.WithSample();
        await world.Save(SaidCampaign);
        await world.Save(SaidCampaign with { StartsOn = new(2026, 8, 2) });
        await world.Save(SaidCampaign with { EndsOn = new(2026, 7, 31) });

        var desk = await new ReadCampaigns(world.Catalogue, World.Supplier, world.Clock).Read(default);
        var foreign = await new ReadCampaigns(world.Catalogue, Stranger, world.Clock).Read(default);

        Assert.Equal(["coming", "over", "running"], desk.Campaigns.Select(desk.StateOf).Order());
        Assert.Equal((true, false, 2, 0), (desk.MayChange([Rice], Mingdong), foreign.MayChange([Rice], Mingdong), desk.Villages.Count, foreign.Villages.Count));
        Assert.Contains(desk.Outlets[Mingdong], o => o.Id == Counter);
    }
}
