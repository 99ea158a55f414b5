using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Assistance.YearClose;

/// <summary>What closing a year, carrying its guide figures on and its archive refuse.</summary>
internal static class YearErrors
{
    public static Error NotOver { get; } = new Error(ErrorCode.StateNotAllowed, "这一年还没有过完，没有做任何更改；请明年初十二个月都结账后再来。", "The year isn't over; nothing was changed. Come back when all its months are closed.").At("yearId");

    public static Error AlreadyClosed { get; } = new Error(ErrorCode.PeriodLocked, "这一年已经结账，没有做任何更改；以后的退货和更正记作下一年的跨年调整。", "The year is closed already; nothing was changed. Later returns and corrections stand in the next year.").At("yearId");

    public static Error NotSignedYet { get; } = new Error(ErrorCode.StateNotAllowed, "还没有第一个人签字，没有做任何更改；请先由办公室签字。", "Nobody has signed first; nothing was changed. The office signs first.").At("yearId");

    public static Error SameCloser { get; } = new(ErrorCode.SamePerson, "年度结账须由两个人签字，您已经签过第一个；没有做任何更改。请另一位同志来签。", "Two people close a year, and you signed first; nothing was changed. Somebody else signs second.");

    public static Error MovedSinceFirst { get; } = new(ErrorCode.VersionStale, "第一个人签字以后数字又变了，没有做任何更改；请第一个人看过新数字再签一次。", "The figures moved after the first signature; nothing was changed. Whoever signed first looks at them and signs again.");

    public static Error FiguresMoved(int now) => new Error(
        ErrorCode.VersionStale, $"您看的数字已经变了（现在由 {now} 条记录组成），没有做任何更改；请刷新，看过新数字再签。", $"The figures that you saw have moved (now {now} rows); nothing was changed. Reload and look at them before you sign.")
    {
        Path = ["entries"],
        Facts = new Dictionary<string, string> { ["currentVersion"] = now.ToString(CultureInfo.InvariantCulture) },
    };

    public static Error StandsInTheWay(YearCheck check) => new Error(
        ErrorCode.StateNotAllowed, $"还不能年度结账：{check.Chinese}。没有做任何更改；处理完再签。", $"The year can't be closed yet: {check.English}. Nothing was changed; see to it and sign then.").At("yearId");

    public static Error MonthOfClosedYear(int year) => new Error(
        ErrorCode.PeriodLocked, $"{year} 年已经年度结账，它的月份不能重新打开，没有做任何更改；要改的数请在现在的月份里更正，记作跨年调整。", $"{year} is closed, so its months stay closed; nothing was changed. Correct the figure in an open month, as an adjustment of an earlier year.").At("monthId");

    public static Error FigureOfClosedYear(int year) => new Error(
        ErrorCode.PeriodLocked, $"{year} 年已经年度结账，它的指导数不再改变，没有做任何更改。", $"{year} is closed, so its guide figures stay as they are; nothing was changed.").At("year");

    public static Error PercentOutOfRange { get; } = new Error(ErrorCode.Invalid, "增减幅度应大于 -100%、不超过 +1000%，最多两位小数；没有做任何更改。", "The change lies above -100% and up to +1000%, with at most two places; nothing was changed.").At("changePercent");

    public static Error CarryReason { get; } = new Error(ErrorCode.Invalid, "结转须写明依据（4 至 300 字），没有做任何更改。", "Carrying figures on needs a reason of 4 to 300 characters; nothing was changed.").At("reason");

    public static Error NothingToCarry { get; } = new(ErrorCode.StateNotAllowed, "没有可以结转的指导数（都已录入，或没有选），没有做任何更改。", "There is nothing to carry on: all are set already, or none was chosen. Nothing was changed.");

    public static Error PreviewMoved(Money now) => new Error(
        ErrorCode.VersionStale, $"您看的草稿已经变了（现在合计 {now} 元），没有做任何更改；请看过新草稿再定。", $"The draft that you saw has moved (now {now} yuan in all); nothing was changed. Look at the new one first.")
    {
        Path = ["expectedTotal"],
        Facts = new Dictionary<string, string> { ["currentVersion"] = now.Amount.ToString(CultureInfo.InvariantCulture) },
    };

    public static Error ArchiveUnderWay { get; } = new Error(ErrorCode.StateNotAllowed, "这一年的归档包已经做好或正在做，没有做任何更改。", "The year's archive is there or being made already; nothing was changed.").At("yearId");

    public static Error NotClosed { get; } = new Error(ErrorCode.StateNotAllowed, "这一年还没有年度结账，没有归档包；没有做任何更改。", "The year isn't closed, so it has no archive; nothing was changed.").At("yearId");
}
