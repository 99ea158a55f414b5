namespace Commerce.TaskList.Domain;

/// <summary>催办: a supervisor's word to a unit about a measure or a milestone, below a letter. It is answered by any report of the unit on the matter.</summary>
internal sealed class Chase
{
    public const int WordLength = 500;

    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required Guid ListId { get; init; }

    public required Guid TaskId { get; init; }

    public Guid? MeasureId { get; init; }

    public Guid? MilestoneId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>The matter in words.</summary>
    public required string Subject { get; init; }

    public required string Word { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>示例数据.</summary>
    public bool Sample { get; init; }

    /// <summary>The first report that answers it; null while there is none.</summary>
    /// <param name="reports">Of the list.</param>
    /// <param name="milestones">Of the list.</param>
    public ProgressReport? AnsweredBy(IEnumerable<ProgressReport> reports, IEnumerable<Milestone> milestones)
    {
        var milestone = milestones.FirstOrDefault(m => m.Id == MilestoneId);
        return reports.Where(r => r.TaskId == TaskId && r.UnitId == UnitId && r.SubmittedAt > At)
            .Where(r => milestone?.Covers(r.MeasureId) ?? (MeasureId is null || r.MeasureId == MeasureId)).MinBy(r => r.Position);
    }
}
