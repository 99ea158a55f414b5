using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>Where a request for more time stands.</summary>
internal enum ExtensionState
{
    Requested,
    Approved,
    Refused,
}

/// <summary>A unit asks, before the day, for a later one (延期申请). The original day stays for the assessment.</summary>
internal sealed class Extension : IVersioned
{
    public const int ReasonLength = 1000;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid MilestoneId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid ListId { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly NewDueOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>How far it is by now.</summary>
    public required string Progress { get; init; }

    public required Guid RequestedById { get; init; }

    public required string RequestedByName { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public ExtensionState State { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>Somebody other than the requester decides.</summary>
    public void Decide(bool approved, Guid byId, string byName, string? comment, DateTimeOffset at)
    {
        State = approved ? ExtensionState.Approved : ExtensionState.Refused;
        DecidedById = byId;
        DecidedByName = byName;
        Comment = comment;
        DecidedAt = at;
    }
}
