using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>The refusals about endorsement campaigns and brands.</summary>
internal static class CampaignErrors
{
    public static Error NotYours(string product) => new(
        ErrorCode.Forbidden, $"“{product}”由其他单位代办，您不能为它登记代言或品牌；没有做任何更改。", $"Another unit acts for \"{product}\", so you can't record a campaign or a brand of it; nothing was changed.");

    public static Error NotYuan { get; } = new Error(ErrorCode.Invalid, "金额须以人民币（CNY）填写，没有做任何更改。", "Amounts are in CNY; nothing was changed.").At("currency");

    public static Error NotFen { get; } = new(ErrorCode.Invalid, "金额最多两位小数且不能过大，没有做任何更改；请改正后再提交。", "An amount has at most two decimal places and isn't absurd; nothing was changed. Correct it and try again.");

    public static Error TargetNotPositive { get; } = new Error(ErrorCode.Invalid, "目标应大于零；没有目标就不要填写。没有做任何更改。", "An aim is more than zero; leave it out if there is none. Nothing was changed.").At("target", "amount");

    public static Error NameShape { get; } = new Error(ErrorCode.Invalid, $"活动名称 1 至 {Campaign.LongestName} 字；没有做任何更改。", $"A campaign's name has 1 to {Campaign.LongestName} characters; nothing was changed.").At("name");

    public static Error EndorserShape { get; } = new Error(
        ErrorCode.Invalid, $"请写代言人的职务，1 至 {Campaign.LongestEndorser} 字；没有做任何更改。", $"State the endorser's title and office in 1 to {Campaign.LongestEndorser} characters; nothing was changed.").At("endorser");

    public static Error PersonNumber(string field) => new Error(
        ErrorCode.Invalid, "文字里像是有身份证号或电话号码，这些内容人人可见；请去掉号码再保存，没有做任何更改。", "The text seems to hold an ID or telephone number, and everybody reads it; take the number out and save again, nothing was changed.").At(field);

    public static Error DayOrder { get; } = new Error(ErrorCode.Invalid, "最后一天不能早于第一天；没有做任何更改。", "The last day can't lie before the first; nothing was changed.").At("endsOn");

    public static Error DayOutOfReach { get; } = new Error(
        ErrorCode.Invalid, $"日期应在 {Campaign.FirstYear} 年到 {Campaign.LastYear} 年之间，像是填错了；没有做任何更改。", $"Days lie between {Campaign.FirstYear} and {Campaign.LastYear}; this one seems mistyped. Nothing was changed.").At("startsOn");

    public static Error HowManyProducts { get; } = new Error(ErrorCode.Invalid, $"请选择 1 至 {Campaign.MostProducts} 种商品；没有做任何更改。", $"Choose 1 to {Campaign.MostProducts} products; nothing was changed.").At("productIds");

    public static Error HowManyOutlets { get; } = new Error(ErrorCode.Invalid, $"最多选 {Campaign.MostOutlets} 个销售点；在所有渠道开展就不要选。没有做任何更改。", $"Choose at most {Campaign.MostOutlets} outlets, or none for all channels; nothing was changed.").At("outletIds");

    public static Error NoSuchVillage { get; } = new Error(ErrorCode.NotFound, "没有这个村，请核对编号；没有做任何更改。", "There is no such village. Check the id; nothing was changed.").At("villageId");

    public static Error NoSuchProduct { get; } = new Error(ErrorCode.NotFound, "有一种商品不存在，请核对编号；没有做任何更改。", "One of the products doesn't exist. Check the ids; nothing was changed.").At("productIds");

    public static Error NoSuchOutlet { get; } = new Error(ErrorCode.NotFound, "有一个销售点不存在，请核对编号；没有做任何更改。", "One of the outlets doesn't exist. Check the ids; nothing was changed.").At("outletIds");

    public static Error OfAnotherVillage(string product) => new Error(
        ErrorCode.Invalid, $"“{product}”不是这个村的商品；没有做任何更改。", $"\"{product}\" isn't made in this village; nothing was changed.").At("productIds");

    public static Error EndedAlready(DateOnly day) => new(
        ErrorCode.Invalid, $"这项代言已提前结束，{day:yyyy-MM-dd} 是最后一天，不能再改；需要时请登记一项新的。", $"This campaign was ended early, {day:yyyy-MM-dd} being its last day, and is changed no more. Record a new one if need be.");

    public static Error Over(DateOnly day) => new(ErrorCode.Invalid, $"这项代言 {day:yyyy-MM-dd} 已经结束；没有做任何更改。", $"This campaign is over since {day:yyyy-MM-dd}; nothing was changed.");

    public static Error ReasonShape { get; } = new Error(ErrorCode.Invalid, $"请写明提前结束的原因，1 至 {Campaign.LongestReason} 字；没有做任何更改。", $"Say why it ends early in 1 to {Campaign.LongestReason} characters; nothing was changed.").At("reason");

    public static Error LastDayPast { get; } = new Error(
        ErrorCode.Invalid, "最后一天不能早于今天：已经卖出的仍算这项代言的。没有做任何更改。", "The last day can't lie before today: what has been sold stays attributed. Nothing was changed.").At("lastDay");

    public static Error NotEarly(DateOnly day) => new Error(
        ErrorCode.Invalid, $"它本来就在 {day:yyyy-MM-dd} 结束，提前结束的最后一天要比这天早；没有做任何更改。", $"It ends on {day:yyyy-MM-dd} anyway; to end it early its last day must lie before that. Nothing was changed.").At("lastDay");

    public static Error BrandNameShape(string field) => new Error(
        ErrorCode.Invalid, $"品牌名称 1 至 {Brand.LongestName} 字，英文名最多 {Brand.LongestName} 个字符；没有做任何更改。", $"A brand's name has 1 to {Brand.LongestName} characters, its English name {Brand.LongestName} at most; nothing was changed.").At(field);

    public static Error BrandNameTaken { get; } = new Error(ErrorCode.Invalid, "已有这个名称的品牌；没有做任何更改。", "There is a brand of that name already; nothing was changed.").At("name");

    public static Error CarriesAnother(string product, string brand) => new Error(
        ErrorCode.Invalid, $"“{product}”已用品牌“{brand}”，一种商品只用一个品牌；没有做任何更改。", $"\"{product}\" carries the brand {brand} already, and a product carries one; nothing was changed.").At("productIds");
}
