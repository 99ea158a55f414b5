using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>A counted line of an acceptance with what it belongs to.</summary>
internal sealed class CountedAcceptance
{
    public required Acceptance Acceptance { get; init; }

    public required AcceptanceLine Line { get; init; }

    public required OrderLine Goods { get; init; }

    public required Order Order { get; init; }
}

/// <summary>A line of a return with what it belongs to.</summary>
internal sealed class CountedReturn
{
    public required GoodsReturn Return { get; init; }

    public required GoodsReturnLine Line { get; init; }

    public required OrderLine Goods { get; init; }

    public required Order Order { get; init; }
}

/// <summary>What the ledger counts and a unit pays, and no statement has yet. What employees buy for themselves isn't the unit's debt.</summary>
internal static class Unstated
{
    public static IQueryable<CountedAcceptance> CountedAcceptances(this OrderingDbContext db) =>
        from acceptance in db.Acceptances.AsNoTracking()
        where acceptance.State == AcceptanceState.Signed
        join line in db.AcceptanceLines.AsNoTracking() on acceptance.Id equals line.AcceptanceId
        where line.CountedLineId == line.Id && !db.StatementLines.Any(s => s.Id == line.Id)
        join goods in db.Lines.AsNoTracking() on line.OrderLineId equals goods.Id
        join order in db.Orders.AsNoTracking() on acceptance.OrderId equals order.Id
        where order.Purpose != PurchasePurpose.Personal
        select new CountedAcceptance { Acceptance = acceptance, Line = line, Goods = goods, Order = order };

    public static IQueryable<CountedReturn> CountedReturns(this OrderingDbContext db) =>
        from back in db.Returns.AsNoTracking()
        join line in db.ReturnLines.AsNoTracking() on back.Id equals line.ReturnId
        where !db.StatementLines.Any(s => s.Id == line.Id)
        join goods in db.Lines.AsNoTracking() on line.OrderLineId equals goods.Id
        join order in db.Orders.AsNoTracking() on back.OrderId equals order.Id
        where order.Purpose != PurchasePurpose.Personal
        select new CountedReturn { Return = back, Line = line, Goods = goods, Order = order };
}
