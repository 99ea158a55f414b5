using System.Text.Json;
using Commerce.Assistance.Campaigns;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Tests.DaySheets;
using Commerce.Assistance.Tests.Months;
using Commerce.Contracts.Assistance;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Assistance.Tests.DaySheets.ShopWorld;

namespace Commerce.Assistance.Tests.Campaigns;

/// <summary>What endorsement campaigns sold: between their days, at their points of sale, help-sell and purchases apart.</summary>
public sealed class AttributionTests
{
    private static readonly Guid First = Guid.Parse("0c000000-0000-0000-0000-0000000000f1");
    private static readonly Guid Second = Guid.Parse("0c000000-0000-0000-0000-0000000000f2");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Help_sell_and_purchases_stand_apart_and_what_outlets_buy_to_sell_is_in_neither(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Ledger.Deliver(Said(First, new(2026, 6, 1), new(2026, 6, 30)) with { Target = 200m });
        var june = World.On(2026, 6, 12);
        await world.Bought(World.Highways, 100, SupplyPoint, june);
        await world.Bought(World.Transport, 50, Counter, june);
        await world.Bought(Company, 200, Counter, june, "OUTLET_TRADE");
        await world.Confirmed(Day, Rice(10, 65m), Noodle(2, 20m));
        await world.Ledger.Deliver(HandedOver(Guid.NewGuid(), june));

        var told = await Read(world);

        var line = Assert.Single(told.Lines);
        Assert.Equal((150m, 840m, 75.0m, "明东村"), (line.Sold.HelpSold.Amount, line.Sold.Bought.Amount, line.Percent, line.Village));
        Assert.Equal(line.Sold, told.Total);
        Assert.Equal(4, told.Rows.Count);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_last_day_counts_to_its_end_in_China_and_the_day_after_does_not(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Ledger.Deliver(Said(First, new(2026, 6, 10), new(2026, 6, 20)));
        foreach (var (at, yuan) in new (DateTimeOffset, decimal)[]
        {
            (new(2026, 6, 9, 15, 59, 59, TimeSpan.Zero), 1m), (new(2026, 6, 9, 16, 0, 0, TimeSpan.Zero), 10m),
            (new(2026, 6, 20, 15, 59, 59, TimeSpan.Zero), 100m), (new(2026, 6, 20, 16, 0, 0, TimeSpan.Zero), 1000m),
        })
        {
            await world.Ledger.Deliver(HandedOver(Guid.NewGuid(), at, yuan));
        }

        await world.Confirmed(new(2026, 6, 20), Rice(1, 6m));
        await world.Confirmed(new(2026, 6, 21), Rice(1, 7m));

        Assert.Equal(116m, (await Read(world)).Total.HelpSold.Amount);

        // Ended early, its last day being the 10th: the highest version holds, whatever comes after it.
        await world.Ledger.Deliver(Said(First, new(2026, 6, 10), new(2026, 6, 20)) with { Version = 3, EndedOn = new(2026, 6, 10) });
        await world.Ledger.Deliver(Said(First, new(2026, 6, 10), new(2026, 6, 20)) with { Version = 2 });
        Assert.Equal((10m, true), ((await Read(world)).Total.HelpSold.Amount, (await Read(world)).Lines[0].Campaign.EndedEarly));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_goes_back_after_the_end_takes_back_what_was_attributed_and_no_more(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Ledger.Deliver(Said(First, new(2026, 6, 1), new(2026, 6, 15)));
        var (inside, outside) = (Guid.NewGuid(), Guid.NewGuid());
        var bought = await world.Bought(World.Highways, 100, SupplyPoint, World.On(2026, 6, 12));
        var later = await world.Bought(World.Highways, 100, SupplyPoint, World.On(2026, 6, 16));
        var sheet = await world.Confirmed(new(2026, 6, 14), Rice(10, 60m));
        await world.Ledger.DeliverAll([HandedOver(inside, World.On(2026, 6, 15)), HandedOver(outside, World.On(2026, 6, 16)), bought.Returned(25m, World.On(2026, 7, 3)), later.Returned(25m, World.On(2026, 7, 3)),
            GivenBack(inside, World.On(2026, 7, 2), -20m), GivenBack(outside, World.On(2026, 7, 2), -20m)]);
        await world.Confirmed(new(2026, 6, 17), Back(sheet.Lines[0].Id, 6m, 1m));

        var told = await Read(world);
        var months = await Read(world, by: CampaignsBy.Month);

        Assert.Equal((85m - 20m + 60m - 6m, 560m - 280m), (told.Total.HelpSold.Amount, told.Total.Bought.Amount));
        Assert.Equal([("2026-06", 139m, 560m), ("2026-07", -20m, -280m)], months.Lines.Select(l => (l.Month!.Value.ToString(), l.Sold.HelpSold.Amount, l.Sold.Bought.Amount)));
        Assert.Equal(told.Total, months.Total);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Overlapping_campaigns_count_a_sale_in_each_line_and_once_in_the_total(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Ledger.Deliver(Said(First, new(2026, 6, 1), new(2026, 6, 30)));
        await world.Ledger.Deliver(Said(Second, new(2026, 6, 10), new(2026, 6, 20)) with { Name = "山货季" });
        await world.Confirmed(new(2026, 6, 9), Rice(1, 1m));
        await world.Confirmed(new(2026, 6, 10), Rice(1, 10m));
        await world.Confirmed(new(2026, 6, 21), Rice(1, 100m));

        var told = await Read(world);

        Assert.Equal([("山货季", 10m), ("明东代言", 111m)], told.Lines.Select(l => (l.Campaign.Name, l.Sold.HelpSold.Amount)));
        Assert.Equal(111m, told.Total.HelpSold.Amount);
        Assert.Equal(10m, (await Read(world, Second)).Total.HelpSold.Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_campaign_at_some_outlets_speaks_for_what_was_sold_there_alone_and_for_its_goods_alone(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Ledger.Deliver(Said(First, new(2026, 6, 1), new(2026, 6, 30)) with { OutletIds = [Counter] });
        await world.Ledger.Deliver(Said(Second, new(2026, 6, 1), new(2026, 6, 30)) with { ProductIds = [Noodles] });
        await world.Bought(World.Highways, 100, SupplyPoint, World.On(2026, 6, 12));
        await world.Bought(World.Transport, 50, Counter, World.On(2026, 6, 12));
        await world.Confirmed(Day, Rice(10, 65m), Noodle(2, 20m));

        var told = await Read(world);
        Assert.Equal((85m, 280m), (told.Total.HelpSold.Amount, told.Total.Bought.Amount));
        Assert.Equal([(First, 65m, 280m), (Second, 20m, 0m)], told.Lines.Select(l => (l.Campaign.CampaignId, l.Sold.HelpSold.Amount, l.Sold.Bought.Amount)).Order());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task By_brand_goods_without_one_stand_last_and_the_last_saying_holds(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Ledger.Deliver(Said(First, new(2026, 6, 1), new(2026, 6, 30)) with { ProductIds = [World.Rice, Noodles] });
        var brand = new BrandRecorded(Guid.NewGuid(), 2, "明东", "Mingdong", World.Mingdong, "明东村", [World.Rice], false);
        await world.Ledger.Deliver(brand);
        await world.Ledger.Deliver(brand with { Version = 1, ProductIds = [Noodles] });
        await world.Ledger.Deliver(Offered(Noodles, "挂面", World.Mingdong) with { Version = 2 });
        await world.Confirmed(Day, Rice(10, 65m), Noodle(2, 20m));

        var lines = (await Read(world, by: CampaignsBy.Brand)).Lines.Select(l => (l.Brand, l.Sold.HelpSold.Amount)).ToList();

        Assert.Equal([("明东", 65m), ("", 20m)], lines);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Other_units_rows_sample_campaigns_and_rows_without_a_day_stay_out(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await world.Ledger.Deliver(Said(First, new(2026, 6, 1), new(2026, 12, 31)));
        await world.Ledger.Deliver(Said(Second, new(2026, 6, 1), new(2026, 12, 31)) with { Sample = true });
        await world.Bought(World.Highways, 100, SupplyPoint, World.On(2026, 6, 12));
        await world.Confirmed(Day, Rice(10, 65m));
        var officer = World.Officer(World.Highways);
        (await world.Months.With(db => new AdjustLedger.Handler(db, world.Ledger.Once(officer), officer, world.Ledger.Clock).Handle(
            new("typed", 2026, World.Highways, World.Mingdong, World.Rice, Month.Of(2026, 8), new(99m, "CNY"), "补记：漏记一笔", PurchasePurpose.Canteen), default))).Done();

        Assert.Equal((First, 65m, 560m), (Assert.Single((await Read(world)).Lines).Campaign.CampaignId, (await Read(world)).Total.HelpSold.Amount, (await Read(world)).Total.Bought.Amount));
        var foreign = await Read(world, actor: World.Who([Capability.AssistanceRead], World.Transport));
        Assert.Equal((0L, 0L, 0), (foreign.Total.HelpSold.Fen, foreign.Total.Bought.Fen, foreign.Rows.Count));
    }

    [Fact]
    public async Task A_row_is_stated_with_the_place_and_the_instant_of_the_purchase_that_it_belongs_to()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        var (june, july) = (World.On(2026, 6, 12), World.On(2026, 7, 3));
        var bought = await world.Bought(World.Highways, 100, SupplyPoint, june);
        await world.Ledger.DeliverAll([bought.Returned(25m, july)]);

        await using var db = world.Ledger.Open();
        var rows = (await db.Database.SqlQueryRaw<string>("SELECT Body AS Value FROM outbox WHERE Name LIKE '%LedgerRowsRecorded'").ToListAsync())
            .SelectMany(body => JsonSerializer.Deserialize<LedgerRowsRecorded>(body, JsonSerializerOptions.Web)!.Rows).OrderBy(r => r.Sequence).ToList();
        Assert.Equal([("PURCHASE", SupplyPoint, june, june), ("RETURN", SupplyPoint, june, july)], rows.Select(r => (r.Kind, r.OutletId!.Value, r.BoughtAt!.Value, r.OccurredAt)));
    }

    [Fact]
    public async Task The_address_narrows_by_state_and_village_and_what_it_does_not_know_narrows_nothing()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        await world.Ledger.Deliver(Said(First, new(2026, 8, 1), new(2026, 8, 1)));
        await world.Ledger.Deliver(Said(Second, new(2026, 8, 2), new(2026, 8, 3)) with { VillageId = World.Zhixin, VillageName = "智新村" });
        await world.Ledger.Deliver(Said(Guid.NewGuid(), new(2026, 7, 1), new(2026, 7, 31)));

        var all = await Read(world);
        Assert.Equal((1, 1, 1, 3), (all.States["running"], all.States["coming"], all.States["over"], all.Lines.Count));
        Assert.Equal([First], (await Read(world, query: "?state=running")).Lines.Select(l => l.Campaign.CampaignId));
        Assert.Equal([Second], (await Read(world, query: $"?village={Platform.GraphQL.NodeId.Encode("vil", World.Zhixin)}")).Lines.Select(l => l.Campaign.CampaignId));
        Assert.Equal(3, (await Read(world, query: "?state=no&village=vil_x&by=y&campaign=")).Lines.Count);
        var address = new CampaignAddress(World.Zhixin, "over", Second, CampaignsBy.Brand);
        Assert.Equal(address, CampaignAddress.Read(new Uri("http://x" + address.At("/assistance/campaigns")).Query));
    }

    private static CampaignRecorded Said(Guid id, DateOnly from, DateOnly to) => new(
        id, 1, "明东代言", World.Mingdong, "明东村", "驻村第一书记", from, to, null, [], [World.Rice], null, false);

    private static Task<Attribution> Read(ShopWorld world, Guid? campaign = null, CampaignsBy by = CampaignsBy.Campaign, Actor? actor = null, string? query = null) => world.Months.With(db =>
        new ReadAttribution(db, actor ?? world.Office, new Demonstration(false), world.Ledger.Clock).Read(query is null ? new(null, null, campaign, by) : CampaignAddress.Read(query), default));
}
