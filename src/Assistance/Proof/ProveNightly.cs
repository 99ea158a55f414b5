using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Leases;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Assistance.Proof;

/// <summary>Every night from two o'clock on the ledger is held against what ordering states, and the outcome is kept. A difference is an alarm: in the log, in the
/// inboxes of those who keep the ledger, on the page and among the figures for machines.</summary>
internal sealed class ProveNightly(AssistanceDbContext db, Backlog backlog, TimeProvider clock, ILogger<ProveNightly> log) : IScheduledWork
{
    // Until then a difference may be a message under way; after that it is said all the same.
    private const int Begins = 2;
    private const int Insists = 5;

    public Task Run(CancellationToken ct) => Prove(
        async () =>
        {
            var state = await backlog.Read(ct);
            return state.Pending + state.Parked;
        },
        ct);

    /// <summary>Does it once a night, knowing how to ask what is under way.</summary>
    internal async Task Prove(Func<Task<int>> read, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (day, hour) = (now.DayInChina(), now.ToOffset(TimeSpan.FromHours(8)).Hour);
        if (hour < Begins || await db.NightlyProofs.AnyAsync(p => p.Day == day, ct))
        {
            return;
        }

        // What is under way first: what arrives between the two looks evens the sides out, not the other way round.
        var underWay = await read();
        var comparison = await Comparison.Of(db, ct);
        if (comparison.Differences.Count > 0 && underWay > 0 && hour < Insists)
        {
            return;
        }

        db.NightlyProofs.Add(new NightlyProof { Day = day, At = now, Compared = comparison.Compared, Differences = comparison.Differences.Count, UnderWay = underWay });
        await db.SaveChangesAsync(ct);
        AssistanceMeasures.Differences.Set(comparison.Differences.Count);
        foreach (var difference in comparison.Differences.Take(20))
        {
            log.LogError("The ledger and ordering differ: {Difference}", difference);
        }
    }
}
