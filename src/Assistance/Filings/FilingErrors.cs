using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Assistance;

/// <summary>Why a filing of the reserved share is refused.</summary>
internal static class FilingErrors
{
    public static Error RatioShape { get; } = new Error(ErrorCode.Invalid, "比例应大于 0、不超过 100%，最多精确到万分之一，没有做任何更改。", "A ratio is more than 0, at most 1, with at most four decimal places; nothing was changed.").At("ratio");

    public static Error BasisLength { get; } = new Error(ErrorCode.Invalid, "依据应为 2 至 200 字，如“财库〔2021〕19号”，没有做任何更改。", "The basis has 2 to 200 characters, such as the document's number; nothing was changed.").At("basis");

    public static Error DueOutside(int year) => new Error(ErrorCode.Invalid, $"填报期限应在 {year} 年内，没有做任何更改。", $"The last day of filing lies in {year}; nothing was changed.").At("dueOn");

    public static Error WrongDay(int year, DateOnly first) => new Error(
        ErrorCode.Invalid, $"生效日期应在 {year} 年内，且不早于 {first:yyyy-MM-dd}，没有做任何更改。", $"It takes effect in {year}, not before {first:yyyy-MM-dd}; nothing was changed.").At("effectiveFrom");

    public static Error RatioSeen(int current) => new Error(
        ErrorCode.VersionStale, $"这一年的比例现在是第 {current} 版，没有做任何更改；请刷新后再改。", $"The year's ratio is at version {current} now; nothing was changed. Reload and try again.")
    {
        Path = ["expectedVersion"],
        Facts = new Dictionary<string, string> { ["currentVersion"] = current.ToString(CultureInfo.InvariantCulture) },
    };

    public static Error UnderReview { get; } = new(ErrorCode.StateNotAllowed, "填报正在审核，不能改，没有做任何更改；要改请审核人先退回。", "The filing is under review; nothing was changed. Have the reviewer send it back first.");

    public static Error NotWaiting { get; } = new(ErrorCode.StateNotAllowed, "这份填报现在不等审核，没有做任何更改；请刷新。", "This filing doesn't wait for review now; nothing was changed. Reload the page.");

    public static Error SamePerson { get; } = new(ErrorCode.SamePerson, "填报、单位审核、办公室批准须是不同的人，您已经办过前一步；没有做任何更改。请另一位同志来办。", "Whoever filed, reviewed and approves are different people, and you did an earlier step; nothing was changed. Somebody else does this one.");

    public static Error WhySendBack { get; } = new Error(ErrorCode.Invalid, "退回须写明原因（4 至 400 字），没有做任何更改。", "Sending back needs a reason of 4 to 400 characters; nothing was changed.").At("reason");

    public static Error NoRatioYet(int year) => new(ErrorCode.StateNotAllowed, $"办公室还没有录入 {year} 年的预留比例，不能提交；草稿没有改动。", $"The office hasn't entered the ratio of {year} yet, so it can't be handed in; nothing was changed.");

    public static Error AmountNegative { get; } = new Error(ErrorCode.Invalid, "基数和预留份额不能小于零，没有做任何更改。", "Bases and the reserved share aren't below zero; nothing was changed.").At("canteenBase", "amount");

    public static Error ContractorLength { get; } = new Error(ErrorCode.Invalid, "承包方名称最多 100 字，没有做任何更改。", "A contractor's name has at most 100 characters; nothing was changed.").At("contractor");

    public static Error NoContractor { get; } = new Error(ErrorCode.Invalid, "食堂承包的，请填承包方名称；没有提交。", "An outsourced canteen names its contractor; it was not handed in.").At("contractor");

    public static Error NoRepresentative { get; } = new Error(ErrorCode.Invalid, "共用食堂的，请选填报的代表单位；没有提交。", "A shared canteen names the unit that files for it; it was not handed in.").At("representativeId");

    public static Error RepresentsItself { get; } = new Error(ErrorCode.Invalid, "代表单位不能是本单位，没有做任何更改；本单位填报的请选“自办”或“承包”。", "A unit doesn't name itself; nothing was changed. If it files for the canteen, choose own or outsourced.").At("representativeId");

    public static Error RepresentativeDoesNotFile(string name) => new Error(
        ErrorCode.StateNotAllowed, $"{name}自己报的是无食堂或共用食堂，不能作代表单位；没有提交。请先与{name}核对。", $"{name} filed no canteen of its own, so it can't file for others; it was not handed in. Check with {name}.").At("representativeId");

    public static Error OthersRely(string names) => new(
        ErrorCode.StateNotAllowed, $"{names}已填“由本单位填报”，本单位不能报无食堂或共用；没有提交。请先改他们的填报。", $"{names} named this unit to file for them, so it can't file no canteen; it was not handed in. Change theirs first.");

    public static Error NoBase { get; } = new Error(ErrorCode.Invalid, "有食堂的，请填全年食堂食材采购总额；没有提交。", "A unit with a canteen states what it buys for it in the year; it was not handed in.").At("canteenBase", "amount");

    public static Error BaseWithoutCanteen { get; } = new Error(ErrorCode.Invalid, "无食堂或由别的单位填报的，食堂食材采购总额应为零；没有提交。", "Without a canteen of its own, a unit's canteen purchases are zero; it was not handed in.").At("canteenBase", "amount");

    public static Error UnionOfRepresentative { get; } = new Error(ErrorCode.Invalid, "共用食堂的，工会需求金额由代表单位一并填报，这里应为零；没有提交。", "The representative files the union's amount too, so it is zero here; it was not handed in.").At("unionBase", "amount");

    public static Error UnionWithoutNeed { get; } = new Error(ErrorCode.Invalid, "填了工会需求金额，请把“有无工会采购需求”选为有；没有提交。", "An amount for the union goes with a need of the union; it was not handed in.").At("unionNeed");

    public static Error BelowFloor(int floor) => new Error(
        ErrorCode.Invalid, $"预留比例低于规定的 {Percent(floor)}，不能提交；请改为不低于 {Percent(floor)}。", $"The ratio is below the {Percent(floor)} that is asked for; it was not handed in. Raise it to at least that.").At("ratio");

    public static Error WrongTotal(Money of, int ratio, Money right) => new Error(
        ErrorCode.Invalid, $"预留份额不对：{of} × {Percent(ratio)} = {right}，不能提交；请改正。", $"The reserved share is wrong: {of} × {Percent(ratio)} = {right}; it was not handed in. Correct it.")
    {
        Path = ["total", "amount"],
        Facts = new Dictionary<string, string> { ["required"] = right.ToString() },
    };

    private static string Percent(int tenThousandths) => (tenThousandths / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
