using Commerce.Ordering.Domain;
using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Ordering.Labels;

/// <summary>How pages call what an order is and where it stands.</summary>
internal static class OrderLabels
{
    public static string Label(this Words w, OrderStatus status) => status switch
    {
        OrderStatus.Draft => w["草稿", "Draft"],
        OrderStatus.Submitted => w["待审批", "Awaits approval"],
        OrderStatus.SentBack => w["退回修改", "Sent back"],
        OrderStatus.Approved => w["待供货确认", "Awaits the supplier"],
        OrderStatus.Confirmed => w["待发货", "To be dispatched"],
        OrderStatus.Dispatched => w["在途，待验收", "On the way"],
        OrderStatus.PartlyAccepted => w["部分验收", "Partly accepted"],
        OrderStatus.Accepted => w["已验收", "Accepted"],
        OrderStatus.Rejected => w["不同意", "Rejected"],
        OrderStatus.Cancelled => w["已取消", "Cancelled"],
    };

    public static LightKind Light(this OrderStatus status) => status switch
    {
        OrderStatus.Draft or OrderStatus.Rejected or OrderStatus.Cancelled => LightKind.Quiet,
        OrderStatus.SentBack => LightKind.Near,
        OrderStatus.Submitted or OrderStatus.Approved or OrderStatus.Confirmed or OrderStatus.Dispatched or OrderStatus.PartlyAccepted => LightKind.Information,
        OrderStatus.Accepted => LightKind.Done,
    };

    public static string Label(this Words w, PurchasePurpose purpose) => purpose switch
    {
        PurchasePurpose.Canteen => w["食堂", "Canteen"],
        PurchasePurpose.StaffWelfare => w["福利", "Welfare"],
        PurchasePurpose.Personal => w["个人", "Personal"],
        PurchasePurpose.OutletTrade => w["服务区进货", "To sell on"],
    };

    /// <summary>Whose money it is.</summary>
    public static string Fund(this Words w, PurchasePurpose purpose) => Budget.FundOf(purpose) switch
    {
        FundingSource.CanteenBudget => w["食堂经费", "canteen budget"],
        FundingSource.Union => w["工会经费", "trade union funds"],
        null when purpose == PurchasePurpose.OutletTrade => w["经营资金，不占预算，不计入消费", "trading funds, no budget, nobody's consumption"],
        null => w["本人付款，不占预算", "paid by the employee, no budget"],
    };
}
