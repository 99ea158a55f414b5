namespace Commerce.TaskList.Saving;

/// <summary>What saving a list does to one thing.</summary>
internal enum DifferenceKind
{
    New,
    Changed,
    Withdrawn,
}

/// <summary>One difference between the saved list and a document.</summary>
/// <param name="Kind">New, changed or dropped.</param>
/// <param name="Chinese">What, such as 措施43.</param>
/// <param name="English">What.</param>
/// <param name="Before">As it is; null when new.</param>
/// <param name="After">As the document says; null when dropped.</param>
internal sealed record ListDifference(DifferenceKind Kind, string Chinese, string English, string? Before, string? After);

/// <summary>A deadline and the measures it seems to belong to.</summary>
/// <param name="Task">The task's number.</param>
/// <param name="Index">Which of the task's deadlines, from 0.</param>
/// <param name="Due">The day.</param>
/// <param name="What">What the deadline says.</param>
/// <param name="Measures">Numbers of measures; none means the whole task.</param>
internal sealed record Assignment(int Task, int Index, DateOnly? Due, string? What, IReadOnlyList<int> Measures);

/// <summary>What saving did, or would do.</summary>
/// <param name="ListId">The list.</param>
/// <param name="Year">Its year.</param>
/// <param name="New">Tasks and measures that weren't there.</param>
/// <param name="Changed">Tasks and measures that say something else now; their progress stays.</param>
/// <param name="Withdrawn">Tasks and measures that the document no longer has; their progress stays too.</param>
/// <param name="Same">Tasks and measures as before.</param>
/// <param name="Differences">One by one.</param>
internal sealed record ListChanges(Guid ListId, int Year, int New, int Changed, int Withdrawn, int Same, IReadOnlyList<ListDifference> Differences);
