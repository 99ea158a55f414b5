using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.TaskList.Domain;

/// <summary>Where a report stands.</summary>
internal enum ReportState
{
    Submitted,

    /// <summary>退回: another one has to follow.</summary>
    Returned,

    Accepted,
}

/// <summary>What a unit reports about a measure (进度上报). Never edited: a better one is another report.</summary>
internal sealed class ProgressReport : IVersioned
{
    public const int NarrativeLength = 2000;

    public const int MostFiles = 10;

    /// <summary>The order of the list.</summary>
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid MeasureId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid ListId { get; init; }

    public required Guid UnitId { get; init; }

    public required Month Period { get; init; }

    /// <summary>0 to 100; null for measures that are text, date and file only.</summary>
    public int? Percent { get; init; }

    public required string Narrative { get; init; }

    /// <summary>The unit says that the measure was done on this day.</summary>
    public DateOnly? DoneOn { get; init; }

    public required Guid SubmittedById { get; init; }

    public required string SubmittedByName { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public ReportState State { get; private set; }

    public string? ReturnedReason { get; private set; }

    public Guid? ReviewedById { get; private set; }

    public string? ReviewedByName { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public List<ReportFile> Files { get; init; } = [];

    public void Review(bool accepted, string? reason, Guid byId, string byName, DateTimeOffset at)
    {
        State = accepted ? ReportState.Accepted : ReportState.Returned;
        ReturnedReason = accepted ? null : reason;
        ReviewedById = byId;
        ReviewedByName = byName;
        ReviewedAt = at;
    }
}

/// <summary>A file of evidence (佐证) of a report; its bytes lie in the house's file store.</summary>
internal sealed class ReportFile
{
    public required Guid ReportId { get; init; }

    public required Guid FileId { get; init; }

    public required string Name { get; init; }
}
