namespace Commerce.TaskList.Search;

/// <summary>What was found.</summary>
internal enum TaskHitKind
{
    Task,
    Measure,
    Report,

    /// <summary>By the name of a file.</summary>
    Evidence,
    Project,

    /// <summary>督办函.</summary>
    Letter,

    /// <summary>情况通报.</summary>
    Circular,

    /// <summary>问题整改.</summary>
    Problem,

    /// <summary>调度.</summary>
    Round,

    /// <summary>A figure that was typed, by where it stands written.</summary>
    Figure,

    /// <summary>检查.</summary>
    Inspection,

    /// <summary>专项整治.</summary>
    SpecialAction,
}

/// <summary>Something of the task list that contains the words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called, in the reader's language.</param>
/// <param name="Excerpt">The words around the place.</param>
/// <param name="Path">Its page.</param>
internal sealed record TaskHit(TaskHitKind Kind, string Title, string Excerpt, string Path);

/// <summary>What was found, as far as it is shown.</summary>
/// <param name="Shown">At most <see cref="FindInTasks.Most"/>.</param>
/// <param name="More">There is more than that: the words are too short.</param>
internal sealed record TaskHits(IReadOnlyList<TaskHit> Shown, bool More);
