using Commerce.Catalog.Campaigns;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;

namespace Commerce.Catalog.Tests.Campaigns;

/// <summary>What tests of campaigns and brands say; today is 1 August 2026 in China.</summary>
internal static class CampaignWorld
{
    public static readonly Guid Mingdong = SampleId.Of("village", "明东村");
    public static readonly Guid Zhixin = SampleId.Of("village", "智新村");
    public static readonly Guid Rice = SampleId.Of("product", "明东大米");
    public static readonly Guid Beans = SampleId.Of("product", "明东大豆");
    public static readonly Guid Millet = SampleId.Of("product", "智新小米");
    public static readonly Guid Counter = SampleId.Of("outlet", "石头口门服务区专柜（长春方向）");

    /// <summary>The office: no goods of its own, all of them to speak of.</summary>
    public static Actor Office { get; } = World.With(Capability.AssistanceManage, Guid.NewGuid());

    public static Actor Stranger { get; } = World.With(Capability.CatalogueWrite, Guid.NewGuid());

    public static SaveCampaign.Input SaidCampaign { get; } = new(
        "c", null, null, "明东代言", Mingdong, "明东村驻村第一书记", new(2026, 7, 1), new(2026, 8, 31), [Rice, Beans], null, new(1000m, "CNY"));

    public static SaveBrand.Input SaidBrand { get; } = new("b", null, null, "明东", "Mingdong", Mingdong, [Rice, Beans]);

    public static Task<Outcome> Save(this World world, SaveCampaign.Input input, Actor? actor = null) => world.Do(
        (db, writes) => new SaveCampaign.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(input with { IdempotencyKey = Guid.NewGuid().ToString("N") }, default), actor);

    public static Task<Outcome> End(this World world, Guid id, int version, DateOnly lastDay, string reason = "货已卖完", Actor? actor = null) => world.Do(
        (db, writes) => new EndCampaign.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(new(Guid.NewGuid().ToString("N"), id, version, lastDay, reason), default), actor);

    public static Task<Outcome> Save(this World world, SaveBrand.Input input, Actor? actor = null) => world.Do(
        (db, writes) => new SaveBrand.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(input with { IdempotencyKey = Guid.NewGuid().ToString("N") }, default), actor);

    public static async Task<Endorsements> Endorsements(this World world) => (await world.Catalogue.Current(default)).Surroundings.Endorsements;
}
