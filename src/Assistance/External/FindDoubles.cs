using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Ordering;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.External;

/// <summary>Looks for what a record may be the double of, and for records that something new may be the double of.</summary>
internal sealed class FindDoubles(AssistanceDbContext db, AssistanceOptions options, TimeProvider clock)
{
    /// <summary>What fresh records resemble: records in force, acceptances and invoices of our own, and the fresh ones before them.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ExternalLikeness>>> Among(IReadOnlyList<ExternalPurchase> fresh, CancellationToken ct)
    {
        if (fresh.Count == 0)
        {
            return new Dictionary<Guid, IReadOnlyList<ExternalLikeness>>();
        }

        var others = await Others(fresh, ct);
        var found = new Dictionary<Guid, IReadOnlyList<ExternalLikeness>>();
        foreach (var record in fresh)
        {
            found[record.Id] = [.. others.Select(o => Likeness(record, o.Other, o.Order)).OfType<ExternalLikeness>().DistinctBy(l => (l.Of, l.OtherId))];
            others.Add((Resembled.From(record), record.OrderNumber));
        }

        return found;
    }

    /// <summary>Our own goods came, or our own invoice: records in force that resemble them are to be looked at.</summary>
    public async Task Question(IReadOnlyList<Resembled> arrived, CancellationToken ct)
    {
        var (first, last) = (arrived.Min(a => a.On).AddDays(-options.SimilarWithinDays), arrived.Max(a => a.On).AddDays(options.SimilarWithinDays));
        var (units, numbers) = (arrived.Select(a => a.UnitId).Distinct().ToList(), arrived.Select(a => a.InvoiceNumber).Where(n => n.Length > 0).Distinct().ToList());
        var records = await InForce().Where(p => (units.Contains(p.UnitId) && p.On >= first && p.On <= last) || numbers.Contains(p.InvoiceNumber))
            .Include(p => p.Likenesses).ToListAsync(ct);
        foreach (var record in records)
        {
            List<ExternalLikeness> likenesses =
            [
                .. arrived.Select(a => Likeness(record, a, "")).OfType<ExternalLikeness>().DistinctBy(l => (l.Of, l.OtherId))
                    .Where(l => !record.Likenesses.Any(k => k.Of == l.Of && k.OtherId == l.OtherId)),
            ];
            if (likenesses.Count > 0)
            {
                record.Resembles(likenesses, counted: record.InLedger);
            }
        }
    }

    /// <summary>An acceptance as it may have been recorded outside: line by line, by what one producer sold, and whole.</summary>
    public static IReadOnlyList<Resembled> Of(GoodsAccepted fact)
    {
        var on = fact.AcceptedAt.DayInChina();
        List<Part> parts = [.. fact.Lines.Select(l => new Part(l.VillageId ?? Guid.Empty, Doubles.KeyOf(l.ProducerName), Money.Of(l.Amount)))];
        return Sums(parts).Select(p => new Resembled(LikenessOf.Acceptance, fact.AcceptanceId, fact.Number, fact.CountsForUnitId, p.VillageId, p.SupplierKey, p.Amount, on, "")).ToList();
    }

    private IQueryable<ExternalPurchase> InForce() =>
        db.ExternalPurchases.Where(p => p.State == ExternalState.Held || p.State == ExternalState.Counted || p.State == ExternalState.Questioned);

    private async Task<List<(Resembled Other, string Order)>> Others(IReadOnlyList<ExternalPurchase> fresh, CancellationToken ct)
    {
        var (first, last) = (fresh.Min(p => p.On).AddDays(-options.SimilarWithinDays), fresh.Max(p => p.On).AddDays(options.SimilarWithinDays));
        var (units, numbers) = (fresh.Select(p => p.UnitId).Distinct().ToList(), fresh.Select(p => p.InvoiceNumber).Where(n => n.Length > 0).Distinct().ToList());
        var records = await InForce().AsNoTracking().Where(p => (units.Contains(p.UnitId) && p.On >= first && p.On <= last) || numbers.Contains(p.InvoiceNumber)).ToListAsync(ct);
        var invoices = await db.KnownInvoices.AsNoTracking().Where(i => (units.Contains(i.UnitId) && i.On >= first && i.On <= last) || numbers.Contains(i.Number)).ToListAsync(ct);
        return [.. records.Select(r => (Resembled.From(r), r.OrderNumber)), .. invoices.Select(i => (Resembled.From(i), "")), .. (await Accepted(units, first, last, ct)).Select(a => (a, ""))];
    }

    private async Task<IEnumerable<Resembled>> Accepted(List<Guid> units, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var (from, to) = (first.StartInChina(), last.AddDays(1).StartInChina());
        var rows = await db.LedgerEntries.AsNoTracking()
            .Where(e => e.SourceType == LedgerSources.AcceptanceLine && e.Kind == LedgerKind.Purchase && units.Contains(e.UnitId) && e.OccurredAt >= from && e.OccurredAt < to)
            .Select(e => new { e.SourceId, e.DocumentNumber, e.UnitId, e.VillageId, e.ProducerId, e.AmountFen, e.OccurredAt })
            .ToListAsync(ct);
        var producers = rows.Select(r => r.ProducerId).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => producers.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => Doubles.KeyOf(n.Name), ct);
        return rows.GroupBy(r => (r.SourceId, r.DocumentNumber, r.UnitId, On: r.OccurredAt.DayInChina())).SelectMany(g =>
            Sums([.. g.Select(r => new Part(r.VillageId, names.GetValueOrDefault(r.ProducerId, ""), Money.FromFen(r.AmountFen)))])
                .Select(p => new Resembled(LikenessOf.Acceptance, g.Key.SourceId, g.Key.DocumentNumber ?? "", g.Key.UnitId, p.VillageId, p.SupplierKey, p.Amount, g.Key.On, "")));
    }

    // A paper outside may name a line, what one seller brought, or all that came that day.
    private static IEnumerable<Part> Sums(List<Part> lines)
    {
        var bySeller = lines.GroupBy(l => (l.VillageId, l.SupplierKey)).Select(g => new Part(g.Key.VillageId, g.Key.SupplierKey, g.Sum(l => l.Amount))).ToList();
        var whole = lines.Sum(l => l.Amount);
        return lines.Concat(bySeller).Concat(bySeller.Select(s => s with { Amount = whole })).Distinct();
    }

    private ExternalLikeness? Likeness(ExternalPurchase record, Resembled other, string order) => Doubles.Between(record, other, order, options.SimilarWithinDays) is { } rule
        ? new()
        {
            Of = other.Of,
            OtherId = other.Id,
            OtherUnitId = other.UnitId,
            Rule = rule,
            Number = other.Number,
            On = other.On,
            Amount = other.Amount,
            FoundAt = LedgerEntry.Kept(clock.GetUtcNow()),
        }
        : null;

    private sealed record Part(Guid VillageId, string SupplierKey, Money Amount);
}
