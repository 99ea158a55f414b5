namespace Commerce.Pages.Tests;

/// <summary>The real clock, moved: time goes on by itself, and a test may set the day.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private TimeSpan shift;

    /// <summary>Goes on from this instant.</summary>
    public void Set(DateTimeOffset now) => shift = now - System.GetUtcNow();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
