using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Catalog.ReadModel;

/// <summary>Looks every half second whether the catalogue has changed, here or on another host (decision 13). Two numbers are read; more only after a change.</summary>
internal sealed class FollowCatalogue(Catalogue catalogue, CatalogOptions options, TimeProvider clock, ILogger<FollowCatalogue> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.FollowMilliseconds), clock);
        do
        {
            try
            {
                await catalogue.CatchUp(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away or not migrated yet: what we have stays readable, and we look again.
                log.LogWarning(e, "The catalogue could not be read; the last one stays in use.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
