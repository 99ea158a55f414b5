using System.Diagnostics.Metrics;
using Commerce.Platform.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Platform.Observing;

/// <summary>Looks every few seconds at what is under way between the modules, so that reading the metrics costs no statement.</summary>
internal sealed class BacklogGauges : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly Meter meter = new(Measures.Name);
    private readonly IServiceScopeFactory scopes;
    private readonly ILogger<BacklogGauges> log;
    private volatile BacklogState? seen;

    public BacklogGauges(IServiceScopeFactory scopes, ILogger<BacklogGauges> log)
    {
        this.scopes = scopes;
        this.log = log;
        meter.CreateObservableGauge("commerce_outbox_pending", () => Of(s => s.Pending), description: "Events stored and not yet taken in by everybody, in the whole system.");
        meter.CreateObservableGauge("commerce_outbox_oldest_seconds", () => Of(s => s.OldestSeconds), description: "Age of the oldest of them.");
        meter.CreateObservableGauge("commerce_events_parked", () => Of(s => s.Parked), description: "Events that a module couldn't take in and that wait in sight.");
    }

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                seen = await scope.ServiceProvider.GetRequiredService<Backlog>().Read(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // No figure is better than an old one.
                seen = null;
                log.LogWarning(e, "The backlog can't be read now; its metrics are left out");
            }

            await Task.Delay(Interval, stoppingToken);
        }
    }

    private IEnumerable<Measurement<int>> Of(Func<BacklogState, int> figure) => seen is { } state ? [new(figure(state))] : [];
}
