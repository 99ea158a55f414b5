using Commerce.Assistance.Data;
using Commerce.Contracts.Assistance;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Counting;

/// <summary>Goods that two people signed for enter the ledger, once for ever.</summary>
internal sealed class CountPurchase(AssistanceDbContext db, Demonstration demonstration, TimeProvider clock) : IHandle<GoodsAccepted>
{
    public async Task<Taken> Handle(GoodsAccepted fact, EventContext context, CancellationToken ct)
    {
        var head = await db.TakeHead(ct);
        var (taken, entries) = await new Tally(db, clock).Judge(CountedDocument.Of(fact), context, ct);
        if (entries.Count == 0)
        {
            return taken;
        }

        var year = entries[0].MonthNumber / 100; // Of the month it counts in, which may lie after its own.
        var before = (await db.Achieved(year, [fact.CountsForUnitId], demonstration, ct)).GetValueOrDefault(fact.CountsForUnitId);
        await db.Remember(CountedDocument.Of(fact).Names, context.OccurredAt, ct);
        await db.Append(head, entries, ct);
        var counted = Money.FromFen(entries.Where(e => (demonstration.On || !e.Sample) && CommitmentQueries.OwnPurposes.Contains(e.Purpose) && !e.CrossesYear).Sum(e => e.AmountFen));
        await SayWhenReached(year, fact.CountsForUnitId, before, before + counted, ct);
        return Taken.Done;
    }

    // A unit that buys takes part in the year, with a guide figure or without.
    private async Task SayWhenReached(int year, Guid unitId, Money before, Money after, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
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
