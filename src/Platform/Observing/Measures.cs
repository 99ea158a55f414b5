using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Commerce.Platform.Observing;

/// <summary>What the program counts about itself: one meter and one source of traces, both named Commerce, which any listener or exporter may read.</summary>
public static class Measures
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "Commerce";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "commerce_graphql_refused_total", description: "GraphQL requests that were refused before they were executed, by reason.");

    internal static ActivitySource Traces { get; } = new(Name);

    /// <summary>A count that shows from the start, at zero.</summary>
    /// <param name="name">As it is exported, ending in _total.</param>
    /// <param name="description">What one more means.</param>
    public static Counted Count(string name, string description) => new(Meter, name, description);

    /// <summary>A figure that goes up and down; it shows from the first time that it is known.</summary>
    /// <param name="name">As it is exported.</param>
    /// <param name="description">What it means.</param>
    public static Gauged Gauge(string name, string description) => new(Meter, name, description);

    /// <summary>A request was refused.</summary>
    /// <param name="code">The code that the client saw; the tag has it in lower case.</param>
    internal static void GraphRefused(string code) => Refused.Add(1, new KeyValuePair<string, object?>("reason", code.ToLowerInvariant()));
}

/// <summary>How often something happened in this process.</summary>
public sealed class Counted
{
    private long count;

    internal Counted(Meter meter, string name, string description)
    {
        Name = name;
        _ = meter.CreateObservableCounter(name, () => Interlocked.Read(ref count), description: description);
    }

    /// <summary>As it is exported.</summary>
    public string Name { get; }

    /// <summary>It happened; say so after the commit, see ModuleDbContext.AfterCommit.</summary>
    public void Add(long more) => Interlocked.Add(ref count, more);
}

/// <summary>How things stood when this process looked last.</summary>
public sealed class Gauged
{
    private const long Unknown = long.MinValue;
    private long value = Unknown;

    internal Gauged(Meter meter, string name, string description) =>
        _ = meter.CreateObservableGauge(name, () => Interlocked.Read(ref value) is var known and not Unknown ? [new Measurement<long>(known)] : Array.Empty<Measurement<long>>(), description: description);

    /// <summary>So it stands now.</summary>
    public void Set(long now) => Interlocked.Exchange(ref value, now);
}
