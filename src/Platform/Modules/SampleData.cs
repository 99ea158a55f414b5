using Commerce.Platform.Faults;
using Commerce.Platform.Leases;
using Commerce.Platform.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Modules;

/// <summary>Loads the modules' sample data step by step; each step starts when the events of the one before have reached everybody.</summary>
public static class SampleData
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Long enough for a step; a host that dies in the middle is followed by the next one after this time.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Loads what isn't there yet; one host at a time.</summary>
    /// <exception cref="TimeoutException">Events of a step didn't arrive.</exception>
    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var leases = services.GetRequiredService<WorkLeases>();
        var steps = services.GetRequiredService<IReadOnlyList<SampleStep>>();

        // A version with more steps is another piece of work.
        var work = $"sample-data {string.Join(',', steps.Select(s => s.Order))}";
        while (!await leases.Take(work, Lease, ct))
        {
            // Loaded before: whatever is on its way by now is no concern of ours, and nobody waits for it.
            if (await leases.IsFinished(work, ct))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }

        foreach (var step in steps)
        {
            await using (var scope = services.CreateAsyncScope())
            {
                await step.Load(scope.ServiceProvider, ct);
                Failpoint.Reach("sample.loaded");
            }

            services.GetRequiredService<OutboxBell>().Ring();
            await UntilArrived(services, ct);
            await leases.Take(work, Lease, ct);
        }

        await leases.Finish(work, ct);
    }

    private static async Task UntilArrived(IServiceProvider services, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            var state = await scope.ServiceProvider.GetRequiredService<Backlog>().Read(ct);
            if (state.Pending == 0)
            {
                return;
            }

            try
            {
                await Task.Delay(20, limit.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw new TimeoutException($"{state.Pending} events of the sample data didn't arrive within {Patience.TotalMinutes} minutes.");
            }
        }
    }
}
