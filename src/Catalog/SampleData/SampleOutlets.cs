using Commerce.Catalog.Domain;
using Commerce.Platform.Modules;

namespace Commerce.Catalog.SampleData;

/// <summary>42 pairs of service areas, five with names known from public sources, the rest 示例; counters on both sides, four own stores, three supply points.</summary>
internal static class SampleOutlets
{
    public const string OtherCounties = "外县供货点";

    private const int Pairs = 42;

    private const int PairsWithOwnStore = 4;

    private static readonly (string Name, string Expressway, string OneSide, string OtherSide)[] Sourced =
    [
        ("石头口门", "珲乌高速", "长春方向", "吉林方向"),
        ("蛟河", "珲乌高速", "长春方向", "珲春方向"),
        ("抚松", "鹤大高速", "鹤岗方向", "大连方向"),
        ("公主岭", "京哈高速", "长春方向", "沈阳方向"),
        ("四平", "京哈高速", "长春方向", "沈阳方向"),
    ];

    /// <summary>The handful of outlets that sell to travellers.</summary>
    public static IReadOnlyList<string> Retail { get; } = ["石头口门服务区专柜（长春方向）", "抚松服务区专柜（鹤岗方向）", "吉高易联超市石头口门店"];

    /// <summary>The unit that runs counters and stores at service areas.</summary>
    public static Guid Operator { get; } = SampleId.Of("unit", "吉高集团");

    // Older than the oldest task list that anybody may read in, so that its figures find working counters.
    private static readonly DateOnly Opened = new(2020, 1, 1);

    public static Guid IdOf(string outlet) => SampleId.Of("outlet", outlet);

    public static IEnumerable<ICatalogueFact> All()
    {
        for (var position = 1; position <= Pairs; position++)
        {
            var (name, expressway, oneSide, otherSide) = position <= Sourced.Length ? Sourced[position - 1] : ($"示例服务区{position:00}", "示例高速", "上行", "下行");
            var area = new ServiceArea
            {
                Id = SampleId.Of("serviceArea", name),
                Name = position <= Sourced.Length ? name + "服务区" : name,
                Expressway = expressway,
                Position = position,
                Sample = true,
            };
            yield return area;
            yield return Counter(area, oneSide);
            yield return Counter(area, otherSide);
            if (position <= PairsWithOwnStore)
            {
                yield return Named($"吉高易联超市{name}店", OutletKind.OwnStore, null, area.Id);
            }
        }

        foreach (var name in (string[])["明东村供货点", "智新村供货点", OtherCounties])
        {
            yield return Named(name, OutletKind.CanteenSupply, null, null);
        }
    }

    /// <summary>Says of a sample outlet who runs it and, where travellers buy, that it works.</summary>
    public static void SetUp(Outlet outlet, DateTimeOffset now)
    {
        outlet.OperatorUnitId = outlet.Opens ? Operator : SampleOrigins.WorkTeam;
        if (outlet.Opens && outlet.State(outlet.Version, working: true, Opened, "示例：开业", now) is { Error: { } wrong })
        {
            throw new InvalidOperationException($"The sample outlet {outlet.Name} is refused: {wrong.English}");
        }
    }

    private static Outlet Counter(ServiceArea area, string side) => Named($"{area.Name}专柜（{side}）", OutletKind.SpecialtyCounter, side, area.Id);

    private static Outlet Named(string name, OutletKind kind, string? direction, Guid? area) => new()
    {
        Id = IdOf(name),
        Name = name,
        Kind = kind,
        Direction = direction,
        ServiceAreaId = area,
        OperatorUnitId = Guid.Empty,
        Sample = true,
    };
}
