using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Queries that statements, invoices and payments share.</summary>
internal static class Settling
{
    /// <summary>The statements of one's units, and those of what one supplies.</summary>
    public static IQueryable<Statement> VisibleTo(this IQueryable<Statement> statements, Actor actor)
    {
        Guid[] read = [.. actor.UnitsWhere(Capability.OrderRead)];
        Guid[] supply = [.. actor.UnitsWhere(Capability.OrderSupply)];
        return statements.Where(s => read.Contains(s.UnitId) || supply.Contains(s.SupplyUnitId));
    }

    /// <summary>A statement that one may see, with its lines and differences.</summary>
    public static Task<Statement?> StatementFor(this OrderingDbContext db, Actor actor, Guid id, CancellationToken ct) => db.Statements.VisibleTo(actor)
        .Include(s => s.Lines.OrderBy(l => l.Position)).Include(s => s.Differences).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, ct);

    /// <summary>For which side one may do it; null for neither. Who may for both speaks for the unit they belong to.</summary>
    public static StatementSide? SideOf(this Actor actor, string capability, Statement statement) =>
        (actor.Can(capability, statement.UnitId), actor.Can(capability, statement.SupplyUnitId)) switch
        {
            (true, true) => actor.UnitIds.Contains(statement.SupplyUnitId) ? StatementSide.Supplier : StatementSide.Unit,
            (true, false) => StatementSide.Unit,
            (false, true) => StatementSide.Supplier,
            (false, false) => null,
        };

    /// <summary>How many days from today an order's acceptance is to be paid: by contract, else by the setting from acceptance.</summary>
    public static async Task<int> DaysToPay(this OrderingDbContext db, Order order, Guid deliveryId, DateTimeOffset now, int usual, CancellationToken ct)
    {
        var today = now.DayInChina();
        var term = await db.PaymentTerms.AsNoTracking().Where(t => t.SupplyUnitId == order.SupplyUnitId && t.UnitId == order.UnitId && t.ValidFrom <= today)
            .OrderByDescending(t => t.ValidFrom).FirstOrDefaultAsync(ct);
        if (term is not { Start: TermStart.Delivery })
        {
            return term?.Days ?? usual;
        }

        // Taking long to accept doesn't move the day: it runs from when the goods were first on the scales.
        var came = await db.Acceptances.Where(a => a.DeliveryId == deliveryId).MinAsync(a => a.RecordedAt, ct);
        return came.DayInChina().AddDays(term.Days).DayNumber - today.DayNumber;
    }
}

/// <summary>What a list of statements is narrowed by.</summary>
internal sealed record StatementFilter([property: IdOf("ou")] IReadOnlyList<Guid>? UnitIds, Month? Month, bool? Outstanding);

/// <summary>Narrows lists of statements.</summary>
internal static class StatementFilters
{
    /// <summary>The statements that fit.</summary>
    public static IQueryable<Statement> Matching(this IQueryable<Statement> statements, StatementFilter? filter)
    {
        if (filter?.UnitIds is { } units)
        {
            statements = statements.Where(s => units.Contains(s.UnitId) || units.Contains(s.SupplyUnitId));
        }

        if (filter?.Month is { } month)
        {
            statements = statements.Where(s => s.Month == month);
        }

        return filter?.Outstanding switch
        {
            true => statements.Where(s => s.AmountFen != s.PaidFen),
            false => statements.Where(s => s.AmountFen == s.PaidFen),
            null => statements,
        };
    }
}
