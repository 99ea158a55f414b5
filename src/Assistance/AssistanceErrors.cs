using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Assistance;

/// <summary>Everything this module refuses.</summary>
internal static class AssistanceErrors
{
    public static Error NotYuan { get; } = new Error(ErrorCode.Invalid, "金额须以人民币（CNY）填写，没有做任何更改。", "Amounts are in CNY; nothing was changed.").At("currency");

    public static Error NotFen { get; } = new(ErrorCode.Invalid, "金额最多两位小数且不能过大，没有做任何更改；请改正后再提交。", "An amount has at most two decimal places and isn't absurd; nothing was changed. Correct it and try again.");

    public static Error TargetNotPositive { get; } = new Error(ErrorCode.Invalid, "指导数应大于零，没有做任何更改；没有基数的单位请不要填写。", "A guide figure is more than zero; nothing was changed. Leave it out for a unit without a base.").At("target", "amount");

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

    public static Error ProductUnknown { get; } = new Error(ErrorCode.NotFound, "没有找到这个产品，没有做任何更改；产品上架后才能补记。", "There is no such product; nothing was changed. It must have been offered once.").At("productId");

    public static Error NotOfThisVillage { get; } = new Error(ErrorCode.Invalid, "这个产品不是该村的，没有做任何更改；请核对村和产品。", "The product isn't from this village; nothing was changed. Check village and product.").At("villageId");

    public static Error NotTyped { get; } = new Error(ErrorCode.StateNotAllowed, "只能冲销补记的记录；采购请走退货或验收更正。没有做任何更改。", "Only a typed row can be taken back; purchases are put right by a return or a corrected acceptance. Nothing was changed.").At("reversesEntryId");

    public static Error AlreadyReversed { get; } = new Error(ErrorCode.StateNotAllowed, "这条补记已经冲销过，没有做任何更改。", "This typed row was taken back already; nothing was changed.").At("reversesEntryId");

    public static Error NotTheOpposite(Money amount) => new Error(
        ErrorCode.Invalid, $"冲销须与原记录的单位、村、产品、用途、月份年度一致，金额为 {amount}；没有做任何更改。", $"A reversal names the same unit, village, product, purpose and year and is exactly {amount}; nothing was changed.").At("amount", "amount");
}
