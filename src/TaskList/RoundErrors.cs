using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList;

/// <summary>What rounds (调度) refuse, beside what the whole module does.</summary>
internal static class RoundErrors
{
    public static Error TitleLength { get; } = new Error(ErrorCode.Invalid, $"请写调度名称（2 至 {Round.TitleLength} 字），没有做任何更改。", $"Give the round a title of 2 to {Round.TitleLength} characters; nothing was changed.").At("title");

    public static Error NotItsProject { get; } = new Error(ErrorCode.Invalid, "这项任务没有这个项目，或者项目已撤下，没有做任何更改；请重新选择项目。", "The task has no such project, or it was withdrawn; nothing was changed. Choose the project again.").At("projectId");

    public static Error ProjectAlone { get; } = new Error(ErrorCode.Invalid, "调度一个项目只问它的责任单位，不能另选厅外单位，没有做任何更改。", "A round on a project asks the project's own unit alone, no bodies outside; nothing was changed.").At("outsideUnitIds");

    public static Error PeriodOrder { get; } = new Error(ErrorCode.Invalid, "期间的最后一天不能早于第一天，没有做任何更改。", "The period doesn't end before it begins; nothing was changed.").At("to");

    public static Error PeriodOutside(int year) => new Error(ErrorCode.Invalid, $"期间应在 {year} 年年初到 {year + 1} 年年底之间，没有做任何更改。", $"The period lies between the beginning of {year} and the end of {year + 1}; nothing was changed.").At("from");

    public static Error DuePast { get; } = new Error(ErrorCode.Invalid, "答复截止日不能早于今天，也不能早于期间的第一天，没有做任何更改。", "Answers can't be due before today or before the period begins; nothing was changed.").At("dueOn");

    public static Error NothingAsked { get; } = new Error(ErrorCode.Invalid, "请至少勾选一条措施，没有做任何更改。", "Choose at least one measure; nothing was changed.").At("measureIds");

    public static Error NobodyOwes { get; } = new(ErrorCode.StateNotAllowed, "这项任务还没有要答复的单位，不能调度，没有做任何更改；请先在任务页面指明是哪些单位，或勾选厅外单位。", "Nobody owes an answer for this task, so there can be no round; nothing was changed. Name the units on the task's page first, or choose bodies outside the department.");

    public static Error NotOutside { get; } = new Error(ErrorCode.Invalid, "所选单位不是这项任务的厅外单位，没有做任何更改。", "A chosen unit isn't one of the task's bodies outside the department; nothing was changed.").At("outsideUnitIds");

    public static Error NotOpen { get; } = new(ErrorCode.StateNotAllowed, "这次调度已经结束或撤回，没有做任何更改。", "The round was held or withdrawn already; nothing was changed.");

    public static Error AnsweredAlready { get; } = new(ErrorCode.StateNotAllowed, "你单位已经答复，正在审核，没有做任何更改；要改，请督查先退回。", "Your unit has answered, and the answer is being looked at; nothing was changed. To change it, have a supervisor send it back.");

    public static Error AcceptedAlready { get; } = new(ErrorCode.StateNotAllowed, "你单位的答复已经通过，没有做任何更改。", "Your unit's answer was accepted already; nothing was changed.");

    public static Error FigureNotAsked { get; } = new Error(ErrorCode.Invalid, "有一个数不是这次调度要的，或者填了两遍，没有做任何更改。", "A figure isn't among those that the round asks for, or is given twice; nothing was changed.").At("figures");

    public static Error PercentTwice { get; } = new Error(ErrorCode.Invalid, "同一条措施的进度填了两遍，没有做任何更改。", "A measure's percentage is given twice; nothing was changed.").At("percents");

    public static Error NotWaiting { get; } = new(ErrorCode.StateNotAllowed, "这份答复不在待审核状态，没有做任何更改。", "The answer doesn't wait for a review; nothing was changed.");

    public static Error OwnAnswer { get; } = new(ErrorCode.SamePerson, "答复人不能审核自己的答复，没有做任何更改；请换一位督查。", "Nobody reviews their own answer; nothing was changed. Somebody else has to.");

    public static Error StillOwing(IReadOnlyList<string> units) => new Error(
        ErrorCode.StateNotAllowed, $"还有单位的答复没有通过：{string.Join("、", units)}。请逐个写明原因（4 至 400 字）再结束；没有做任何更改。", $"Answers are still missing: {string.Join(", ", units)}. Give a reason of 4 to 400 characters for each, then close the round; nothing was changed.").At("missing");

    public static Error NotMissing { get; } = new Error(ErrorCode.Invalid, "写了原因的单位里，有的答复已经通过、不在这次调度里或写了两遍，没有做任何更改。", "A unit for which a reason is given isn't missing, or is named twice; nothing was changed.").At("missing");

    public static Error HeldAhead { get; } = new Error(ErrorCode.Invalid, "调度日期不能晚于今天，没有做任何更改。", "The day on which it was held isn't after today; nothing was changed.").At("heldOn");

    public static Error HeldBefore(DateOnly day) => new Error(ErrorCode.Invalid, $"调度日期不能早于{Lights.Day(day)}，没有做任何更改。", $"The day on which it was held isn't before {day:yyyy-MM-dd}; nothing was changed.").At("heldOn");

    public static Error SummaryLength { get; } = new Error(ErrorCode.Invalid, $"请写调度结果（2 至 {Round.SummaryLength} 字），没有做任何更改。", $"Say what came of it in 2 to {Round.SummaryLength} characters; nothing was changed.").At("summary");

    public static Error HasAccounts { get; } = new Error(ErrorCode.Invalid, "这个单位是厅内单位，用账号答复，不发链接；没有做任何更改。", "The unit is of the department and answers with its accounts, not by a link; nothing was changed.").At("unitId");

    public static Error LinkExpiry { get; } = new Error(ErrorCode.Invalid, $"链接有效期应从今天起，最多 {RoundLink.MostDays} 天，没有做任何更改。", $"A link holds from today for at most {RoundLink.MostDays} days; nothing was changed.").At("expiresOn");

    public static Error LinkWithdrawn { get; } = new(ErrorCode.StateNotAllowed, "这个链接已经收回或换新，没有做任何更改。", "The link was withdrawn or replaced already; nothing was changed.");

    public static Error FilesTooLarge(int megabytes) => new(ErrorCode.Invalid, $"一次提交的文件合计超过 {megabytes} MB，没有做任何更改；请压缩图片或分几次存草稿。", $"The files of one sending are larger than {megabytes} MB together; nothing was changed. Make pictures smaller, or send them in parts as a draft.");

    public static Error SomebodyAnswered { get; } = new(ErrorCode.StateNotAllowed, "已有单位答复，不能撤回，没有做任何更改；请审核后结束这次调度。", "Somebody has answered, so the round can't be withdrawn; nothing was changed. Review the answers and close it.");
}
