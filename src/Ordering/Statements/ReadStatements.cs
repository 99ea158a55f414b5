using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Statements;

/// <summary>What an address asks the list of statements for; what can't be read asks for nothing.</summary>
/// <param name="Month">Such as 2026-06.</param>
/// <param name="Unit">A unit's id, paying or supplying.</param>
/// <param name="Owed">true: money is outstanding; false: none is.</param>
internal sealed record StatementQuestion(string? Month, string? Unit, string? Owed)
{
    public StatementFilter Filter => new(
        Guid.TryParse(Unit, out var unit) ? [unit] : null,
        SharedKernel.Month.TryParse(Month, out var month) ? month : null,
        Owed switch { "true" => true, "false" => false, _ => null });

    /// <summary>The same question as a query string, for a link to its export.</summary>
    public string Query => string.Join('&', new (string Name, string? Value)[] { ("month", Month), ("unit", Unit), ("owed", Owed) }
        .Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
}

/// <summary>A row of the list of statements.</summary>
internal sealed record StatementRow(Statement Statement, string Unit, string Supplier);

/// <summary>Rows, and the serial behind which the next ones start; null at the end.</summary>
internal sealed record StatementRows(IReadOnlyList<StatementRow> Rows, long? Next);

/// <summary>The total row.</summary>
internal sealed record StatementSums(int Count, Money Amount, Money Invoiced, Money Paid);

/// <summary>A statement with everything that hangs on it, and what the reader may do.</summary>
internal sealed record StatementSheet(
    Statement Statement, string Unit, string Supplier, IReadOnlyList<DueItem> Due, IReadOnlyList<Invoice> Invoices, IReadOnlyList<Payment> Payments,
    StatementSide? Confirms, bool Registers, bool Pays, DateOnly Today)
{
    /// <summary>Whose turn it is among the differences: those that the reader's side has to answer.</summary>
    public bool MayAnswer(StatementDifference difference) => difference.AnsweredAt is null && Confirms is { } side && side != difference.Side;

    /// <summary>What the lines come to by purpose: each has its own fund.</summary>
    public IReadOnlyList<(PurchasePurpose Purpose, Money Amount)> ByPurpose =>
        [.. Statement.Lines.GroupBy(l => l.Purpose).OrderBy(g => g.Key).Select(g => (g.Key, Money.FromFen(g.Sum(l => l.AmountFen))))];
}

/// <summary>Reads statements for pages.</summary>
internal sealed class ReadStatements(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    public async Task<StatementRows> List(StatementFilter filter, long? below, int most, CancellationToken ct)
    {
        var matching = Fitting(filter);
        var found = await (below is null ? matching : matching.Where(s => s.Serial < below)).OrderByDescending(s => s.Serial).Take(most + 1).ToListAsync(ct);
        var shown = found.Take(most).ToList();
        var names = await Names(shown.SelectMany(s => new[] { s.UnitId, s.SupplyUnitId }), ct);
        return new([.. shown.Select(s => new StatementRow(s, names(s.UnitId), names(s.SupplyUnitId)))], found.Count > most ? shown[^1].Serial : null);
    }

    public async Task<StatementSums> Sums(StatementFilter filter, CancellationToken ct)
    {
        var sums = await Fitting(filter).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Amount = g.Sum(s => s.AmountFen), Invoiced = g.Sum(s => s.InvoicedFen), Paid = g.Sum(s => s.PaidFen) }).SingleOrDefaultAsync(ct);
        return new(sums?.Count ?? 0, Money.FromFen(sums?.Amount ?? 0), Money.FromFen(sums?.Invoiced ?? 0), Money.FromFen(sums?.Paid ?? 0));
    }

    /// <summary>The months that there are statements of, the newest first.</summary>
    public Task<List<Month>> Months(CancellationToken ct) =>
        db.Statements.AsNoTracking().VisibleTo(actor).Select(s => s.Month).Distinct().OrderByDescending(m => m).Take(24).ToListAsync(ct);

    /// <summary>The units that have statements.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Units(CancellationToken ct) =>
        [.. (await db.Units.AsNoTracking().Where(u => db.Statements.VisibleTo(actor).Any(s => s.UnitId == u.Id)).Select(u => new { u.Id, u.Name }).ToListAsync(ct))
            .OrderBy(u => u.Name, StringComparer.Ordinal).Select(u => (u.Id, u.Name))];

    /// <summary>One statement by its number; null when there is none, or it isn't the reader's to see.</summary>
    public async Task<StatementSheet?> Sheet(string number, CancellationToken ct)
    {
        if (await db.Statements.AsNoTracking().VisibleTo(actor).Include(s => s.Lines.OrderBy(l => l.Position)).Include(s => s.Differences).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Number == number, ct) is not { } statement)
        {
            return null;
        }

        var names = await Names([statement.UnitId, statement.SupplyUnitId], ct);
        return new(
            statement, names(statement.UnitId), names(statement.SupplyUnitId), Payables.Of(statement),
            await db.Invoices.AsNoTracking().Where(i => i.StatementId == statement.Id).OrderBy(i => i.Serial).ToListAsync(ct),
            await db.Payments.AsNoTracking().Where(p => p.StatementId == statement.Id).OrderBy(p => p.Number).ToListAsync(ct),
            actor.SideOf(Capability.StatementConfirm, statement),
            actor.SideOf(Capability.InvoiceWrite, statement) is not null,
            actor.Can(Capability.PaymentWrite, statement.UnitId),
            clock.GetUtcNow().DayInChina());
    }

    /// <summary>Blue invoices of the same unit and supplier, for a red one to take back.</summary>
    public Task<List<Invoice>> BlueInvoices(Statement statement, CancellationToken ct) =>
        db.Invoices.AsNoTracking().Where(i => i.CorrectsId == null && db.Statements.VisibleTo(actor).Any(s => s.Id == i.StatementId && s.UnitId == statement.UnitId && s.SupplyUnitId == statement.SupplyUnitId))
            .OrderByDescending(i => i.Serial).Take(100).ToListAsync(ct);

    private IQueryable<Statement> Fitting(StatementFilter filter) => db.Statements.AsNoTracking().VisibleTo(actor).Matching(filter);

    private async Task<Func<Guid, string>> Names(IEnumerable<Guid> units, CancellationToken ct)
    {
        Guid[] ids = [.. units.Distinct()];
        var names = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return id => names.GetValueOrDefault(id, "");
    }
}
