using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Assistance;

/// <summary>Everything this module refuses.</summary>
internal static class AssistanceErrors
{
    public static Error NotYuan { get; } = new Error(ErrorCode.Invalid, "金额须以人民币（CNY）填写，没有做任何更改。", "Amounts are in CNY; nothing was changed.").At("currency");

    public static Error NotFen { get; } = new(ErrorCode.Invalid, "金额最多两位小数且不能过大，没有做任何更改；请改正后再提交。", "An amount has at most two decimal places and isn't absurd; nothing was changed. Correct it and try again.");

    public static Error TargetNotPositive { get; } = new Error(ErrorCode.Invalid, "指导数应大于零，没有做任何更改；没有基数的单位请不要填写。", "A guide figure is more than zero; nothing was changed. Leave it out for a unit without a base.").At("target", "amount");

    public static Error ShareIsFiled { get; } = new Error(ErrorCode.Invalid, "832 预留份额由单位填报、审核，不在这里录入，没有做任何更改；请到“预留份额填报”。", "The 832 reserved share is filed and reviewed, not entered here; nothing was changed. See the filings.").At("scope");

    public static Error NoOwnPurpose { get; } = new Error(ErrorCode.Invalid, "指导数只能按食堂、福利或个人分，没有做任何更改；服务区进货和零售不算单位自己的采购。", "A guide figure is for the canteen, welfare or personal purchases; nothing was changed. Trade and retail are no purchases of the unit itself.").At("purpose");

    public static Error NoteTooLong { get; } = new Error(ErrorCode.Invalid, "备注最多 400 字，没有做任何更改。", "A note has at most 400 characters; nothing was changed.").At("note");

    public static Error VersionNeeded(int current) => new Error(
        ErrorCode.VersionStale, $"这个单位已有指导数（第 {current} 版），没有做任何更改；修改时请带上 expectedVersion。", $"This unit has a guide figure already (version {current}); nothing was changed. Send expectedVersion to change it.")
    {
        Path = ["expectedVersion"],
        Facts = new Dictionary<string, string> { ["currentVersion"] = current.ToString(CultureInfo.InvariantCulture) },
    };

    public static Error YearOutOfRange(int first, int last) => new Error(
        ErrorCode.Invalid, $"年度应在 {first} 到 {last} 之间，没有做任何更改。", $"The year lies between {first} and {last}; nothing was changed.").At("year");

    public static Error ReasonTooShort { get; } = new Error(ErrorCode.Invalid, "补记须写明原因（4 至 400 字），没有做任何更改。", "A typed row needs a reason of 4 to 400 characters; nothing was changed.").At("reason");

    public static Error NothingToRecord { get; } = new Error(ErrorCode.Invalid, "补记金额不能为零，没有做任何更改。", "A typed row isn't zero; nothing was changed.").At("amount", "amount");

    public static Error MonthNotOfYear(int year) => new Error(
        ErrorCode.Invalid, $"月份不在 {year} 年内，没有做任何更改。", $"The month isn't in {year}; nothing was changed.").At("month");

    public static Error MonthAhead { get; } = new Error(ErrorCode.Invalid, "不能记入尚未开始的月份，没有做任何更改。", "The month hasn't begun; nothing was changed.").At("month");

    public static Error MonthLocked(Month month, Month open) => new Error(
        ErrorCode.PeriodLocked, $"{month.Year} 年 {month.OfYear} 月已结账，不能再记，没有做任何更改；请记入 {open.Year} 年 {open.OfYear} 月，或先由办公室重新打开。", $"{month} is closed; nothing was changed. Record it in {open}, or have the office open {month} again.")
    {
        Path = ["month"],
        Facts = new Dictionary<string, string> { ["month"] = month.ToString(), ["openMonth"] = open.ToString() },
    };

    public static Error FigureOutOfRange(int most) => new Error(
        ErrorCode.Invalid, $"户数应在 0 到 {most} 之间，增收金额不能为负，没有做任何更改。", $"Households lie between 0 and {most}, and income raised isn't below zero; nothing was changed.").At("households");

    public static Error NoSuchQuarter { get; } = new Error(ErrorCode.Invalid, "季度应为 1 到 4，全年请不填；没有做任何更改。", "A quarter is 1 to 4; leave it out for the whole year. Nothing was changed.").At("quarter");

    public static Error EvidenceNeeded { get; } = new Error(
        ErrorCode.Invalid, "填报须附您本人上传的证明材料，没有做任何更改；请先选择文件。", "The figure needs the paper behind it, uploaded by yourself; nothing was changed. Choose the file first.").At("fileId");

    public static Error DayNotOver { get; } = new Error(
        ErrorCode.Invalid, "这一天还没有过完，那时的数字还会变；请选昨天或更早的一天。", "That day isn't over, so its figures may still move; choose yesterday or earlier.").At("asKnownOn");

    public static Error TooManyYears(int most) => new Error(
        ErrorCode.Invalid, $"起始年份应不晚于年度，且最多往前 {most} 年。", $"The first year isn't after the last, and at most {most} years before it.").At("since");

    public static Error TooManyRows(int most) => new(
        ErrorCode.Invalid, $"一次最多直接导出 {most} 行；请选一个月份或单位后再导出，或在页面上选“后台导出”。", $"An export has at most {most} rows; choose a month or a unit first, or have it written in the background.");

    public static Error AlreadyClosed { get; } = new Error(ErrorCode.PeriodLocked, "这个月已经结账，没有做任何更改；要改数须先重新打开。", "The month is closed already; nothing was changed. To change its figures, open it again first.").At("monthId");

    public static Error MonthNotOver { get; } = new Error(ErrorCode.StateNotAllowed, "这个月还没有过完，没有做任何更改；请下月初再来。", "The month isn't over; nothing was changed. Come back when it is.").At("monthId");

    public static Error NotSignedYet { get; } = new Error(ErrorCode.StateNotAllowed, "还没有第一个人签字，没有做任何更改；请先由办公室结账签字。", "Nobody has signed first; nothing was changed. The office signs first.").At("monthId");

    public static Error SameCloser { get; } = new(ErrorCode.SamePerson, "结账须由两个人签字，您已经签过第一个；没有做任何更改。请另一位同志来签。", "Two people close a month, and you signed first; nothing was changed. Somebody else signs second.");

    public static Error MovedSinceFirst { get; } = new(ErrorCode.VersionStale, "第一个人签字以后又有新的记录，没有做任何更改；请第一个人看过新数字再签一次。", "Rows came after the first signature; nothing was changed. Whoever signed first looks at the new figures and signs again.");

    public static Error FiguresMoved(int now) => new Error(
        ErrorCode.VersionStale, $"您看的数字已经变了（现在由 {now} 条记录组成），没有做任何更改；请刷新，看过新数字再签。", $"The figures that you saw have moved (now {now} rows); nothing was changed. Reload and look at them before you sign.")
    {
        Path = ["entries"],
        Facts = new Dictionary<string, string> { ["currentVersion"] = now.ToString(CultureInfo.InvariantCulture) },
    };

    public static Error NotClosed { get; } = new Error(ErrorCode.StateNotAllowed, "这个月没有结账，不用重新打开；没有做任何更改。", "The month isn't closed, so it needn't be opened; nothing was changed.").At("monthId");

    public static Error WhyReopen { get; } = new Error(ErrorCode.Invalid, "重新打开须写明原因（4 至 400 字），没有做任何更改。", "Opening a month again needs a reason of 4 to 400 characters; nothing was changed.").At("reason");

    public static Error NotInTable { get; } = new Error(ErrorCode.NotFound, "这个单位不在这个月的表里，没有做任何更改。", "The unit isn't in this month's table; nothing was changed.").At("unitId");

    public static Error ProductUnknown { get; } = new Error(ErrorCode.NotFound, "没有找到这个产品，没有做任何更改；产品上架后才能补记。", "There is no such product; nothing was changed. It must have been offered once.").At("productId");

    public static Error NotOfThisVillage { get; } = new Error(ErrorCode.Invalid, "这个产品不是该村的，没有做任何更改；请核对村和产品。", "The product isn't from this village; nothing was changed. Check village and product.").At("villageId");

    public static Error RecordedElsewhere { get; } = new Error(ErrorCode.Invalid, "两村的货在832平台或线下买的，不能补记，没有做任何更改；请到“外部采购”登记。", "What the two villages sold on the 832 platform or on paper isn't typed here; nothing was changed. Record it under external purchases.").At("channel");

    public static Error NotTyped { get; } = new Error(ErrorCode.StateNotAllowed, "只能冲销补记的记录；采购请走退货或验收更正。没有做任何更改。", "Only a typed row can be taken back; purchases are put right by a return or a corrected acceptance. Nothing was changed.").At("reversesEntryId");

    public static Error AlreadyReversed { get; } = new Error(ErrorCode.StateNotAllowed, "这条补记已经冲销过，没有做任何更改。", "This typed row was taken back already; nothing was changed.").At("reversesEntryId");

    public static Error NotTheOpposite(Money amount) => new Error(
        ErrorCode.Invalid, $"冲销须与原记录的单位、村、产品、用途一致，月份不早于原记录，金额为 {amount}；没有做任何更改。", $"A reversal names the same unit, village, product and purpose, no earlier month, and is exactly {amount}; nothing was changed.").At("amount", "amount");
}
