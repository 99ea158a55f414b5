using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>How the standing of a measure is known.</summary>
internal enum MeasureKind
{
    /// <summary>Text, date and file; never a percentage.</summary>
    TextOnly,

    /// <summary>A figure that a unit types, with evidence; shown as reported.</summary>
    Figure,

    /// <summary>Acts of this system, counted: rounds, circulars, letters, problems.</summary>
    DoneHere,

    /// <summary>The platform reckons it from purchases and points of sale; nobody can type over it.</summary>
    Computed,
}

/// <summary>The kinds, for people.</summary>
internal static class MeasureKinds
{
    public static string Text(this MeasureKind kind, bool chinese) => kind switch
    {
        MeasureKind.TextOnly => chinese ? "文字说明" : "text, date and file",
        MeasureKind.Figure => chinese ? "填报数据" : "typed figure",
        MeasureKind.DoneHere => chinese ? "办理计数" : "acts counted",
        MeasureKind.Computed => chinese ? "系统计算" : "reckoned by the platform",
    };
}

/// <summary>Where a measure stands.</summary>
internal enum MeasureState
{
    Open,

    /// <summary>办结: a responsible unit says that it is done; a reviewer hasn't closed it yet.</summary>
    SaidDone,

    /// <summary>销号: a reviewer closed it.</summary>
    Closed,
}

/// <summary>One of a task's measures (主要落实措施).</summary>
internal sealed class Measure : IVersioned
{
    public const int TextLength = 4000;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid TaskId { get; set; }

    public required Guid ListId { get; init; }

    /// <summary>1 to 54, over the whole list.</summary>
    public required int Number { get; init; }

    /// <summary>As printed, never mended.</summary>
    public required string Text { get; set; }

    /// <summary>What the text should say, when it has slips.</summary>
    public string? CorrectedText { get; set; }

    /// <summary>The sub-heading it stands under (四个续建项目).</summary>
    public string? Group { get; set; }

    public required MeasureKind Kind { get; set; }

    public MeasureState State { get; private set; }

    /// <summary>The day on which it was done, as the unit says.</summary>
    public DateOnly? DoneOn { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>A unit that answers for it says that it is done.</summary>
    public void SayDone(DateOnly day)
    {
        State = MeasureState.SaidDone;
        DoneOn = day;
    }

    /// <summary>What the unit said didn't convince: open again.</summary>
    public void BackToOpen()
    {
        State = MeasureState.Open;
        DoneOn = null;
    }

    /// <summary>The reviewer closes it.</summary>
    public void Close() => State = MeasureState.Closed;
}
