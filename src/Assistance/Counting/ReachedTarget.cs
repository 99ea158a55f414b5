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
        var rules = await db.Rules(ct);
        var before = new Dictionary<int, List<OwnPurchase>>();
        foreach (var year in parts.GroupBy(p => p.Key.Year))
        {
            before[year.Key] = await db.OwnPurchases(year.Key, [.. year.Select(p => p.Key.UnitId)], demonstration, ct, rules: rules);
        }

        await db.Append(head, entries, ct);
        foreach (var part in parts)
        {
            var counted = part.Where(e => (demonstration.On || !e.Sample) && !e.CrossesYear && Counts(rules.In(CountedFigure.OwnGuide, e.MonthNumber), e))
                .Select(e => new OwnPurchase(e.UnitId, e.VillageId, e.Purpose, e.AmountFen)).ToList();
            await SayWhenReached(db, part.Key.Year, part.Key.UnitId, before[part.Key.Year], counted, now, ct);
        }
    }

    /// <summary>Keeps what was ordered or paid; where that is what counts, says when a unit reaches its guide figure with it.</summary>
    public static async Task KeepAndSay(this AssistanceDbContext db, IReadOnlyList<Flow> flows, Demonstration demonstration, DateTimeOffset now, CancellationToken ct)
    {
        var rules = await db.Rules(ct);
        var counted = flows.Where(f => (demonstration.On || !f.Sample) && rules.In(CountedFigure.OwnGuide, f.MonthNumber) is var rule
            && rule.Basis == (f.Kind == FlowKind.Ordered ? CountingBasis.Ordered : CountingBasis.Paid) && rule.Counts(f)).ToList();
        var parts = counted.GroupBy(f => (Year: f.MonthNumber / 100, f.UnitId)).ToList();
        var before = new Dictionary<(int, Guid), List<OwnPurchase>>();
        foreach (var part in parts)
        {
            before[part.Key] = await db.OwnPurchases(part.Key.Year, [part.Key.UnitId], demonstration, ct, rules: rules);
        }

        db.Flows.AddRange(flows);
        foreach (var part in parts)
        {
            await SayWhenReached(
                db, part.Key.Year, part.Key.UnitId, before[part.Key], [.. part.Select(f => new OwnPurchase(f.UnitId, f.VillageId, f.Purpose, f.AmountFen))], now, ct);
        }
    }

    // By order or payment, an accepted row isn't what counts; what people typed or recorded is, on any basis.
    private static bool Counts(FigureRule rule, LedgerEntry e) =>
        rule.Counts(e) && (rule.Basis == CountingBasis.Accepted || e.IsTyped);

    // A unit that buys takes part in the year, with a guide figure or without.
    private static async Task SayWhenReached(
        AssistanceDbContext db, int year, Guid unitId, List<OwnPurchase> before, List<OwnPurchase> counted, DateTimeOffset now, CancellationToken ct)
    {
        await db.CommitmentOf(year, unitId, now, ct);
        var figures = await db.Commitments.AsNoTracking().Include(c => c.Versions)
            .Where(c => c.Year == year && c.UnitId == unitId && c.Scope == CommitmentScope.OwnGuide && c.Target != null).ToListAsync(ct);
        foreach (var figure in figures)
        {
            var (had, has) = (before.Of(figure), before.Of(figure) + counted.Of(figure));
            if (figure.TargetOn(now.DayInChina()) is not { } target || had >= target || has < target)
            {
                continue;
            }

            // Said once per figure. No new version: the office's figure is the same as before.
            var first = await db.Commitments.Where(c => c.Id == figure.Id && c.Version == figure.Version && c.ReachedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.ReachedAt, now), ct);
            if (first == 1)
            {
                db.Publish(new TargetReached(figure.Id, year, unitId, target.Amount, has.Amount, figure.VillageId == Guid.Empty ? null : figure.VillageId, figure.PurposeSpelled), now);
            }
        }
    }
}
