using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Personal;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.People;

/// <summary>Orders, approvals, deliveries, acceptances, returns; whoever still has one under way can't leave.</summary>
internal sealed class OrderingPeople(OrderingDbContext db, TimeProvider clock) : IPersonPart
{
    private static readonly OrderStatus[] Ended = [OrderStatus.Accepted, OrderStatus.Rejected, OrderStatus.Cancelled];

    public string Module => "ordering";

    public IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["orders"] = "订单",
        ["order_history"] = "订单经过",
        ["approvals"] = "审批",
        ["deliveries"] = "发货单",
        ["acceptances"] = "验收单",
        ["signatures"] = "验收签字",
        ["goods_returns"] = "退货单",
        ["statements"] = "对账单",
        ["delegations"] = "代理",
        ["stock_movements"] = "库存变动",
        ["known_people"] = "人员名册",
    };

    public async Task<IReadOnlyList<Duty>> Open(Guid person, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        var orders = await db.Orders.Where(o => o.RequestedById == person && !Ended.Contains(o.Status)).OrderBy(o => o.Number).Select(o => o.Number).ToListAsync(ct);
        var weighed = await db.Deliveries.Where(d => d.WeighedById == person && d.State == DeliveryState.Weighed).OrderBy(d => d.Number).Select(d => d.Number).ToListAsync(ct);
        var delegations = await db.Delegations.CountAsync(d => d.PersonId == person && d.ValidTo > today, ct);
        return
        [
            .. orders.Select(n => new Duty($"订单 {n} 还没有办完", $"order {n} isn't finished")),
            .. weighed.Select(n => new Duty($"发货单 {n} 已过秤，还缺第二人签字", $"delivery {n} is weighed and lacks its second signature")),
            .. delegations > 0 ? (Duty[])[new($"还有 {delegations} 项代理没有终止", $"{delegations} cases of standing in for somebody haven't ended")] : [],
        ];
    }
}
