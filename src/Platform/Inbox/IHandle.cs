using Commerce.SharedKernel;

namespace Commerce.Platform.Inbox;

/// <summary>What a module does when a fact reaches it. Runs in a transaction of the module's own database, once per event.</summary>
/// <typeparam name="TEvent">A record of Contracts.</typeparam>
public interface IHandle<in TEvent>
{
    /// <summary>Takes the fact in. Adds to the context; the caller saves and commits.</summary>
    /// <returns>Done; or <see cref="Taken.Waits"/> when something it builds on hasn't come yet; or <see cref="Taken.Refused"/> when it must never count.</returns>
    Task<Taken> Handle(TEvent fact, EventContext context, CancellationToken ct);
}

/// <summary>What else is known of an event.</summary>
/// <param name="EventId">The same for every delivery of it.</param>
/// <param name="OccurredAt">UTC.</param>
public sealed record EventContext(Guid EventId, DateTimeOffset OccurredAt);

/// <summary>What became of an event at one consumer.</summary>
public sealed record Taken
{
    private Taken(bool waits, string? reason)
    {
        IsWaiting = waits;
        Reason = reason;
    }

    /// <summary>Taken in (or absorbed as known).</summary>
    public static Taken Done { get; } = new(false, null);

    /// <summary>Why it was parked; null when done.</summary>
    public string? Reason { get; }

    /// <summary>Parked, and tried again by itself.</summary>
    public bool IsWaiting { get; }

    /// <summary>Parked visibly and tried again by itself: what it builds on may still come.</summary>
    public static Taken Waits(string reason) => new(true, reason);

    /// <summary>Parked visibly until a person replays it.</summary>
    public static Taken Refused(string reason) => new(false, reason);
}
