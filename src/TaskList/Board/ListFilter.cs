using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Board;

/// <summary>What narrows the list on its page.</summary>
/// <param name="Units">Tasks in which one of these has a part; null is all.</param>
/// <param name="Show">overdue, month or computed; null is all.</param>
internal sealed record ListFilter(IReadOnlySet<Guid>? Units, string? Show)
{
    public const string Overdue = "overdue";
    public const string Month = "month";
    public const string Computed = "computed";

    public bool Narrows => Units is not null || Show is Overdue or Month or Computed;

    /// <summary>The measures of a task that are left.</summary>
    public IReadOnlyList<MeasureView> Of(TaskView task) =>
        Units is not null && !task.Answering.Any(a => Units.Contains(a.UnitId)) ? [] : [.. task.Measures.Where(Keeps)];

    private bool Keeps(MeasureView measure) => Show switch
    {
        Overdue => measure.Light.Colour == LightColour.Red,
        Month => measure.State != MeasureState.Closed && measure.Milestones.Any(IsThisMonth),
        Computed => measure.Kind == MeasureKind.Computed,
        _ => true,
    };

    private static bool IsThisMonth(MilestoneView milestone)
    {
        var asOf = milestone.Standing.AsOf;
        var next = milestone.Milestone.Kind switch
        {
            MilestoneKind.Due => milestone.DoneOn is null ? milestone.WorkingDueOn : null,
            MilestoneKind.Recurring => milestone.Milestone.Every!.Around(asOf, new DateOnly(milestone.Standing.Rows.List.Year, 1, 1)).Next,
            MilestoneKind.Ongoing => null,
        };
        return next is { } day && (day.Year, day.Month) == (asOf.Year, asOf.Month);
    }
}
