using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Catalog;

/// <summary>How the catalogue speaks on pages.</summary>
internal static class CatalogWords
{
    public static string Label(this Words w, PermittedUse use) => use switch
    {
        PermittedUse.Canteen => w["食堂食材", "canteen"],
        PermittedUse.Welfare => w["职工福利", "staff welfare"],
        PermittedUse.Kiosk => w["专柜零售", "counters"],
        PermittedUse.Medicinal => w["药材原料", "medicinal raw"],
    };

    /// <summary>A month of any year, 1 to 12.</summary>
    public static string MonthName(this Words w, int month) =>
        w[$"{month}月", System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)];

    public static string Label(this Words w, Season? season) => season switch
    {
        null => w["没有登记", "not recorded"],
        { FromMonth: 1, ToMonth: 12 } => w["全年", "all year"],
        { } one when one.FromMonth == one.ToMonth => w.MonthName(one.FromMonth),
        { } one => w[$"{one.FromMonth}月至{(one.ToMonth < one.FromMonth ? "次年" : "")}{one.ToMonth}月", $"{w.MonthName(one.FromMonth)} to {w.MonthName(one.ToMonth)}"],
    };

    public static string Label(this Words w, ShelfLife? life) => life switch
    {
        null => w["没有登记", "not recorded"],
        { Unit: ShelfLifeUnit.Days } days => w[$"{days.Number} 天", $"{days.Number} days"],
        { } months => w[$"{months.Number} 个月", $"{months.Number} months"],
    };

    public static string Label(this Words w, BuyerGroup group) => group switch
    {
        BuyerGroup.Public => w["个人", "anybody"],
        BuyerGroup.DepartmentCanteen => w["食堂", "canteens"],
        BuyerGroup.StaffWelfare => w["职工福利", "staff welfare"],
    };

    public static string Label(this Words w, OutletKind kind) => kind switch
    {
        OutletKind.SpecialtyCounter => w["专柜", "counter"],
        OutletKind.OwnStore => w["吉高易联超市", "own store"],
        OutletKind.Kiosk => w["自助屏", "screen"],
        OutletKind.CanteenSupply => w["供货点", "supply point"],
        OutletKind.Online => w["网上", "online"],
    };

    public static string Label(this Words w, AssistanceModel model) => model switch
    {
        AssistanceModel.Enterprise => w["企业带动", "enterprise"],
        AssistanceModel.Cooperative => w["合作社", "cooperative"],
        AssistanceModel.LargeHousehold => w["种养大户", "large household"],
        AssistanceModel.VillageWorkshop => w["帮扶车间", "village workshop"],
        AssistanceModel.Household => w["农户", "household"],
    };

    /// <summary>How many households a producer takes along, with the day for which that holds; empty when nobody has said.</summary>
    public static string Households(this Words w, ProducerView producer) => (producer.Households, producer.HouseholdsOn) switch
    {
        (null, _) => "",
        ({ } number, { } day) => w[$"，带动 {number} 户（截至{w.Day(day)}）", $", {number} households (on {w.Day(day)})"],
        ({ } number, null) => w[$"，带动 {number} 户（截止日期没有登记）", $", {number} households (day not recorded)"],
    };

    /// <summary>Working or not, as a light with its day.</summary>
    public static (LightKind Kind, string Text) State(this Words w, bool working, DateOnly? since) => (working, since) switch
    {
        (true, { } day) => (LightKind.Done, w[$"营业，{w.Day(day)}起", $"open since {w.Day(day)}"]),
        (false, { } day) => (LightKind.Overdue, w[$"停业，{w.Day(day)}起", $"closed since {w.Day(day)}"]),
        (_, null) => (LightKind.Quiet, w["还没有开业", "not opened yet"]),
    };

    /// <summary>A paper's last day: warned of 30 and 7 days before.</summary>
    public static (LightKind Kind, string Text) Expiry(this Words w, DateOnly? lastDay, DateOnly today) => (lastDay?.DayNumber - today.DayNumber) switch
    {
        null => (LightKind.Quiet, w["长期有效", "no end"]),
        < 0 => (LightKind.Overdue, w[$"已过期：{w.Day(lastDay!.Value)}", $"expired {w.Day(lastDay!.Value)}"]),
        <= 7 and var days => (LightKind.Near, w[$"还有 {days} 天到期：{w.Day(lastDay!.Value)}", $"{days} days left: {w.Day(lastDay!.Value)}"]),
        <= 30 and var days => (LightKind.Information, w[$"还有 {days} 天到期：{w.Day(lastDay!.Value)}", $"{days} days left: {w.Day(lastDay!.Value)}"]),
        _ => (LightKind.Done, w[$"有效至 {w.Day(lastDay!.Value)}", $"valid to {w.Day(lastDay!.Value)}"]),
    };
}
