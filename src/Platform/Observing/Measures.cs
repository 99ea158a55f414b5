using System.Diagnostics.Metrics;

namespace Commerce.Platform.Observing;

/// <summary>What the house counts about itself: one meter, named Commerce, which any listener or exporter may read.</summary>
internal static class Measures
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Commerce";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "commerce_graphql_refused_total", description: "GraphQL requests that were refused before they were executed, by reason.");

    /// <summary>A request was refused.</summary>
    /// <param name="code">The code that the client saw; the tag has it in lower case.</param>
    public static void GraphRefused(string code) => Refused.Add(1, new KeyValuePair<string, object?>("reason", code.ToLowerInvariant()));
}
