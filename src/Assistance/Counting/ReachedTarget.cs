using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Assistance;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Counting;

/// <summary>Appends rows, and says when a unit's purchases reach its guide figure with them.</summary>
internal static class ReachedTarget
{
    public static async Task AppendAndSay(
        this AssistanceDbContext db, LedgerHead head, IReadOnlyList<LedgerEntry> entries, Demonstration demonstration, DateTimeOffset now, CancellationToken ct)
    {
        // The year is that of the month it counts in, which may lie after its own.
        var parts = entries.GroupBy(e => (Year: e.MonthNumber / 100, e.UnitId)).ToList();
        var before = new Dictionary<(int, Guid), Money>();
        foreach (var year in parts.GroupBy(p => p.Key.Year))
        {
            foreach (var (unit, money) in await db.Achieved(year.Key, [.. year.Select(p => p.Key.UnitId)], demonstration, ct))
            {
                before[(year.Key, unit)] = money;
            }
        }

        await db.Append(head, entries, ct);
        foreach (var part in parts)
        {
            var had = before.GetValueOrDefault(part.Key);
            var counted = Money.FromFen(part.Where(e => (demonstration.On || !e.Sample) && CommitmentQueries.CountsForGuide(e) && !e.CrossesYear).Sum(e => e.AmountFen));
            await SayWhenReached(db, part.Key.Year, part.Key.UnitId, had, had + counted, now, ct);
        }
    }

    // A unit that buys takes part in the year, with a guide figure or without.
    private static async Task SayWhenReached(AssistanceDbContext db, int year, Guid unitId, Money before, Money after, DateTimeOffset now, CancellationToken ct)
    {
        var commitment = await db.CommitmentOf(year, unitId, now, ct);
        if (commitment.Target is not { } target || before >= target || after < target)
        {
            return;
        }

        // Said once per figure. No new version: the office's figure is the same as before.
        var first = await db.Commitments.Where(c => c.Id == commitment.Id && c.Version == commitment.Version && c.ReachedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.ReachedAt, now), ct);
        if (first == 1)
        {
            db.Publish(new TargetReached(commitment.Id, year, unitId, target.Amount, after.Amount), now);
        }
    }
}
