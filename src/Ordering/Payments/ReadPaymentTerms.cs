using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Payments;

/// <summary>A term of a contract, with the names of its sides.</summary>
/// <param name="Term">Days, start, contract, from when.</param>
/// <param name="Unit">Who pays.</param>
/// <param name="Supplier">Who is paid.</param>
/// <param name="Holds">It is the one that holds today; the others held before.</param>
internal sealed record TermRow(PaymentTerm Term, string Unit, string Supplier, bool Holds);

/// <summary>A unit to choose.</summary>
internal sealed record NamedUnit(Guid Id, string Name);

/// <summary>The contract terms that somebody may see, and between whom one may be recorded.</summary>
/// <param name="Rows">By payer and supplier, the newest first.</param>
/// <param name="Payers">The units for which the reader may record one; empty for mere readers.</param>
/// <param name="Suppliers">Who supplies.</param>
/// <param name="UsualDays">Where no contract says otherwise, from acceptance.</param>
internal sealed record PaymentTerms(IReadOnlyList<TermRow> Rows, IReadOnlyList<NamedUnit> Payers, IReadOnlyList<NamedUnit> Suppliers, int UsualDays);

/// <summary>Reads the terms of contracts: the two sides see theirs.</summary>
internal sealed class ReadPaymentTerms(OrderingDbContext db, Actor actor, TimeProvider clock, OrderingOptions options)
{
    public async Task<PaymentTerms> Read(CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        Guid[] seen = [.. actor.UnitsWhere(Capability.OrderRead)];
        Guid[] pays = [.. actor.UnitsWhere(Capability.PaymentWrite)];
        var terms = await db.PaymentTerms.AsNoTracking().Where(t => seen.Contains(t.UnitId) || seen.Contains(t.SupplyUnitId)).ToListAsync(ct);
        var supply = await db.Offers.Select(o => o.SupplyUnitId).Distinct().ToListAsync(ct);
        Guid[] named = [.. terms.SelectMany(t => new[] { t.UnitId, t.SupplyUnitId }).Concat(pays).Concat(supply).Distinct()];
        var units = (await db.Units.AsNoTracking().Where(u => named.Contains(u.Id)).ToListAsync(ct)).OrderBy(u => u.Name, StringComparer.Ordinal).ToList();
        var names = units.ToDictionary(u => u.Id, u => u.Name);
        var rows =
            from pair in terms.GroupBy(t => (t.UnitId, t.SupplyUnitId))
            let holds = pair.Where(t => t.ValidFrom <= today).MaxBy(t => t.ValidFrom)
            from term in pair
            let row = new TermRow(term, names.GetValueOrDefault(term.UnitId, ""), names.GetValueOrDefault(term.SupplyUnitId, ""), term == holds)
            orderby row.Unit, row.Supplier, term.ValidFrom descending
            select row;
        return new(
            [.. rows],
            [.. units.Where(u => pays.Contains(u.Id) && u.HoldsOn(today)).Select(u => new NamedUnit(u.Id, u.Name))],
            [.. units.Where(u => supply.Contains(u.Id) && u.HoldsOn(today)).Select(u => new NamedUnit(u.Id, u.Name))],
            options.PaymentTermDays);
    }
}
