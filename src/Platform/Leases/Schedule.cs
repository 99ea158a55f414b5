using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Platform.Leases;

/// <summary>Work that is due by the clock, such as closing what has reached its last day.</summary>
/// <remarks>One host does it at a time; it must bear being done twice.</remarks>
public interface IScheduledWork
{
    /// <summary>Looks at what is due and does it. Runs in a scope of its own.</summary>
    Task Run(CancellationToken ct);
}

/// <summary>A piece of scheduled work.</summary>
/// <param name="Work">What does it, an <see cref="IScheduledWork"/>.</param>
/// <param name="Every">How often it is looked at.</param>
public sealed record ScheduledEntry(Type Work, TimeSpan Every);

/// <summary>Has each piece of scheduled work done by one host at a time; should that host fall silent, another goes on.</summary>
internal sealed class Schedule(IReadOnlyList<ScheduledEntry> entries, IServiceScopeFactory scopes, WorkLeases leases, ILogger<Schedule> log) : BackgroundService
{
    private static readonly TimeSpan LeaseBeyond = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(entries.Select(e => Keep(e, stoppingToken)));

    private async Task Keep(ScheduledEntry entry, CancellationToken ct)
    {
        var name = entry.Work.FullName!;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await leases.Take(name, entry.Every + LeaseBeyond, ct))
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await ((IScheduledWork)scope.ServiceProvider.GetRequiredService(entry.Work)).Run(ct);
                }
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogError(e, "{Work} failed and is tried again", name);
            }

            await Task.Delay(entry.Every, ct);
        }
    }
}
