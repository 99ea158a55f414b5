using Commerce.Assistance.Domain;
using Commerce.Ui.States;

namespace Commerce.Assistance.Flags;

/// <summary>What flags are called on pages and papers.</summary>
internal static class FlagWords
{
    public static string Of(FlagKind kind, bool chinese) => kind switch
    {
        FlagKind.SplitOrders => chinese ? "疑似拆单" : "Perhaps one purchase split",
        FlagKind.TypedBesideCounted => chinese ? "有验收又手工补记" : "Typed beside what was counted",
        FlagKind.ReturnedAfterMonthEnd => chinese ? "月后退货较多" : "Returns after the month's end",
        FlagKind.CancelledAfterMonthEnd => chinese ? "月后取消较多" : "Cancellations after the month's end",
        FlagKind.OnePersonTwoRoles => chinese ? "一人兼两岗" : "One person in two roles",
        FlagKind.PriceAboveReference => chinese ? "价格偏高" : "Price far above reference",
    };

    public static string Of(FlagState state, bool chinese) => state switch
    {
        FlagState.Open => chinese ? "待单位说明" : "Waits for the unit",
        FlagState.Explained => chinese ? "单位已说明" : "Explained",
        FlagState.Escalated => chinese ? "已上报" : "Escalated",
    };

    public static string Of(OrderRole role, bool chinese) => role switch
    {
        OrderRole.Orderer => chinese ? "申请" : "orderer",
        OrderRole.Approver => chinese ? "审批" : "approver",
        OrderRole.Signer => chinese ? "验收签字" : "signer",
        OrderRole.Invoicer => chinese ? "登记发票" : "registrar of the invoice",
    };

    public static string Of(FlagPaperKind kind, bool chinese) => kind switch
    {
        FlagPaperKind.Order => chinese ? "订单" : "Order",
        FlagPaperKind.LedgerRow => chinese ? "台账记录" : "Ledger row",
    };

    public static LightKind LightOf(FlagState state) => state switch
    {
        FlagState.Open => LightKind.Near,
        FlagState.Explained => LightKind.Done,
        FlagState.Escalated => LightKind.Overdue,
    };
}
