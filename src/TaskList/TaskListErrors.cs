using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList;

/// <summary>Everything this module refuses.</summary>
internal static class TaskListErrors
{
    public static Error YearNeeded { get; } = new Error(ErrorCode.Invalid, "文件里没有写明年度，没有做任何更改；请填写年度后再保存。", "The document doesn't say its year; nothing was changed. Give the year and try again.").At("year");

    public static Error YearOutOfRange(int first, int last) => new Error(ErrorCode.Invalid, $"年度应在 {first} 到 {last} 之间，没有做任何更改。", $"The year lies between {first} and {last}; nothing was changed.").At("year");

    public static Error TwiceInList(string what) => new(ErrorCode.Invalid, $"清单里{what}出现了两次，没有做任何更改；请改正编号后再保存。", $"The list has {what} twice; nothing was changed. Correct the numbers and try again.");

    public static Error TextTooLong { get; } = new(ErrorCode.Invalid, "清单里有一处文字过长，没有做任何更改；请核对文件。", "Some text of the list is too long; nothing was changed. Check the file.");

    public static Error NoSuchMeasure(int number) => new Error(ErrorCode.Invalid, $"这项任务没有措施{number}，没有做任何更改。", $"The task has no measure {number}; nothing was changed.").At("assignments");

    public static Error NoSuchDeadline(int task, int index) => new Error(
        ErrorCode.Invalid, $"清单里任务{task}没有第 {index + 1} 个时间节点，没有做任何更改。", $"Task {task} of the list has no deadline {index}; nothing was changed.").At("assignments");

    public static Error MeasuresOpen(IReadOnlyList<int> numbers) => new(
        ErrorCode.StateNotAllowed, $"还有措施没有销号：{string.Join("、", numbers)}；整项任务不能销号，没有做任何更改。", $"Measures {string.Join(", ", numbers)} are not closed, so the task can't be; nothing was changed.");

    public static Error TaskIsClosed { get; } = new(ErrorCode.StateNotAllowed, "这项任务已经整项销号，没有做任何更改；请先重新打开整项任务。", "The task is closed as a whole; nothing was changed. Open the task again first.");

    public static Error TaskClosedAlready { get; } = new(ErrorCode.StateNotAllowed, "这项任务已经整项销号，没有做任何更改。", "The task is closed already; nothing was changed.");

    public static Error TaskNotClosed { get; } = new(ErrorCode.StateNotAllowed, "这项任务没有整项销号，没有做任何更改。", "The task isn't closed; nothing was changed.");

    public static Error NotCountedFor { get; } = new Error(ErrorCode.Invalid, "所选措施不按这类办理计数，没有做任何更改；请另选措施。", "The measure doesn't count acts of this kind; nothing was changed. Choose another one.").At("measureIds");

    public static Error NotOfThisTask { get; } = new Error(ErrorCode.Invalid, "所选措施不属于这项任务，没有做任何更改。", "The measures aren't of this task; nothing was changed.").At("measureIds");

    public static Error WithdrawnSubject { get; } = new(ErrorCode.StateNotAllowed, "最新清单里已没有这一项，没有做任何更改。", "The latest edition of the list no longer has it; nothing was changed.");

    public static Error NotResponsible { get; } = new Error(ErrorCode.StateNotAllowed, "这个单位不是这项任务的责任单位或配合单位，没有做任何更改。", "The unit has no part in this task; nothing was changed.").At("unitId");

    public static Error PercentOutOfRange { get; } = new Error(ErrorCode.Invalid, "进度应为 0 到 100 的整数，没有做任何更改。", "Progress is a whole number from 0 to 100; nothing was changed.").At("percent");

    public static Error PercentNotAsked { get; } = new Error(ErrorCode.Invalid, "这条措施只报文字、日期和文件，不报百分比；没有做任何更改。请删去百分比再提交。", "This measure is reported by text, date and file, never by a percentage; nothing was changed. Leave the percentage out.").At("percent");

    public static Error NarrativeLength { get; } = new Error(ErrorCode.Invalid, $"进展情况请写 2 至 {ProgressReport.NarrativeLength} 字，没有做任何更改。", $"Write 2 to {ProgressReport.NarrativeLength} characters on the progress; nothing was changed.").At("narrative");

    public static Error PeriodAhead { get; } = new Error(ErrorCode.Invalid, "不能上报尚未开始的月份，没有做任何更改。", "The month hasn't begun; nothing was changed.").At("period");

    public static Error PeriodBefore(int year) => new Error(ErrorCode.Invalid, $"月份不能早于 {year} 年 1 月，没有做任何更改。", $"The month isn't before January {year}; nothing was changed.").At("period");

    public static Error DoneAhead { get; } = new Error(ErrorCode.Invalid, "办结日期不能晚于今天，没有做任何更改。", "The day of completion isn't after today; nothing was changed.").At("doneOn");

    public static Error DoneBefore(int year) => new Error(ErrorCode.Invalid, $"办结日期不能早于 {year} 年，没有做任何更改。", $"The day of completion isn't before {year}; nothing was changed.").At("doneOn");

    public static Error OnlyResponsibleSaysDone { get; } = new Error(ErrorCode.StateNotAllowed, "配合单位可以上报进展，不能上报办结，没有做任何更改；请由牵头或负责单位上报。", "A cooperating unit may report, but not that it is done; nothing was changed. A leading or responsible unit does.").At("doneOn");

    public static Error StandingNeverDone { get; } = new(ErrorCode.StateNotAllowed, "长期坚持的措施不办结、不销号，没有做任何更改；请按期上报进展，到期的节点另行办结。", "Standing work is never done or closed; nothing was changed. Report in its rhythm; dated milestones are finished on their own.");

    public static Error ClosedAlready { get; } = new(ErrorCode.StateNotAllowed, "这条措施已销号，没有做任何更改；如需再报，请先由督查重新打开。", "The measure is closed; nothing was changed. A supervisor has to open it again first.");

    public static Error NotClosed { get; } = new(ErrorCode.StateNotAllowed, "这条措施没有销号，没有做任何更改。", "The measure isn't closed; nothing was changed.");

    public static Error NobodySaidDone { get; } = new(ErrorCode.StateNotAllowed, "还没有审核通过的办结上报，不能销号；没有做任何更改。", "No accepted report says that it is done, so it can't be closed; nothing was changed.");

    public static Error StillSilent(IReadOnlyList<string> units) => new(
        ErrorCode.StateNotAllowed, $"分工负责的任务须各单位都上报办结，还缺：{string.Join("、", units)}；没有做任何更改。", $"All of the sharing units must have reported it done; still missing: {string.Join(", ", units)}. Nothing was changed.");

    public static Error OwnReport { get; } = new(ErrorCode.SamePerson, "上报人不能审核自己的上报或为其销号，没有做任何更改；请换一位督查。", "Nobody reviews or closes on their own report; nothing was changed. Somebody else has to.");

    public static Error ReviewedAlready { get; } = new(ErrorCode.StateNotAllowed, "这份上报已经审核过，没有做任何更改。", "The report was reviewed already; nothing was changed.");

    public static Error ReasonLength(string field) => new Error(ErrorCode.Invalid, "请写明理由（4 至 1000 字），没有做任何更改。", "Give a reason of 4 to 1,000 characters; nothing was changed.").At(field);

    public static Error TooManyFiles { get; } = new Error(ErrorCode.Invalid, $"一次最多附 {ProgressReport.MostFiles} 个文件，没有做任何更改。", $"At most {ProgressReport.MostFiles} files go with a report; nothing was changed.").At("fileIds");

    public static Error FileTooLarge(string name, int megabytes) => new Error(
        ErrorCode.Invalid, $"“{name}”超过 {megabytes} MB，没有上传；请压缩图片或拆成几个文件。", $"{name} is larger than {megabytes} MB; it was not uploaded. Make its pictures smaller or split it.").At("file");

    public static Error NoSuchFile { get; } = new Error(ErrorCode.Invalid, "有附件没有找到，或者不是您上传的，没有做任何更改；请重新上传。", "A file wasn't found, or isn't yours; nothing was changed. Upload it again.").At("fileIds");

    public static Error ComputedFigure { get; } = new Error(ErrorCode.StateNotAllowed, "这个数由系统算出，不能手工填写；没有做任何更改。数不对时请更正来源数据。", "The platform reckons this figure; it can't be typed over. Nothing was changed. If it is wrong, put its source right.").At("metricId");

    public static Error FigureOutOfRange { get; } = new Error(ErrorCode.Invalid, "数值应不小于 0、最多四位小数且不能过大，没有做任何更改。", "A figure is zero or more, has at most four decimal places and isn't absurd; nothing was changed.").At("value");

    public static Error FigureAhead { get; } = new Error(ErrorCode.Invalid, "数据日期不能晚于今天，没有做任何更改。", "The figure's day isn't after today; nothing was changed.").At("on");

    public static Error EvidenceNeeded { get; } = new Error(ErrorCode.Invalid, "请写明数据依据（2 至 400 字）或附文件，没有做任何更改。", "Say where the figure stands written (2 to 400 characters); nothing was changed.").At("evidence");

    public static Error NotDated { get; } = new(ErrorCode.StateNotAllowed, "长期或定期的节点没有可延期、可办结的日期，没有做任何更改。", "Standing and recurring milestones have no day to move or finish; nothing was changed.");

    public static Error DoneAlready { get; } = new(ErrorCode.StateNotAllowed, "这个节点已经办结，没有做任何更改。", "The milestone is done already; nothing was changed.");

    public static Error NotDone { get; } = new(ErrorCode.StateNotAllowed, "这个节点没有办结，没有做任何更改。", "The milestone isn't done; nothing was changed.");

    public static Error TooLateToExtend(DateOnly day) => new(
        ErrorCode.StateNotAllowed, $"延期须在到期前申请，{Lights.Day(day)}已过；没有做任何更改。", $"More time is asked for before the day; {day:yyyy-MM-dd} has passed. Nothing was changed.");

    public static Error NotLater(DateOnly day) => new Error(ErrorCode.Invalid, $"新日期须晚于{Lights.Day(day)}，没有做任何更改。", $"The new day is after {day:yyyy-MM-dd}; nothing was changed.").At("newDueOn");

    public static Error TooFar { get; } = new Error(ErrorCode.Invalid, "新日期不能晚于清单年度之后第二年年底，没有做任何更改。", "The new day isn't later than two years after the list's; nothing was changed.").At("newDueOn");

    public static Error AskedAlready { get; } = new(ErrorCode.StateNotAllowed, "这个节点已有一份待批的延期申请，没有做任何更改。", "A request for this milestone is waiting already; nothing was changed.");

    public static Error DecidedAlready { get; } = new(ErrorCode.StateNotAllowed, "这份延期申请已经批过，没有做任何更改。", "The request was decided already; nothing was changed.");

    public static Error OwnRequest { get; } = new(ErrorCode.SamePerson, "申请人不能批自己的延期，没有做任何更改；请换一位督查。", "Nobody decides on their own request; nothing was changed. Somebody else has to.");

    public static Error NotAnOpenGroup { get; } = new(ErrorCode.StateNotAllowed, "只有“有关单位”一类的提法需要指明单位，没有做任何更改。", "Only an open group (有关…) has its units named; nothing was changed.");

    public static Error NotOfTheGroup { get; } = new Error(ErrorCode.Invalid, "所选单位不在这个范围内，没有做任何更改。", "The units aren't of that group; nothing was changed.").At("unitIds");

    public static Error TextLength { get; } = new Error(ErrorCode.Invalid, $"校正文字最多 {Measure.TextLength} 字，没有做任何更改。", $"The corrected text has at most {Measure.TextLength} characters; nothing was changed.").At("correctedText");

    public static Error KindIsTheSystems { get; } = new Error(ErrorCode.StateNotAllowed, "由系统计算的措施类型不能手工改变，没有做任何更改。", "Which measures the platform reckons isn't chosen by hand; nothing was changed.").At("kind");
}
