namespace Commerce.TaskList.Domain;

/// <summary>The acts of supervision that are done here.</summary>
internal enum CountedKind
{
    /// <summary>调度: a round was held.</summary>
    Round,

    /// <summary>情况通报: a circular was issued.</summary>
    Circular,

    /// <summary>督办函: a supervision letter was issued.</summary>
    Letter,

    /// <summary>问题: a problem was put on the list.</summary>
    Problem,

    /// <summary>整改: a problem got its measures, department, person and limit.</summary>
    Rectification,

    /// <summary>总结: what was learnt was summed up and filed.</summary>
    Summary,
}

/// <summary>The kinds, for people.</summary>
internal static class CountedKinds
{
    public static string Text(this CountedKind kind, bool chinese) => kind switch
    {
        CountedKind.Round => chinese ? "调度" : "round",
        CountedKind.Circular => chinese ? "情况通报" : "circular",
        CountedKind.Letter => chinese ? "督办函" : "supervision letter",
        CountedKind.Problem => chinese ? "问题登记" : "problem recorded",
        CountedKind.Rectification => chinese ? "整改方案" : "rectification planned",
        CountedKind.Summary => chinese ? "总结" : "summary",
    };
}

/// <summary>An act done here, as counted for a measure that asks for such acts (decision 36). Written in the act's own transaction, once per measure and source. It stands for good: what is wrong with it is put right by another act.</summary>
internal sealed class CountedAct
{
    public long Position { get; init; }

    public required Guid ListId { get; init; }

    public required Guid MeasureId { get; init; }

    /// <summary>The round, circular, letter, problem or summary.</summary>
    public required Guid SourceId { get; init; }

    public required CountedKind Kind { get; init; }

    /// <summary>What everybody who reads the list may see of it: a number or a title, no content.</summary>
    public required string Title { get; init; }

    /// <summary>The day on which it was done, in China.</summary>
    public required DateOnly On { get; init; }
}
