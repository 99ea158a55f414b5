using System.Reflection;

namespace Commerce.Ui;

/// <summary>The assemblies whose pages the house shows; the host names them at start.</summary>
public static class Rooms
{
    /// <summary>Assemblies with pages.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; set; } = [];

    /// <summary>True while sample data and sample accounts are shown; pages then say so.</summary>
    public static bool Demonstration { get; set; }
}
