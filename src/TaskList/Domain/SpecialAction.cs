using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>A special action (专项整治): problems are found and mended under it, its summary is filed once by a day, and from then on it stands.</summary>
internal sealed class SpecialAction : IVersioned
{
    public const int NameLength = 100;
    public const int SummaryLength = 4000;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid ListId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>The measure that asks for it; its rhythm of reports holds once the summary is filed.</summary>
    public required Guid MeasureId { get; init; }

    public required string Name { get; set; }

    /// <summary>The last day for its summary, included.</summary>
    public required DateOnly SummaryDueOn { get; set; }

    /// <summary>The last day as it was set first, once it has been moved: the summary is held against it. Null while it never moved.</summary>
    public DateOnly? FirstSummaryDueOn { get; set; }

    public required Guid SavedById { get; set; }

    public required string SavedByName { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>专项整治工作总结; null until it is filed.</summary>
    public string? Summary { get; private set; }

    public DateOnly? SummarisedOn { get; private set; }

    public Guid? SummaryUnitId { get; private set; }

    public Guid? SummaryById { get; private set; }

    public string? SummaryByName { get; private set; }

    /// <summary>示例数据.</summary>
    public bool Sample { get; init; }

    /// <summary>Files the summary, once.</summary>
    public void Summarise(string text, Guid unitId, Guid byId, string byName, DateOnly on) => (Summary, SummaryUnitId, SummaryById, SummaryByName, SummarisedOn) = (text, unitId, byId, byName, on);
}
