using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList;

/// <summary>What is refused of inspections.</summary>
internal static class InspectionErrors
{
    public static Error MeasureOfList { get; } = new Error(ErrorCode.Invalid, "清单里没有这条措施，没有做任何更改。", "The list has no such measure; nothing was changed.").At("measureId");

    public static Error LevelNeeded { get; } = new Error(ErrorCode.Invalid, "县级排查、市级巡查、省级抽查至少选一级，没有做任何更改。", "At least one level is needed: counties, cities or the province; nothing was changed.").At("levels");

    public static Error PeriodBackwards { get; } = new Error(ErrorCode.Invalid, "检查的结束日期不能早于开始日期，没有做任何更改。", "The last day isn't before the first; nothing was changed.").At("to");

    public static Error PeriodYear(int year) => new Error(ErrorCode.Invalid, $"检查应从 {year} 年开始，没有做任何更改。", $"The inspection begins in {year}; nothing was changed.").At("from");

    public static Error CountiesNeeded { get; } = new Error(ErrorCode.Invalid, $"请列出 1 至 {Inspection.MostCounties} 个县（市、区），没有做任何更改。", $"List 1 to {Inspection.MostCounties} counties; nothing was changed.").At("counties");

    public static Error CountyTwice(string name) => new Error(ErrorCode.Invalid, $"“{name}”写了两次，没有做任何更改。", $"{name} is listed twice; nothing was changed.").At("counties");

    public static Error CountyLength { get; } = new Error(ErrorCode.Invalid, $"县（市、区）名称应为 2 至 {Inspection.CountyLength} 字，没有做任何更改。", $"The name of a county has 2 to {Inspection.CountyLength} characters; nothing was changed.").At("counties");

    public static Error BegunAlready { get; } = new(ErrorCode.StateNotAllowed, "已经抽取或填报过，措施、层级和县（市、区）不能再改；没有做任何更改。", "It was drawn or reported on: measure, levels and counties stay as they are. Nothing was changed.");

    public static Error NoSample { get; } = new(ErrorCode.StateNotAllowed, "这次检查没有省级抽查，没有做任何更改。", "This inspection has no sample by the province; nothing was changed.");

    public static Error DrawnAlready { get; } = new(ErrorCode.StateNotAllowed, "已经抽取过，只抽一次；没有做任何更改。", "It was drawn already, and is drawn once; nothing was changed.");

    public static Error SeedLength { get; } = new Error(ErrorCode.Invalid, $"种子应为 1 至 {Inspection.SeedLength} 字，没有做任何更改。", $"The seed has 1 to {Inspection.SeedLength} characters; nothing was changed.").At("seed");

    public static Error SampleSize(int most) => new Error(ErrorCode.Invalid, $"抽取数应为 1 至 {most}，没有做任何更改。", $"The sample has 1 to {most} counties; nothing was changed.").At("count");

    public static Error NoSuchLevel { get; } = new Error(ErrorCode.Invalid, "这次检查没有这一级，没有做任何更改。", "The inspection has no such level; nothing was changed.").At("level");

    public static Error NoSuchCounty { get; } = new Error(ErrorCode.Invalid, "这次检查不包括这个县（市、区），没有做任何更改。", "The inspection isn't over this county; nothing was changed.").At("county");

    public static Error NotDrawnYet { get; } = new(ErrorCode.StateNotAllowed, "省级抽查还没有抽取，没有做任何更改；请先抽取。", "The province's sample isn't drawn yet; nothing was changed. Draw it first.");

    public static Error NotInSample { get; } = new Error(ErrorCode.Invalid, "这个县（市、区）没有抽中，省级抽查不填；没有做任何更改。", "The county isn't in the province's sample; nothing was changed.").At("county");

    public static Error CountOutOfRange(string field) => new Error(ErrorCode.Invalid, $"数量应为 0 到 {InspectionFigure.Largest} 的整数，没有做任何更改。", $"A count is from 0 to {InspectionFigure.Largest:#,##0}; nothing was changed.").At(field);

    public static Error FoundInNothing { get; } = new Error(ErrorCode.Invalid, "检查数为 0 就不会发现问题，没有做任何更改。", "Where nothing was checked nothing was found; nothing was changed.").At("found");

    public static Error MoreMendedThanFound { get; } = new Error(ErrorCode.Invalid, "已整改数不能多于发现问题数，没有做任何更改。", "No more are mended than were found; nothing was changed.").At("mended");

    public static Error DayOutOfPeriod(DateOnly from) => new Error(ErrorCode.Invalid, $"数据日期应在{Lights.Day(from)}（检查开始）之后、不晚于今天，没有做任何更改。", $"The day lies between {from:yyyy-MM-dd}, when the inspection began, and today; nothing was changed.").At("on");

    public static Error EvidenceNeeded { get; } = new Error(ErrorCode.Invalid, $"请写明数据依据（2 至 {InspectionFigure.EvidenceLength} 字），没有做任何更改。", $"Say where the figures stand written (2 to {InspectionFigure.EvidenceLength} characters); nothing was changed.").At("evidence");
}
