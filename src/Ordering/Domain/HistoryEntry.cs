namespace Commerce.Ordering.Domain;

/// <summary>What was done to an order.</summary>
internal enum HistoryAction
{
    Created,
    Edited,
    Submitted,
    Approved,
    SentBack,
    Rejected,
    Cancelled,
    Confirmed,
    Dispatched,
    Weighed,
    WeighedAgain,
    Accepted,
    Corrected,
    Returned,
    WeighingSentBack,
    Proposed,
    ProposalTaken,
    AllowedMore,
    BudgetAdded,

    /// <summary>The buyer paid by phone.</summary>
    Paid,

    /// <summary>Money goes back to the buyer.</summary>
    Refunded,

    /// <summary>It couldn't be given back; a person looks.</summary>
    RefundFailed,
}

/// <summary>A line of an order's story.</summary>
internal sealed class HistoryEntry
{
    public long Sequence { get; init; }

    public Guid OrderId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required HistoryAction Action { get; init; }

    public string? Note { get; init; }
}

/// <summary>The story's verbs, for people.</summary>
internal static class HistoryActions
{
    public static string Text(this HistoryAction action, bool chinese) => action switch
    {
        HistoryAction.Created => chinese ? "起草" : "drafted",
        HistoryAction.Edited => chinese ? "修改" : "edited",
        HistoryAction.Submitted => chinese ? "提交" : "submitted",
        HistoryAction.Approved => chinese ? "同意" : "approved",
        HistoryAction.SentBack => chinese ? "退回修改" : "sent back",
        HistoryAction.Rejected => chinese ? "不同意" : "rejected",
        HistoryAction.Cancelled => chinese ? "取消余量" : "cancelled the rest",
        HistoryAction.Confirmed => chinese ? "供应方确认" : "confirmed by the supplier",
        HistoryAction.Dispatched => chinese ? "发货" : "dispatched",
        HistoryAction.Weighed => chinese ? "过秤，第一人签字" : "weighed, first signature",
        HistoryAction.WeighedAgain => chinese ? "重新过秤，第一人签字" : "weighed again, first signature",
        HistoryAction.Accepted => chinese ? "验收，第二人签字" : "accepted, second signature",
        HistoryAction.Corrected => chinese ? "更正验收，第二人签字" : "acceptance corrected, second signature",
        HistoryAction.Returned => chinese ? "退货" : "goods returned",
        HistoryAction.AllowedMore => chinese ? "同意多收" : "agreed to more than ordered",
        HistoryAction.BudgetAdded => chinese ? "追加预算" : "budget added to",
        HistoryAction.Proposed => chinese ? "供应方提出运费" : "freight asked for",
        HistoryAction.ProposalTaken => chinese ? "买方同意运费" : "freight agreed to",
        HistoryAction.Paid => chinese ? "手机付款" : "paid by phone",
        HistoryAction.Refunded => chinese ? "退款" : "money given back",
        HistoryAction.RefundFailed => chinese ? "退款没有成功" : "money couldn't be given back",
        HistoryAction.WeighingSentBack => chinese ? "验收退回，重新过秤" : "weighing sent back",
    };
}
