using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList;

/// <summary>What is refused of problems and special actions.</summary>
internal static class ProblemErrors
{
    public static Error OnlySelfCheck { get; } = new Error(ErrorCode.Forbidden, "单位自己登记的只能是自查和本单位参加的检查发现的问题，没有做任何更改；其他由督查登记。", "A unit itself records only what its self-check, or an inspection that it has a part in, found; nothing was changed. What others found a supervisor records.").At("source");

    public static Error NoSuchUnit(string field) => new Error(ErrorCode.Invalid, "有单位不在单位与人员里，没有做任何更改；请重新选择。", "A unit isn't on record; nothing was changed. Choose again.").At(field);

    /// <param name="field">As the API names it; people read its own words.</param>
    /// <param name="least">Characters at least.</param>
    /// <param name="most">Characters at most.</param>
    public static Error TextLength(string field, int least, int most)
    {
        var (what, english) = field switch
        {
            "name" => ("名称", "the name"),
            "kind" => ("类型", "the type"),
            "unit" => ("计数单位", "what is counted"),
            "basis" => ("依据", "where it stands written"),
            "measures" => ("整改措施", "the measures"),
            "person" => ("责任人", "the person"),
            "narrative" => ("整改情况", "how it goes"),
            "summary" => ("总结", "the summary"),
            "text" => ("问题或情况", "what it is"),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "a field without words"),
        };
        return new Error(ErrorCode.Invalid, $"“{what}”请写 {least} 至 {most} 字，没有做任何更改。", $"For {english} write {least} to {most:#,##0} characters; nothing was changed.").At(field);
    }

    public static Error FoundAhead { get; } = new Error(ErrorCode.Invalid, "发现日期不能晚于今天，没有做任何更改。", "The day on which it was found isn't after today; nothing was changed.").At("foundOn");

    public static Error NoSuchAction { get; } = new Error(ErrorCode.Invalid, "没有这个专项整治，没有做任何更改。", "There is no such special action; nothing was changed.").At("specialActionId");

    public static Error NoSuchInspection { get; } = new Error(ErrorCode.Invalid, "没有这次检查，没有做任何更改。", "There is no such inspection; nothing was changed.").At("inspectionId");

    public static Error NotOfInspection { get; } = new Error(ErrorCode.Invalid, "从检查登记的问题，来源应为“检查”，没有做任何更改。", "What comes from an inspection was found by inspection; nothing was changed.").At("source");

    public static Error PlannedAlready { get; } = new(ErrorCode.StateNotAllowed, "这个问题的措施、责任人和时限已经定了，没有做任何更改；要改请用“更正”，要延期请申请。", "Measures, person and limit are set already; nothing was changed. Correct them, or ask for more time.");

    public static Error NotPlanned { get; } = new(ErrorCode.StateNotAllowed, "这个问题还没有定措施、责任人和时限，没有做任何更改；请先定下再报。", "No measures, person and limit are set yet; nothing was changed. Set them first.");

    public static Error DueBehind { get; } = new Error(ErrorCode.Invalid, "整改时限不能早于今天，没有做任何更改。", "The limit isn't before today; nothing was changed.").At("dueOn");

    public static Error DueTooFar { get; } = new Error(ErrorCode.Invalid, "整改时限不能晚于后年年底，没有做任何更改。", "The limit isn't later than the end of the year after next; nothing was changed.").At("dueOn");

    public static Error OwnPartner { get; } = new Error(ErrorCode.Invalid, "责任部门不能又是配合单位，没有做任何更改。", "The responsible unit isn't a cooperating one too; nothing was changed.").At("partnerUnitIds");

    public static Error TooManyPartners { get; } = new Error(ErrorCode.Invalid, $"配合单位最多 {Problem.MostPartners} 个，没有做任何更改。", $"At most {Problem.MostPartners} units cooperate; nothing was changed.").At("partnerUnitIds");

    public static Error NoPart { get; } = new Error(ErrorCode.StateNotAllowed, "这个单位不是这个问题的责任部门或配合单位，没有做任何更改。", "The unit has no part in this problem; nothing was changed.").At("unitId");

    public static Error OnlyResponsible(string field) => new Error(ErrorCode.StateNotAllowed, "配合单位可以报进展，不能报已整改、不能申请延期，没有做任何更改；请由责任部门办。", "A cooperating unit reports, but doesn't say that it is mended or ask for more time; nothing was changed. The responsible unit does.").At(field);

    public static Error ClosedAlready { get; } = new(ErrorCode.StateNotAllowed, "这个问题已销号，没有做任何更改；要再办请由督查重新打开。", "The problem is closed; nothing was changed. A supervisor has to open it again first.");

    public static Error NotClosed { get; } = new(ErrorCode.StateNotAllowed, "这个问题没有销号，没有做任何更改。", "The problem isn't closed; nothing was changed.");

    public static Error WaitsAlready { get; } = new(ErrorCode.StateNotAllowed, "已经报了整改、等督查销号，没有做任何更改。", "It was said to be mended and waits for its reviewer; nothing was changed.");

    public static Error NotSaidMended { get; } = new(ErrorCode.StateNotAllowed, "责任部门还没有报已整改，不能销号或退回，没有做任何更改。", "The responsible unit hasn't said that it is mended; nothing was changed.");

    public static Error MendedAhead { get; } = new Error(ErrorCode.Invalid, "整改日期不能晚于今天，没有做任何更改。", "The day of mending isn't after today; nothing was changed.").At("mendedOn");

    public static Error MendedBefore(DateOnly day) => new Error(ErrorCode.Invalid, $"整改日期不能早于发现日期（{Lights.Day(day)}），没有做任何更改。", $"The day of mending isn't before {day:yyyy-MM-dd}, when it was found; nothing was changed.").At("mendedOn");

    public static Error FilesNeeded { get; } = new Error(ErrorCode.Invalid, "报已整改要附佐证材料，没有做任何更改；请上传文件或照片。", "Evidence goes with saying that it is mended; nothing was changed. Upload a file or a picture.").At("fileIds");

    public static Error SummaryFileNeeded { get; } = new Error(ErrorCode.Invalid, "总结要附文件，没有做任何更改；请上传总结。", "The summary goes with its file; nothing was changed. Upload it.").At("fileIds");

    public static Error SimilarNeeded { get; } = new Error(ErrorCode.Invalid, "报已整改要写明举一反三：查了哪些同类问题（4 至 1000 字）、发现几个，没有做任何更改。", "Say where similar problems were looked for (4 to 1,000 characters) and how many were found; nothing was changed.").At("similar");

    public static Error SimilarOutOfRange { get; } = new Error(ErrorCode.Invalid, "同类问题个数应为 0 到 9999，没有做任何更改。", "The number of similar problems is from 0 to 9,999; nothing was changed.").At("similarFound");

    public static Error OwnSaying { get; } = new(ErrorCode.SamePerson, "报已整改的人不能自己销号或退回，没有做任何更改；请换一位督查。", "Whoever said that it is mended doesn't judge it; nothing was changed. Somebody else has to.");

    public static Error OwnUnit { get; } = new(ErrorCode.SamePerson, "责任部门的人不能给本部门的问题销号、退回或回头看，没有做任何更改；请换别的部门的督查。", "People of the responsible unit don't judge its mending; nothing was changed. A supervisor of another unit has to.");

    public static Error RecheckAhead { get; } = new Error(ErrorCode.Invalid, "回头看日期不能晚于今天，没有做任何更改。", "The day of the re-check isn't after today; nothing was changed.").At("on");

    public static Error RecheckBefore(DateOnly day) => new Error(ErrorCode.Invalid, $"回头看日期不能早于销号日期（{Lights.Day(day)}），没有做任何更改。", $"The day of the re-check isn't before {day:yyyy-MM-dd}, when it was closed; nothing was changed.").At("on");

    public static Error NewLimitNeeded { get; } = new Error(ErrorCode.Invalid, "问题反弹要定新的整改时限，没有做任何更改。", "A problem that came back gets a new limit; nothing was changed.").At("dueOn");

    public static Error TooLateToAsk(DateOnly day) => new(ErrorCode.StateNotAllowed, $"延期须在到期前申请，{Lights.Day(day)}已过；没有做任何更改。", $"More time is asked for before the day; {day:yyyy-MM-dd} has passed. Nothing was changed.");

    public static Error AskedAlready { get; } = new(ErrorCode.StateNotAllowed, "这个问题已有一份待批的延期申请，没有做任何更改。", "A request for this problem is waiting already; nothing was changed.");

    public static Error NothingCorrected { get; } = new(ErrorCode.Invalid, "没有任何一项与现在不同，没有做任何更改。", "Nothing differs from what stands there; nothing was changed.");

    public static Error TooManyRows(int most) => new(ErrorCode.Invalid, $"一次最多导出 {most} 个问题，请先筛选。", $"A file holds at most {most:#,##0} problems; narrow it first.");

    public static Error MeasureOfList { get; } = new Error(ErrorCode.Invalid, "清单里没有这条措施，没有做任何更改。", "The list has no such measure; nothing was changed.").At("measureId");

    public static Error SummaryDueYear(int year) => new Error(ErrorCode.Invalid, $"总结时限应在 {year} 年，没有做任何更改。", $"The summary is due within {year}; nothing was changed.").At("summaryDueOn");

    public static Error SummarisedAlready { get; } = new(ErrorCode.StateNotAllowed, "这个专项整治的总结已经报送，只报一次；没有做任何更改。", "Its summary was filed already, and is filed once; nothing was changed.");

    public static Error NotLeading { get; } = new Error(ErrorCode.StateNotAllowed, "总结由牵头或负责单位报送，这个单位不是；没有做任何更改。", "A leading or responsible unit files the summary, and this isn't one; nothing was changed.").At("unitId");
}
