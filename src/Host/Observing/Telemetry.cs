using Commerce.Platform.Observing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Commerce.Host.Observing;

/// <summary>Metrics at /metrics; with the standard OTEL_EXPORTER_OTLP_ENDPOINT set, traces, metrics and logs go to a collector as well.</summary>
internal static class Telemetry
{
    private const string Path = "/metrics";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // The meters are named one by one: the page framework's own makes a histogram per component.
    private static readonly string[] Meters = [Measures.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    public static void Add(WebApplicationBuilder builder)
    {
        var door = MetricsDoor.Read(builder.Configuration);
        builder.Services.AddAuthorizationBuilder().AddPolicy(MetricsDoor.Policy, p => p.RequireAssertion(c => c.Resource is HttpContext http && door.Lets(http)));
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("commerce", serviceVersion: Backups.Backup.Version))
            .WithMetrics(m => m.AddMeter(Meters).AddPrometheusExporter());
        if (builder.Configuration[Collector] is { Length: > 0 })
        {
            // The tracing of requests leaves out what a query string says; so does ours of GraphQL.
            telemetry.WithTracing(t => t.AddSource(Measures.Name, "MassTransit", "Npgsql").AddAspNetCoreInstrumentation(o => o.Filter = IsTraced)).WithLogging().UseOtlpExporter();
        }
    }

    public static void Map(WebApplication app) => app.MapPrometheusScrapingEndpoint(Path).RequireAuthorization(MetricsDoor.Policy);

    private static bool IsTraced(HttpContext http) => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) && http.Request.Path != Path;
}
