using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>What kind of deadline.</summary>
internal enum MilestoneKind
{
    /// <summary>By a day.</summary>
    Due,

    /// <summary>每月N日前: again and again.</summary>
    Recurring,

    /// <summary>长期坚持, 持续推进: no end, but a rhythm of reports.</summary>
    Ongoing,
}

/// <summary>A part of a task's deadline (时间节点).</summary>
internal sealed class Milestone : IVersioned
{
    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid TaskId { get; init; }

    public required Guid ListId { get; init; }

    public required int Position { get; init; }

    public required MilestoneKind Kind { get; init; }

    /// <summary>What is to be done by then; empty when the deadline says no more than a day.</summary>
    public required string What { get; init; }

    /// <summary>力争: an aim, shown, never scored as a promise.</summary>
    public bool Aim { get; init; }

    /// <summary>The last day, included. It never moves.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>For a recurring one: how often, and which day.</summary>
    public Recurrence? Every { get; init; }

    /// <summary>As <see cref="DueOn"/>, unless an extension moved it.</summary>
    public DateOnly? WorkingDueOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>A supervisor noted it done on a ground of its own; otherwise it was kept when the last of its measures was closed.</summary>
    public bool NotedDone { get; private set; }

    /// <summary>True while nobody has confirmed which measures it belongs to.</summary>
    public bool Guessed { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The measures it belongs to; none means the whole task.</summary>
    public List<MilestoneMeasure> Measures { get; init; } = [];

    /// <summary>Sets the working date at the beginning.</summary>
    public Milestone Begin()
    {
        WorkingDueOn = DueOn;
        return this;
    }

    /// <summary>An approved extension moves the working date alone.</summary>
    public void Extend(DateOnly to) => WorkingDueOn = to;

    /// <summary>The last of its measures was closed: it was done on a day.</summary>
    public void Finish(DateOnly day) => DoneOn = day;

    /// <summary>A supervisor notes that it was done on a day.</summary>
    public void NoteDone(DateOnly day) => (DoneOn, NotedDone) = (day, true);

    /// <summary>It wasn't done after all.</summary>
    public void Reopen() => (DoneOn, NotedDone) = (null, false);

    /// <summary>A person says which measures it belongs to; none means the whole task.</summary>
    public void Belong(IReadOnlySet<Guid> measures)
    {
        Measures.RemoveAll(l => !measures.Contains(l.MeasureId));
        Measures.AddRange(measures.Where(w => !Measures.Exists(l => l.MeasureId == w)).Select(w => new MilestoneMeasure { MilestoneId = Id, MeasureId = w }));
        Guessed = false;
    }

    /// <summary>The measure, when it belongs to one alone.</summary>
    public Guid? OnlyMeasure => Measures.Count == 1 ? Measures[0].MeasureId : null;

    /// <summary>For the story: 6月30日前 完成….</summary>
    public string Title => $"{(DueOn is { } day ? Lights.Day(day) + "前" : Kind == MilestoneKind.Ongoing ? "长期" : "定期")}{(What.Length > 0 ? " " + What : "")}";

    /// <summary>True when it speaks of the measure.</summary>
    public bool Covers(Guid measureId) => Measures.Count == 0 || Measures.Any(m => m.MeasureId == measureId);
}

/// <summary>A milestone belongs to a measure.</summary>
internal sealed class MilestoneMeasure
{
    public required Guid MilestoneId { get; init; }

    public required Guid MeasureId { get; init; }
}

/// <summary>How a finished milestone is assessed.</summary>
internal enum Assessment
{
    /// <summary>按期办结.</summary>
    InTime,

    /// <summary>按期办结(延期): within an approved extension.</summary>
    InTimeExtended,

    /// <summary>逾期办结.</summary>
    Late,
}

/// <summary>The words of an assessment.</summary>
internal static class Assessments
{
    /// <summary>Against the original date; the extended date counts only when the extension was approved before that date.</summary>
    public static Assessment Of(DateOnly due, DateOnly working, DateOnly done) =>
        done <= due ? Assessment.InTime : done <= working ? Assessment.InTimeExtended : Assessment.Late;

    public static string Text(this Assessment assessment, bool chinese) => assessment switch
    {
        Assessment.InTime => chinese ? "按期办结" : "done in time",
        Assessment.InTimeExtended => chinese ? "按期办结(延期)" : "done in time (extended)",
        Assessment.Late => chinese ? "逾期办结" : "done late",
    };
}
