using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.TaskList.Domain;

/// <summary>Where an answer stands.</summary>
internal enum RoundAnswerState
{
    /// <summary>Only its own unit sees it.</summary>
    Draft,

    /// <summary>Handed in; a supervisor has yet to look at it.</summary>
    Answered,

    /// <summary>退回: another version has to follow.</summary>
    Returned,

    Accepted,
}

/// <summary>A unit's answer to a round, in versions: what was handed in never changes, a better one is the next version.</summary>
internal sealed class RoundAnswer : IVersioned
{
    public const int NarrativeLength = 2000;

    public const int MostFiles = 10;

    public long Position { get; init; }

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid RoundId { get; init; }

    public required Guid ListId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>1 for the unit's first, one more after each that was sent back.</summary>
    public required int Number { get; init; }

    public RoundAnswerState State { get; private set; }

    public string Narrative { get; private set; } = "";

    /// <summary>Who wrote it last, and handed it in if it was.</summary>
    public Guid AnsweredById { get; private set; }

    public string AnsweredByName { get; private set; } = "";

    public DateTimeOffset AnsweredAt { get; private set; }

    public string? ReturnedReason { get; private set; }

    public Guid? ReviewedById { get; private set; }

    public string? ReviewedByName { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public List<AnsweredFigure> Figures { get; init; } = [];

    public List<AnsweredPercent> Percents { get; init; } = [];

    public List<AnsweredFile> Files { get; init; } = [];

    /// <summary>The content of a draft, or of what is handed in at once.</summary>
    public void Write(AnswerContent content, bool handIn, Guid byId, string byName, DateTimeOffset at)
    {
        State = handIn ? RoundAnswerState.Answered : RoundAnswerState.Draft;
        Narrative = content.Narrative;
        (AnsweredById, AnsweredByName, AnsweredAt) = (byId, byName, at);
        Figures.RemoveAll(f => !content.Figures.ContainsKey(f.MetricId));
        foreach (var (metric, value) in content.Figures)
        {
            if (Figures.Find(f => f.MetricId == metric) is { } known)
            {
                known.Value = value;
            }
            else
            {
                Figures.Add(new() { AnswerId = Id, MetricId = metric, Value = value });
            }
        }

        Percents.RemoveAll(p => !content.Percents.ContainsKey(p.MeasureId));
        foreach (var (measure, percent) in content.Percents)
        {
            if (Percents.Find(p => p.MeasureId == measure) is { } known)
            {
                known.Percent = percent;
            }
            else
            {
                Percents.Add(new() { AnswerId = Id, MeasureId = measure, Percent = percent });
            }
        }

        Files.RemoveAll(f => !content.Files.ContainsKey(f.FileId));
        Files.AddRange(content.Files.Where(c => !Files.Exists(f => f.FileId == c.Key)).Select(c => new AnsweredFile { AnswerId = Id, FileId = c.Key, Name = c.Value }));
    }

    public void Accept(Guid byId, string byName, DateTimeOffset at)
    {
        State = RoundAnswerState.Accepted;
        (ReviewedById, ReviewedByName, ReviewedAt) = (byId, byName, at);
    }

    public void Return(string reason, Guid byId, string byName, DateTimeOffset at)
    {
        (State, ReturnedReason) = (RoundAnswerState.Returned, reason);
        (ReviewedById, ReviewedByName, ReviewedAt) = (byId, byName, at);
    }
}

/// <summary>A figure in an answer.</summary>
internal sealed class AnsweredFigure
{
    public required Guid AnswerId { get; init; }

    /// <summary>As in the round.</summary>
    public required Guid MetricId { get; init; }

    public required decimal Value { get; set; }
}

/// <summary>How far a measure is, in an answer.</summary>
internal sealed class AnsweredPercent
{
    public required Guid AnswerId { get; init; }

    public required Guid MeasureId { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Percent { get; set; }
}

/// <summary>A file (佐证) of an answer; its bytes lie in the house's file store.</summary>
internal sealed class AnsweredFile
{
    public required Guid AnswerId { get; init; }

    public required Guid FileId { get; init; }

    public required string Name { get; init; }
}

/// <summary>What a unit says in an answer.</summary>
/// <param name="Narrative">How far it is, trimmed.</param>
/// <param name="Figures">By metric.</param>
/// <param name="Percents">By measure.</param>
/// <param name="Files">Names by file.</param>
internal sealed record AnswerContent(
    string Narrative, IReadOnlyDictionary<Guid, decimal> Figures, IReadOnlyDictionary<Guid, int> Percents, IReadOnlyDictionary<Guid, string> Files)
{
    private const decimal Largest = 100_000_000_000m;

    /// <summary>Only what the round asks for, within bounds. A draft may be as short as it likes.</summary>
    public Error? Refused(Round round, bool handIn) =>
        Narrative.Length > RoundAnswer.NarrativeLength || (handIn && Narrative.Length < 2) ? TaskListErrors.NarrativeLength
        : !Figures.Keys.All(f => round.Metrics.Exists(m => m.MetricId == f)) ? RoundErrors.FigureNotAsked
        : Figures.Values.Any(v => v is < 0 or > Largest || decimal.Round(v, 4) != v) ? TaskListErrors.FigureOutOfRange.At("figures")
        : !Percents.Keys.All(p => round.Measures.Exists(m => m.MeasureId == p && m.AsksPercent)) ? TaskListErrors.PercentNotAsked.At("percents")
        : Percents.Values.Any(p => p is < 0 or > 100) ? TaskListErrors.PercentOutOfRange.At("percents")
        : Files.Count > RoundAnswer.MostFiles ? TaskListErrors.TooManyFiles
        : null;
}
