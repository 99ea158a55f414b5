using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>A year's list of official tasks (重点任务清单).</summary>
internal sealed class OfficialList : IVersioned
{
    public const int TitleLength = 200;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required int Year { get; init; }

    public required string Title { get; set; }

    /// <summary>The file's name, as it was given to us.</summary>
    public required string Source { get; set; }

    /// <summary>When the list was last saved from a document, UTC.</summary>
    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Tasks and measures that the last saving brought in.</summary>
    public int LastNew { get; set; }

    /// <summary>Tasks and measures that the last saving found to say something else.</summary>
    public int LastChanged { get; set; }

    /// <summary>Tasks and measures that the last saving no longer found.</summary>
    public int LastWithdrawn { get; set; }

    /// <summary>示例数据.</summary>
    public bool Sample { get; init; }
}

/// <summary>A section of a list (一、二、…).</summary>
internal sealed class ListSection
{
    public required Guid Id { get; init; }

    public required Guid ListId { get; init; }

    public required int Number { get; init; }

    /// <summary>As printed.</summary>
    public required string Title { get; set; }
}
