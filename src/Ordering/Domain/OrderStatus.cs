namespace Commerce.Ordering.Domain;

/// <summary>采购类别: what the goods are bought for.</summary>
internal enum PurchasePurpose
{
    /// <summary>食堂食材.</summary>
    Canteen,

    /// <summary>职工福利, paid by the trade union.</summary>
    StaffWelfare,

    /// <summary>个人, paid by the employee.</summary>
    Personal,

    /// <summary>服务区进货, paid by the company that sells the goods on; never a unit's consumption.</summary>
    OutletTrade,
}

/// <summary>资金来源.</summary>
internal enum FundingSource
{
    /// <summary>食堂经费.</summary>
    CanteenBudget,

    /// <summary>工会经费.</summary>
    Union,
}

/// <summary>Whom an offer is for, as the catalogue states it.</summary>
internal enum BuyerGroup
{
    Public,
    DepartmentCanteen,
    StaffWelfare,
}

/// <summary>What people decided last; what happened to the goods is in the lines.</summary>
internal enum OrderStage
{
    Draft,
    Submitted,
    SentBack,
    Rejected,
    Approved,
    Confirmed,
}

/// <summary>Where an order stands: derived from the decisions and the quantities of its lines, never set by hand.</summary>
internal enum OrderStatus
{
    Draft,
    Submitted,
    SentBack,
    Approved,
    Confirmed,
    Dispatched,
    PartlyAccepted,
    Accepted,
    Rejected,
    Cancelled,
}

/// <summary>An approver's word.</summary>
internal enum Decision
{
    Approved,
    SentBack,
    Rejected,
}

/// <summary>What a viewer may do with an order now.</summary>
internal enum OrderAction
{
    Edit,
    Submit,
    Approve,
    SendBack,
    Reject,
    Cancel,
    Confirm,

    /// <summary>Ask for freight before confirming.</summary>
    Propose,

    /// <summary>Agree to the freight.</summary>
    TakeProposal,

    /// <summary>Agree to more than was ordered.</summary>
    AllowMore,

    /// <summary>Add to the budget, for more arrived than it has left.</summary>
    AddToBudget,
    Dispatch,
    Accept,
    Sign,
    ReturnGoods,
    Reorder,
}

/// <summary>How much of an offer is left.</summary>
internal enum StockState
{
    InStock,
    Low,
    Out,
}

/// <summary>Where a delivery stands.</summary>
internal enum DeliveryState
{
    /// <summary>On the way: nobody has weighed it.</summary>
    InTransit,

    /// <summary>Weighed and signed by one; a second signature is missing.</summary>
    Weighed,

    /// <summary>Two people signed.</summary>
    Accepted,
}

/// <summary>Where an acceptance stands.</summary>
internal enum AcceptanceState
{
    /// <summary>Signed by one.</summary>
    Open,

    /// <summary>Signed by two: it counts, and is never edited again.</summary>
    Signed,

    /// <summary>Weighed again before the second signature; never counted.</summary>
    Replaced,

    /// <summary>Sent back instead of signed; never counted.</summary>
    SentBack,
}

/// <summary>Who acts.</summary>
internal readonly record struct Person(Guid Id, string Name);
