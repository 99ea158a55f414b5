using Commerce.Contracts.Assistance;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Figures;

/// <summary>第一书记代言产品销售, beside measure 47: campaigns say what counts; before a product's first one, whether somebody speaks for its producer.</summary>
public sealed class EndorsedTests
{
    private static readonly Guid Rice = World.Id("rice");
    private static readonly Guid Beans = World.Id("beans");
    private static readonly Guid Cabbage = World.Id("cabbage");
    private static readonly Guid Counter = World.Id("counter");
    private static long sequence = 900;

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Before_a_products_first_campaign_its_producers_endorsement_counts_and_from_it_on_campaigns_alone(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Hear(
        [
            Endorsed(Rice), Endorsed(Beans), Said("first", new(2026, 6, 10), new(2026, 6, 12), Rice, Cabbage), Said("second", new(2026, 6, 12), new(2026, 6, 13), Rice),
            new LedgerRowsRecorded(
            [
                Row(Rice, 1m, 9), Row(Rice, 2m, 10), Row(Rice, 4m, 12), Row(Rice, 8m, 13), Row(Rice, 16m, 14),
                Row(Beans, 32m, 14), Row(Cabbage, 64m, 9), Row(Cabbage, 128m, 10), Row(Cabbage, 256m, 13),
            ]),
        ]);

        // Rice on the 12th is spoken for twice and counts once; what was sold before campaigns existed has not gone.
        Assert.Equal(1m + 2m + 4m + 8m + 32m + 128m, await Figure(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_goes_back_counts_where_its_purchase_counted(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Hear(
        [
            Said("first", new(2026, 6, 10), new(2026, 6, 12), Rice),
            new LedgerRowsRecorded(
            [
                Row(Rice, 100m, 12), Row(Rice, -10m, 14) with { Kind = "RETURN", BoughtAt = On(12) },
                Row(Rice, 200m, 9), Row(Rice, -20m, 11) with { Kind = "RETURN", BoughtAt = On(9) },
                Row(Rice, 1000m, 11) with { BoughtAt = null }, // From before it was told: its own day.
            ]),
        ]);

        Assert.Equal(1090m, await Figure(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_campaign_at_some_outlets_counts_what_was_bought_there_and_the_last_saying_holds(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var said = Said("first", new(2026, 6, 1), new(2026, 6, 30), Rice) with { Version = 2, OutletIds = [Counter] };
        await world.Hear(
        [
            said, said with { Version = 1, OutletIds = [] },
            new LedgerRowsRecorded([Row(Rice, 1m, 10) with { OutletId = Counter }, Row(Rice, 2m, 10) with { OutletId = Guid.NewGuid() }, Row(Rice, 4m, 10)]),
        ]);

        Assert.Equal(1m, await Figure(world));

        await world.Hear([said with { Version = 3, EndedOn = new(2026, 6, 9) }]);
        Assert.Equal(0m, await Figure(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task One_that_was_called_off_or_is_a_sample_takes_nothing_from_the_producers_endorsement(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await world.Hear(
        [
            Endorsed(Rice), Said("off", new(2026, 6, 5), new(2026, 6, 30), Rice) with { EndedOn = new(2026, 6, 4) },
            Said("sample", new(2026, 6, 1), new(2026, 6, 2), Rice) with { Sample = true }, new LedgerRowsRecorded([Row(Rice, 8m, 10)]),
        ]);

        Assert.Equal(0m, await Figure(world));
        world.Demo = false;
        Assert.Equal(8m, await Figure(world));
    }

    private static async Task<decimal?> Figure(World world) => (await world.Figures(47)).Single(f => f.Metric.Computed == ComputedFigure.EndorsedSales).Actual;

    private static DateTimeOffset On(int day) => new(2026, 6, day, 4, 0, 0, TimeSpan.Zero);

    private static LedgerRow Row(Guid product, decimal amount, int day) => new(
        Guid.NewGuid(), Interlocked.Increment(ref sequence), "PURCHASE", "CANTEEN", World.Highways, "单位", World.Id("village"), "明东村", product, "大米", "2026-06", false, amount, "AC-2026-000001", Guid.NewGuid(),
        On(day), false, "DIRECT", null, On(day));

    private static CampaignRecorded Said(string name, DateOnly from, DateOnly to, params Guid[] products) => new(
        World.Id(name), 1, name, World.Id("village"), "明东村", "驻村第一书记", from, to, null, [], products, null, false);

    private static OfferPublished Endorsed(Guid product) => new(
        Guid.NewGuid(), 1, product, "大米", Guid.NewGuid(), "散装", Guid.NewGuid(), "合作社", World.Id("village"), "明东村", "222405", "龙井市",
        Counter, "SPECIALTY_COUNTER", World.Highways, "PUBLIC", ["KIOSK"], "JIN", 1, "JIN", true, 5, 1, 1, null, 5.6m, "JIN",
        new DateOnly(2026, 1, 1).StartInChina(), new DateOnly(2026, 1, 1).StartInChina(), null, false, "专柜", "第一书记");
}
