using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>What a viewer may do with orders now: the same rules as the slices ask, for buttons. The slices decide.</summary>
internal static class AllowedActions
{
    public static async Task<IReadOnlyDictionary<OrderView, IReadOnlyList<OrderAction>>> ActionsFor(
        this OrderingDbContext db, Actor actor, IReadOnlyCollection<OrderView> orders, DateTimeOffset now, CancellationToken ct)
    {
        Guid[] mine = [.. orders.Where(o => actor.Can(Capability.OrderAccept, o.UnitId) && !o.IsOrderer(actor.Id)).Select(o => o.Id)];
        var waiting = mine.Length == 0
            ? []
            : await db.Deliveries.AsNoTracking().Where(d => mine.Contains(d.OrderId) && d.State != DeliveryState.Accepted)
                .Select(d => new { d.OrderId, d.State, d.WeighedById }).ToListAsync(ct);
        Guid[] submitted = [.. orders.Where(o => o.Stage == OrderStage.Submitted).Select(o => o.Id)];
        var mineToDecide = submitted.Length == 0
            ? []
            : (await db.Orders.AsNoTracking().Where(o => submitted.Contains(o.Id)).AwaitingWordOf(db, actor, now.DayInChina()).Select(o => o.Id).ToListAsync(ct)).ToHashSet();
        var byOrder = waiting.ToLookup(w => w.OrderId);
        return orders.ToDictionary(
            o => o,
            o => (IReadOnlyList<OrderAction>)[.. Of(
                o,
                actor,
                mineToDecide.Contains(o.Id),
                byOrder[o.Id].Any(d => d.State == DeliveryState.InTransit),
                byOrder[o.Id].Any(d => d.State == DeliveryState.Weighed && d.WeighedById != actor.Id))]);
    }

    private static IEnumerable<OrderAction> Of(OrderView order, Actor actor, bool decides, bool toAccept, bool toSign)
    {
        var open = !order.RestCancelled;
        var requests = actor.Can(Capability.OrderRequest, order.UnitId);
        var supplies = actor.Can(Capability.OrderSupply, order.SupplyUnitId);
        var drafting = order.Stage is OrderStage.Draft or OrderStage.SentBack;
        (OrderAction Action, bool Allowed)[] all =
        [
            (OrderAction.Edit, requests && open && drafting),
            (OrderAction.Submit, requests && open && drafting),
            (OrderAction.Approve, decides),
            (OrderAction.SendBack, decides),
            (OrderAction.Reject, decides),
            (OrderAction.Cancel, requests && open && order.Stage != OrderStage.Rejected && order.HasUndispatched),
            (OrderAction.Confirm, supplies && open && order.Stage == OrderStage.Approved),
            (OrderAction.Propose, supplies && open && order.Stage == OrderStage.Approved),
            (OrderAction.TakeProposal, requests && open && order.Stage == OrderStage.Approved && order.ProposedFreightFen is not null && !order.ProposalTaken),
            (OrderAction.AllowMore, order.Stage == OrderStage.Confirmed && order.Status is not (OrderStatus.Accepted or OrderStatus.Cancelled)
                && actor.Can(Capability.OrderApprove, order.UnitId) && !order.IsOrderer(actor.Id)),
            (OrderAction.AddToBudget, order.Stage == OrderStage.Confirmed && order.Status is not (OrderStatus.Accepted or OrderStatus.Cancelled)
                && Budget.FundOf(order.Purpose) is not null && actor.Can(Capability.BudgetManage, order.UnitId) && !order.IsOrderer(actor.Id)),
            (OrderAction.Dispatch, supplies && open && order.Stage == OrderStage.Confirmed && order.HasUndispatched),
            (OrderAction.Accept, toAccept),
            (OrderAction.Sign, toSign),
            (OrderAction.ReturnGoods, order.HasReturnable && actor.Can(Capability.OrderAccept, order.UnitId)),
            (OrderAction.Reorder, requests),
        ];
        return all.Where(a => a.Allowed).Select(a => a.Action);
    }
}
