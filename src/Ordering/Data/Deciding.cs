using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Whose word an order waits for.</summary>
internal static class Deciding
{
    /// <summary>May this person decide at the level that the order has reached, in their own right or standing in for somebody?</summary>
    /// <returns>Whether, and for whom.</returns>
    public static async Task<(bool May, string? OnBehalfOf)> MayDecide(this OrderingDbContext db, Actor actor, Order order, DateOnly today, CancellationToken ct)
    {
        if (await db.HasRight(actor, order, ct))
        {
            return (true, null);
        }

        var forName = await db.Delegations.Where(d => d.UnitId == order.UnitId && d.PersonId == actor.Id && d.Role == order.Awaits && d.ValidFrom <= today && today < d.ValidTo)
            .OrderByDescending(d => d.SetAt).Select(d => d.ForName).FirstOrDefaultAsync(ct);
        return (forName is not null, forName);
    }

    private static async Task<bool> HasRight(this OrderingDbContext db, Actor actor, Order order, CancellationToken ct) => order.Awaits switch
    {
        ApproverRole.Approver => actor.Can(Capability.OrderApprove, order.UnitId),
        ApproverRole.SuperiorApprover => await db.Units.Where(u => u.Id == order.UnitId).Select(u => u.ParentId).SingleOrDefaultAsync(ct) is { } parent
            && actor.Can(Capability.OrderApprove, parent),
        ApproverRole.BudgetKeeper => actor.Can(Capability.BudgetManage, order.UnitId),
    };

    /// <summary>Orders that wait for this person's word: not their own, and not agreed to by them at a level before.</summary>
    public static IQueryable<Order> AwaitingWordOf(this IQueryable<Order> orders, OrderingDbContext db, Actor actor, DateOnly today)
    {
        Guid[] approve = [.. actor.UnitsWhere(Capability.OrderApprove)];
        Guid[] budgets = [.. actor.UnitsWhere(Capability.BudgetManage)];
        var below = db.Units.Where(u => u.ParentId != null && approve.Contains(u.ParentId.Value)).Select(u => u.Id);
        var me = actor.Id;
        return orders.Where(o => o.Stage == OrderStage.Submitted && !o.RestCancelled
            && o.RequestedById != me && o.SubmittedById != me && o.EditedById != me
            && !o.Approvals.Any(a => a.ById == me && a.Decision == Decision.Approved && a.DecidedAt >= o.SubmittedAt)
            && ((o.Awaits == ApproverRole.Approver && approve.Contains(o.UnitId))
                || (o.Awaits == ApproverRole.SuperiorApprover && below.Contains(o.UnitId))
                || (o.Awaits == ApproverRole.BudgetKeeper && budgets.Contains(o.UnitId))
                || db.Delegations.Any(d => d.UnitId == o.UnitId && d.PersonId == me && d.Role == o.Awaits && d.ValidFrom <= today && today < d.ValidTo)));
    }

    /// <summary>The policy under which an order was handed in.</summary>
    public static async Task<ApprovalPolicy> PolicyUnder(this OrderingDbContext db, Guid? policyId, CancellationToken ct) =>
        policyId is { } id && await db.Policies.AsNoTracking().Include(p => p.Rules).SingleOrDefaultAsync(p => p.Id == id, ct) is { } policy ? policy : ApprovalPolicy.Usual;

    /// <summary>What a unit has accepted for a purpose in a year (China time), net of returns.</summary>
    public static async Task<long> AcceptedIn(this OrderingDbContext db, Guid unitId, PurchasePurpose purpose, int year, CancellationToken ct)
    {
        var from = new DateOnly(year, 1, 1).StartInChina();
        var to = new DateOnly(year + 1, 1, 1).StartInChina();
        var orders = db.Orders.Where(o => o.UnitId == unitId && o.Purpose == purpose);
        return await orders.SelectMany(o => o.Acceptances).Where(a => a.AcceptedAt >= from && a.AcceptedAt < to).SumAsync(a => a.PostedFen, ct)
            + await orders.SelectMany(o => o.Returns).Where(r => r.ReturnedAt >= from && r.ReturnedAt < to).SumAsync(r => r.PostedFen, ct);
    }
}
