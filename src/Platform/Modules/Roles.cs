namespace Commerce.Platform.Modules;

/// <summary>What a process does; by default everything.</summary>
[Flags]
public enum Roles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Pages and the API.</summary>
    Web = 1,

    /// <summary>Takes events in.</summary>
    Consumers = 2,

    /// <summary>Hands stored events to the bus.</summary>
    Outbox = 4,

    /// <summary>The public catalogue alone, for screens and for everybody: no accounts, no pages of the house, nothing is written. Never together with another.</summary>
    Catalogue = 8,

    /// <summary>All of it; what a catalogue host shows is part of what Web serves.</summary>
    All = Web | Consumers | Outbox,
}

/// <summary>What this process is.</summary>
/// <param name="Roles">As it was started.</param>
public sealed record ThisHost(Roles Roles)
{
    /// <summary>True where the public catalogue is served alone.</summary>
    public bool WritesNothing => Roles.HasFlag(Roles.Catalogue);
}
