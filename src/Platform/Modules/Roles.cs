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

    /// <summary>All of it.</summary>
    All = Web | Consumers | Outbox,
}
