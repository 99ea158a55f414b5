using Commerce.Platform.Observing;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
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
            telemetry.WithTracing(t => t.AddSource(Measures.Name, "MassTransit", "Npgsql").AddAspNetCoreInstrumentation(Request)).WithLogging().UseOtlpExporter();
        }
    }

    public static void Map(WebApplication app) => app.MapPrometheusScrapingEndpoint(Path).RequireAuthorization(MetricsDoor.Policy);

    private static void Request(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = IsTraced;

        // What stands behind the question mark is what people typed, names included.
        options.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
    }

    private static bool IsTraced(HttpContext http) => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) && http.Request.Path != Path;
}
