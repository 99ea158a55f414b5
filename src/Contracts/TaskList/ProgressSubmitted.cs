namespace Commerce.Contracts.TaskList;

/// <summary>A unit reported on a measure of an official list (进度上报).</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Year">The list's year.</param>
/// <param name="TaskNumber">1 to 14.</param>
/// <param name="MeasureNumber">1 to 54.</param>
/// <param name="MeasureId">The measure.</param>
/// <param name="UnitId">Who reports.</param>
/// <param name="Period">"2026-06".</param>
/// <param name="Percent">0 to 100; null for measures that are text, date and file only.</param>
/// <param name="SaysDone">The unit says that the measure is done.</param>
/// <param name="SubmittedAt">UTC.</param>
[Event]
public sealed record ProgressSubmitted(
    Guid ReportId, int Year, int TaskNumber, int MeasureNumber, Guid MeasureId, Guid UnitId, string Period, int? Percent, bool SaysDone, DateTimeOffset SubmittedAt);
