using Commerce.Catalog.Domain;
using Commerce.Platform.Modules;

namespace Commerce.Catalog.SampleData;

/// <summary>Counties (real codes and the eight of the national list), the two villages, and producers made up for demonstration.</summary>
internal static class SampleOrigins
{
    /// <summary>The unit that confirms and dispatches for villagers (代办).</summary>
    public static Guid WorkTeam { get; } = SampleId.Of("unit", "包保帮扶工作队");

    // The national list of counties was published on 19 March 2012; the platform keeps counting goods of its counties.
    private static readonly DateOnly ListPublished = new(2012, 3, 19);

    private static readonly (string Code, string Name, bool Designated)[] Counties =
    [
        ("220622", "靖宇县", true), ("220821", "镇赉县", true), ("220822", "通榆县", true), ("220882", "大安市", true),
        ("222405", "龙井市", true), ("222406", "和龙市", true), ("222424", "汪清县", true), ("222426", "安图县", true),
        ("220621", "抚松县", false), ("222403", "敦化市", false), ("220281", "蛟河市", false), ("220184", "公主岭市", false),
        ("220722", "长岭县", false), ("220112", "双阳区", false), ("222401", "延吉市", false),
    ];

    private static readonly (string Name, string? Village, string County, AssistanceModel Model, int? Households, string Benefit, string? Endorsement)[] Producers =
    [
        ("明东村股份经济合作社", "明东村", "222405", AssistanceModel.Cooperative, 39, "入社农户按交售量分红，并领取土地流转金。", "明东村驻村第一书记代言（示例）"),
        ("明东芍药园", "明东村", "222405", AssistanceModel.VillageWorkshop, 21, "花期与民宿旺季雇用村民，按日计酬。", "明东村驻村第一书记代言（示例）"),
        ("智新村股份经济合作社", "智新村", "222405", AssistanceModel.Cooperative, 46, "保底收购，年底按股分红。", "智新村驻村第一书记代言（示例）"),
        ("智新村泡菜车间", "智新村", "222405", AssistanceModel.VillageWorkshop, 12, "车间优先雇用村民，按件计酬。", null),
        ("千凤园山鸡养殖场", "智新村", "222405", AssistanceModel.LargeHousehold, 18, "向农户提供山鸡雏并按约定价回收。", "智新村驻村第一书记代言（示例）"),
        ("龙井示例农业合作社", null, "222405", AssistanceModel.Cooperative, 60, "订单种植，保底收购。", null),
        ("龙井示例牧业公司", null, "222405", AssistanceModel.Enterprise, 35, "托养分红。", null),
        ("公主岭示例玉米合作社", null, "220184", AssistanceModel.Cooperative, null, "订单种植。", null),
        ("长岭示例面粉加工厂", null, "220722", AssistanceModel.Enterprise, null, "高于市价收购小冰麦。", null),
        ("汪清示例食用菌合作社", null, "222424", AssistanceModel.Cooperative, 52, "菌包赊销，成品回收。", null),
        ("敦化示例山货合作社", null, "222403", AssistanceModel.Cooperative, null, "按采集量结算。", null),
        ("蛟河示例蜂业合作社", null, "220281", AssistanceModel.LargeHousehold, null, "带养蜂群，统一收购。", null),
        ("抚松示例参业公司", null, "220621", AssistanceModel.Enterprise, null, "订单种植园参。", null),
        ("靖宇示例蓝莓合作社", null, "220622", AssistanceModel.Cooperative, 28, "土地入股，采摘用工。", null),
        ("安图示例山货合作社", null, "222426", AssistanceModel.Cooperative, 31, "按采集量结算，年底返利。", null),
        ("和龙示例食用菌合作社", null, "222406", AssistanceModel.Cooperative, 24, "棚室出租给农户，产品回收。", null),
        ("延吉示例朝鲜族食品厂", null, "222401", AssistanceModel.Enterprise, null, "收购周边农户原料。", null),
        ("双阳示例鹿业公司", null, "220112", AssistanceModel.Enterprise, null, "带养梅花鹿。", null),
        ("镇赉示例米业公司", null, "220821", AssistanceModel.Enterprise, 40, "订单种植弱碱水稻。", null),
    ];

    public static Guid VillageId(string name) => SampleId.Of("village", name);

    public static Guid ProducerId(string name) => SampleId.Of("producer", name);

    /// <summary>The supply point that serves a producer's goods to canteens and unions.</summary>
    public static string SupplyPointOf(string producer) => Producers.Single(p => p.Name == producer).Village is { } village ? village + "供货点" : SampleOutlets.OtherCounties;

    public static IEnumerable<ICatalogueFact> All() =>
    [
        .. Counties.Select(c => new County
        {
            Code = c.Code,
            Name = c.Name,
            Designations = c.Designated ? [new CountyDesignation { Id = SampleId.Of("designation", c.Code), CountyCode = c.Code, From = ListPublished }] : [],
        }),
        .. ((string[])["明东村", "智新村"]).Select(name => new Village
        {
            Id = VillageId(name),
            Name = name,
            CountyCode = "222405",
            Township = "智新镇",
            DesignatedFrom = new DateOnly(2016, 1, 1),
            Sample = true,
        }),
        .. Producers.Select(p => new Producer
        {
            Id = ProducerId(p.Name),
            Name = p.Name,
            VillageId = p.Village is null ? null : VillageId(p.Village),
            CountyCode = p.County,
            Model = p.Model,
            Endorsement = p.Endorsement,
            BenefitMechanism = p.Benefit,
            Households = p.Households,
            HouseholdsOn = p.Households is null ? null : new DateOnly(2025, 12, 31),
            SupplyUnitId = WorkTeam,
            Sample = true,
        }),
    ];
}
