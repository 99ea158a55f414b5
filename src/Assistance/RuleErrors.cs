using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Assistance;

/// <summary>Why a counting rule is refused.</summary>
internal static class RuleErrors
{
    public static Error NoPurpose { get; } = new Error(ErrorCode.Invalid, "至少选一种用途，没有做任何更改。", "Choose one purpose at least; nothing was changed.").At("purposes");

    public static Error NotOwn { get; } = new Error(
        ErrorCode.Invalid, "服务区进货和零售不是单位自己的采购，不能计入，没有做任何更改；请只选食堂、职工福利、个人。", "Trade and retail are no purchases of the unit itself and can't count; nothing was changed. Choose canteen, staff welfare or personal.").At("purposes");

    public static Error NoChannel { get; } = new Error(ErrorCode.Invalid, "至少选一种渠道，没有做任何更改。", "Choose one channel at least; nothing was changed.").At("villageChannels");

    public static Error NoPurchase { get; } = new Error(
        ErrorCode.Invalid, "帮销是卖给旅客的，不是单位采购，不能算进这些数；没有做任何更改。", "Help-sell is what counters sold to travellers, no purchase of a unit, and counts to none of these figures; nothing was changed.").At("villageChannels");

    public static Error Only832 { get; } = new Error(
        ErrorCode.Invalid, "预留份额只算 832 平台的采购（财库〔2021〕19号），没有做任何更改；请只选 832 平台。", "The reserved share counts the 832 platform alone; nothing was changed. Choose that channel alone.").At("villageChannels");

    public static Error VillagesAlone { get; } = new Error(
        ErrorCode.Invalid, "措施 47 只算两村的货，没有做任何更改；其他地方的货请不要选渠道。", "Measure 47 counts goods of the two villages alone; nothing was changed. Choose no channel for goods from elsewhere.").At("otherChannels");

    public static Error AcceptedAlone { get; } = new Error(
        ErrorCode.Invalid, "只有内部指导数可以按订货或付款计；月报、预留份额和措施 47 按验收计，没有做任何更改。", "Only the guide figure may count by order or payment; the others count by acceptance. Nothing was changed.").At("basis");

    public static Error NoMonth { get; } = new Error(ErrorCode.Invalid, "请填从哪个月起，没有做任何更改。", "Say from which month on; nothing was changed.").At("fromMonth");

    public static Error GroundLength { get; } = new Error(ErrorCode.Invalid, "依据应为 2 至 200 字，如文件名称和文号，没有做任何更改。", "The ground has 2 to 200 characters, such as the paper and its number; nothing was changed.").At("ground");

    public static Error SameAsNow { get; } = new(ErrorCode.Invalid, "和现行口径一样，没有做任何更改。", "That is the rule in force already; nothing was changed.");

    public static Error OneWaits { get; } = new(
        ErrorCode.StateNotAllowed, "这个数已有一版口径等第二人同意，没有做任何更改；请先同意或退回那一版。", "A version of this rule waits for a second person already; nothing was changed. Decide on that one first.");

    public static Error MonthFixed(Month month) => new Error(
        ErrorCode.PeriodLocked, $"{month.Year} 年 {month.OfYear} 月已签字或已结账，口径不能再变，没有做任何更改；请从没有签字的月份起。", $"{month} is signed or closed, so its rule can't change; nothing was changed. Begin with a month that isn't.")
    {
        Path = ["fromMonth"],
        Facts = new Dictionary<string, string> { ["month"] = month.ToString() },
    };

    public static Error BeforeLast(Month last) => new Error(
        ErrorCode.Invalid, $"现行口径从 {last.Year} 年 {last.OfYear} 月起，新的一版不能更早，没有做任何更改。", $"The last version begins in {last}; a new one can't begin earlier. Nothing was changed.").At("fromMonth");

    public static Error TooFarAhead(Month most) => new Error(
        ErrorCode.Invalid, $"口径最多提前到 {most.Year} 年 {most.OfYear} 月，没有做任何更改。", $"A rule begins in {most} at the latest; nothing was changed.").At("fromMonth");

    public static Error Seen(int current) => new Error(
        ErrorCode.VersionStale, $"这个数的口径现在到第 {current} 版，没有做任何更改；请刷新后再改。", $"The rule of this figure is at version {current} now; nothing was changed. Reload and try again.")
    {
        Path = ["expectedVersion"],
        Facts = new Dictionary<string, string> { ["currentVersion"] = current.ToString(CultureInfo.InvariantCulture) },
    };

    public static Error NotWaiting { get; } = new(ErrorCode.StateNotAllowed, "这一版口径已经定了，没有做任何更改；请刷新。", "This version was decided on already; nothing was changed. Reload the page.");

    public static Error SamePerson { get; } = new(ErrorCode.SamePerson, "口径须由两个人定，这一版是您提的；没有做任何更改。请另一位同志来看。", "Two people decide on a rule, and you proposed this version; nothing was changed. Somebody else looks at it.");

    public static Error WhyRefuse { get; } = new Error(ErrorCode.Invalid, "退回须写明原因（4 至 400 字），没有做任何更改。", "Refusing needs a reason of 4 to 400 characters; nothing was changed.").At("reason");
}
