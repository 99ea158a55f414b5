using Commerce.Platform.Databases;

namespace Commerce.Organisations.Domain;

/// <summary>What is asked about a person's data.</summary>
internal enum PersonRequestKind
{
    /// <summary>A copy of them, taken by an administrator for the person.</summary>
    Copy,

    /// <summary>That the name be taken out of everything.</summary>
    Erasure,
}

/// <summary>How far it is.</summary>
internal enum PersonRequestState
{
    /// <summary>Waits for a second administrator.</summary>
    Open,

    /// <summary>Done, or agreed to.</summary>
    Done,

    /// <summary>Not agreed to, or taken back.</summary>
    Declined,
}

/// <summary>个人信息申请: who asked for a person's data or for their erasure, why, and who agreed. Kept for ever; names the person by id only.</summary>
internal sealed class PersonRequest : IVersioned
{
    public const int LongestReason = 400;

    public required Guid Id { get; init; }

    /// <summary>Whose data.</summary>
    public required Guid PersonId { get; init; }

    public required PersonRequestKind Kind { get; init; }

    public required string Reason { get; init; }

    public required Guid AskedById { get; init; }

    public required string AskedByName { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public PersonRequestState State { get; set; }

    public Guid? DecidedById { get; set; }

    public string? DecidedByName { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What the second person said.</summary>
    public string? Answer { get; set; }

    /// <summary>What stands in place of the name since then.</summary>
    public string? Label { get; set; }

    /// <summary>Where the name stood in somebody's own words, and still does: module.table.column and how many rows, one per line.</summary>
    public string? KeptIn { get; set; }

    public int Version { get; set; }
}
