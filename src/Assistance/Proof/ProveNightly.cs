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
    private const int Begins = 2;

    // A difference may be a message under way; one that has been for longer than this is said all the same. Parked ones go nowhere by themselves.
    private const int Patience = 3_600;

    public Task Run(CancellationToken ct) => Prove(() => backlog.Read(ct), ct);

    /// <summary>Does it once a night, knowing how to ask what is under way.</summary>
    internal async Task Prove(Func<Task<BacklogState>> read, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = now.DayInChina();
        if (now.ClockInChina().Hour < Begins || await db.NightlyProofs.AnyAsync(p => p.Day == day, ct))
        {
            return;
        }

        // What is under way first: what arrives between the two looks evens the sides out, not the other way round.
        var state = await read();
        var comparison = await Comparison.Of(db, ct);
        if (comparison.Compared == 0 || (comparison.Differences.Count > 0 && state.Pending > 0 && state.OldestSeconds < Patience))
        {
            return;
        }

        db.NightlyProofs.Add(new NightlyProof { Day = day, At = now, Compared = comparison.Compared, Differences = comparison.Differences.Count, UnderWay = state.Pending + state.Parked });
        await db.SaveChangesAsync(ct);
        AssistanceMeasures.Differences.Set(comparison.Differences.Count);
        foreach (var difference in comparison.Differences.Take(20))
        {
            log.LogError("The ledger and ordering differ: {Difference}", difference);
        }
    }
}
