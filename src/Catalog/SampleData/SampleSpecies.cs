using Commerce.Catalog.Domain;
using Commerce.Platform.Modules;

namespace Commerce.Catalog.SampleData;

/// <summary>Kinds of goods. The first four are what own stores sold before the measure began, as the official list itself says; the rest is new there.</summary>
internal static class SampleSpecies
{
    // From the first day on which the sample's counters work.
    private static readonly DateOnly BaselineFrom = new(2020, 1, 1);

    private static readonly string[] Baseline = ["人参", "鹿茸", "林蛙油", "吉林大米"];

    /// <summary>A part of the product's name, and the species it tells. The first match wins.</summary>
    private static readonly (string Part, string Species)[] ByName =
    [
        ("大米", "吉林大米"), ("稻花香", "吉林大米"), ("人参", "人参"), ("园参", "人参"), ("红参", "人参"), ("鹿茸", "鹿茸"), ("林蛙油", "林蛙油"),
        ("木耳", "木耳"), ("榛蘑", "榛蘑"), ("猴头菇", "猴头菇"), ("香菇", "香菇"), ("松茸", "松茸"), ("刺嫩芽", "山野菜"), ("蜜", "蜂蜜"), ("蓝莓", "蓝莓"), ("榛子", "榛子"),
        ("小米", "小米"), ("大豆", "大豆"), ("豆油", "豆油"), ("大酱", "大酱"), ("辣白菜", "泡菜"), ("泡菜", "泡菜"), ("玉米碴", "玉米碴"), ("玉米", "鲜食玉米"), ("面粉", "面粉"),
        ("冷面", "冷面"), ("打糕", "打糕"), ("苹果梨", "苹果梨"), ("土豆", "土豆"), ("白菜", "白菜"), ("山鸡蛋", "禽蛋"), ("鸡蛋", "禽蛋"), ("山鸡", "山鸡"),
        ("牛肉", "牛肉"), ("羊肉", "羊肉"), ("苍术", "药材"), ("返魂草", "药材"), ("芍药", "花茶"),
    ];

    public static IEnumerable<Species> All() => ByName.Select(n => n.Species).Distinct().Select(name => new Species
    {
        Id = IdOf(name),
        Name = name,
        BaselineFrom = Baseline.Contains(name) ? BaselineFrom : null,
        Sample = true,
    });

    /// <summary>The species of a sample product; null for a voucher, which is no goods.</summary>
    public static Guid? Of(string product) => ByName.FirstOrDefault(n => product.Contains(n.Part, StringComparison.Ordinal)).Species is { } name ? IdOf(name) : null;

    private static Guid IdOf(string name) => SampleId.Of("species", name);
}
