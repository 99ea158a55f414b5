namespace Commerce.TaskList.Reading;

/// <summary>An official task list as its document says it: verbatim, white space folded, markup removed. Nothing in it was mended.</summary>
/// <param name="Source">The file's name.</param>
/// <param name="Title">The title, once, however often the document repeats it.</param>
/// <param name="Year">The list's year; null when the document doesn't say it: dates without a year are then unreadable.</param>
/// <param name="Sections">Titles of the sections in their order, numbers included.</param>
/// <param name="Tasks">In the document's order.</param>
/// <param name="Unreadable">What stands in the document and found no place, as text.</param>
/// <param name="Doubts">What a person should look at before saving.</param>
internal sealed record ListDocument(string Source, string Title, int? Year, IReadOnlyList<string> Sections, IReadOnlyList<ListedTask> Tasks, IReadOnlyList<Unreadable> Unreadable, IReadOnlyList<Doubt> Doubts)
{
    /// <summary>How many measures the tasks have together.</summary>
    public int MeasureCount => Tasks.Sum(t => t.Measures.Count);
}

/// <summary>A row of the list.</summary>
/// <param name="Number">What the label says: (十一) is 11.</param>
/// <param name="Label">As printed.</param>
/// <param name="Section">The section's title; empty when the list has no sections.</param>
/// <param name="Text">The task, verbatim.</param>
/// <param name="CorrectedText">The text as it was probably meant, a suggestion; null when nothing is suspected.</param>
/// <param name="Measures">In their order.</param>
/// <param name="Responsibility">Who answers for it.</param>
/// <param name="ResponsibilityText">The sentence that <paramref name="Responsibility"/> was read from.</param>
/// <param name="DeadlineText">The deadline, verbatim.</param>
/// <param name="Milestones">What the deadline says, in its order.</param>
/// <param name="Remarks">备注, verbatim; mostly empty.</param>
internal sealed record ListedTask(
    int Number, string Label, string Section, string Text, string? CorrectedText, IReadOnlyList<ListedMeasure> Measures,
    Responsibility Responsibility, string ResponsibilityText, string DeadlineText, IReadOnlyList<ListedMilestone> Milestones, string Remarks);

/// <summary>A measure (落实措施).</summary>
/// <param name="Number">As printed, without 、.</param>
/// <param name="Text">Verbatim, without the number.</param>
/// <param name="Group">The sub-heading it stands under, without the colon.</param>
/// <param name="CorrectedText">As it was probably meant, a suggestion; null when nothing is suspected.</param>
internal sealed record ListedMeasure(int Number, string Text, string? Group, string? CorrectedText);

/// <summary>Who answers for a task. The names as printed; two spellings of one unit stay two names here.</summary>
/// <param name="Lead">牵头.</param>
/// <param name="Cooperating">配合: they report, but can't close.</param>
/// <param name="SharedResponsibility">分工负责: nobody leads, all must report.</param>
/// <param name="Sole">One unit and no role word.</param>
internal sealed record Responsibility(IReadOnlyList<string> Lead, IReadOnlyList<string> Cooperating, IReadOnlyList<string> SharedResponsibility, IReadOnlyList<string> Sole)
{
    public static readonly Responsibility Nobody = new([], [], [], []);
}

internal enum MilestoneKind
{
    /// <summary>By a day, that day included.</summary>
    Due,

    /// <summary>Again in every period.</summary>
    Recurring,

    /// <summary>长期坚持, 持续推进: never overdue.</summary>
    Ongoing,
}

/// <summary>One promise of a deadline.</summary>
/// <param name="Kind">Dated, recurring or standing.</param>
/// <param name="Due">The last day, for dated ones.</param>
/// <param name="Every">The rhythm, for recurring ones.</param>
/// <param name="What">What is to be done by then, verbatim; null when it is the whole task.</param>
/// <param name="Aim">力争 or 争取: an aim, shown but not scored as a promise.</param>
internal sealed record ListedMilestone(MilestoneKind Kind, DateOnly? Due, Recurrence? Every, string? What, bool Aim);

internal enum Period
{
    Day,
    Week,
    TenDays,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>A rhythm: "每月5日前" is (Month, 5).</summary>
/// <param name="Period">How often.</param>
/// <param name="Day">The last day in the period: day of the month, 1 (Monday) to 7 of the week; null is the period's last day.</param>
/// <param name="MonthOfPeriod">Which month of the quarter, half-year or year, from 1; null is its last.</param>
internal sealed record Recurrence(Period Period, int? Day = null, int? MonthOfPeriod = null);
