using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Totals;

/// <summary>What totals are shown by.</summary>
internal enum TotalsBy
{
    Unit,
    Village,
    Month,
    Product,
    Producer,
    Purpose,
    Outlet,
    Channel,
    Quarter,
    Year,
}

/// <summary>Where goods come from.</summary>
internal enum GoodsOrigin
{
    /// <summary>两村: the assisted villages.</summary>
    Villages,

    /// <summary>其他县: other counties on the list of assisted counties, not through the 832 platform.</summary>
    OtherCounties,

    /// <summary>832: from no assisted village, bought on the 832 platform. What the villages sell there stands with the villages, so that nothing stands in two columns.</summary>
    Platform832,
}

/// <summary>Which rows are asked for; what is left out isn't narrowed. Origin, adjusted month, the month's table and outlet are asked by pages alone.</summary>
/// <param name="UnitIds">Units.</param>
/// <param name="VillageIds">Villages.</param>
/// <param name="ProductIds">Products.</param>
/// <param name="Months">Months of the year.</param>
/// <param name="Purpose">What it was bought for.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Adjusts">Rows that put this earlier month right.</param>
/// <param name="AsInMonthTable">What the month's table counts: canteen, welfare and personal; 跨年调整 only when it is asked for.</param>
/// <param name="Channel">How the goods reached the buyer.</param>
/// <param name="Outlet">Where they were offered.</param>
internal sealed record TotalsFilter(
    [property: IdOf("ou")] IReadOnlyList<Guid>? UnitIds = null, [property: IdOf("vil")] IReadOnlyList<Guid>? VillageIds = null,
    [property: IdOf("prd")] IReadOnlyList<Guid>? ProductIds = null, IReadOnlyList<Month>? Months = null, PurchasePurpose? Purpose = null,
    GoodsOrigin? Origin = null, Month? Adjusts = null, bool AsInMonthTable = false,
    Channel? Channel = null, Guid? Outlet = null);
