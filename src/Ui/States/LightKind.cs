namespace Commerce.Ui.States;

/// <summary>What a light says.</summary>
public enum LightKind
{
    /// <summary>Done, or as it should be.</summary>
    Done,

    /// <summary>Nothing to say.</summary>
    Quiet,

    /// <summary>To be known (blue).</summary>
    Information,

    /// <summary>The day is near (amber).</summary>
    Near,

    /// <summary>The day has passed (red).</summary>
    Overdue,
}
