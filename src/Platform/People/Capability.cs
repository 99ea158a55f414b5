namespace Commerce.Platform.People;

/// <summary>Everything that a role can allow. docs/roles.md says which role has which.</summary>
public static class Capability
{
    /// <summary>Change goods, offers and prices.</summary>
    public const string CatalogueWrite = "catalogue.write";

    /// <summary>Register and withdraw the screens of outlets.</summary>
    public const string DeviceManage = "device.manage";

    /// <summary>Adjust stock.</summary>
    public const string StockWrite = "stock.write";

    /// <summary>See the orders of one's units, or those one supplies.</summary>
    public const string OrderRead = "order.read";

    /// <summary>Write, submit and cancel orders for a unit.</summary>
    public const string OrderRequest = "order.request";

    /// <summary>Decide on a unit's orders.</summary>
    public const string OrderApprove = "order.approve";

    /// <summary>Confirm and dispatch as, or on behalf of, a supplier.</summary>
    public const string OrderSupply = "order.supply";

    /// <summary>Weigh, sign, return.</summary>
    public const string OrderAccept = "order.accept";

    /// <summary>Confirm a month's statement for a side, raise and answer differences.</summary>
    public const string StatementConfirm = "statement.confirm";

    /// <summary>Register invoices.</summary>
    public const string InvoiceWrite = "invoice.write";

    /// <summary>Record payments, and the terms of contracts.</summary>
    public const string PaymentWrite = "payment.write";

    /// <summary>Hand over and refund what travellers bought at a counter.</summary>
    public const string RetailServe = "retail.serve";

    /// <summary>Set the budgets of units.</summary>
    public const string BudgetManage = "budget.manage";

    /// <summary>Read the ledger and the totals.</summary>
    public const string AssistanceRead = "assistance.read";

    /// <summary>Enter guide figures.</summary>
    public const string AssistanceManage = "assistance.manage";

    /// <summary>Type a row into the ledger, with a reason.</summary>
    public const string AssistanceAdjust = "assistance.adjust";

    /// <summary>See what one's units bought elsewhere.</summary>
    public const string ExternalRead = "external.read";

    /// <summary>Record for a unit what it bought elsewhere, and take that back.</summary>
    public const string ExternalRecord = "external.record";

    /// <summary>See which purchases are to count, or have come to count, for another unit than they did.</summary>
    public const string MoveRead = "move.read";

    /// <summary>Ask for one's unit that a purchase counts for another unit.</summary>
    public const string MoveAsk = "move.ask";

    /// <summary>See the day sheets of the outlets that one's units run.</summary>
    public const string DaySheetRead = "daysheet.read";

    /// <summary>Write and hand in the day sheets of a unit's outlets.</summary>
    public const string DaySheetWrite = "daysheet.write";

    /// <summary>Confirm what somebody else handed in, or send it back.</summary>
    public const string DaySheetConfirm = "daysheet.confirm";

    /// <summary>Explain, for one's unit, what looks wrong.</summary>
    public const string FlagExplain = "flag.explain";

    /// <summary>Take what looks wrong further, and have it looked for.</summary>
    public const string FlagEscalate = "flag.escalate";

    /// <summary>Stand for a unit's figures, as its leader: confirm those of a month, agree to what is moved into or out of them.</summary>
    public const string AssistanceConfirm = "assistance.confirm";

    /// <summary>Sign a month's figures as the office, and open a closed month again.</summary>
    public const string AssistanceClose = "assistance.close";

    /// <summary>Sign second, and so close a month.</summary>
    public const string AssistanceCountersign = "assistance.countersign";

    /// <summary>Write and hand in a unit's filing of the 832 reserved share.</summary>
    public const string AssistanceFile = "assistance.file";

    /// <summary>Read the task list.</summary>
    public const string TaskRead = "task.read";

    /// <summary>Report progress.</summary>
    public const string TaskReport = "task.report";

    /// <summary>Record problems to be mended, and set measures, person and limit.</summary>
    public const string TaskProblem = "task.problem";

    /// <summary>Supervise: remind, issue letters.</summary>
    public const string TaskSupervise = "task.supervise";

    /// <summary>See and replay parked events.</summary>
    public const string EventsOperate = "events.operate";

    /// <summary>Manage units, accounts and roles.</summary>
    public const string OrganisationManage = "organisation.manage";

    /// <summary>Read the audit trail.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>See the schema of the API itself on a server that hides it.</summary>
    public const string SchemaRead = "schema.read";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CatalogueWrite, DeviceManage, StockWrite, OrderRead, OrderRequest, OrderApprove, OrderSupply, OrderAccept, StatementConfirm, InvoiceWrite, PaymentWrite, RetailServe, BudgetManage, AssistanceRead,
        AssistanceManage, AssistanceAdjust, ExternalRead, ExternalRecord, MoveRead, MoveAsk, FlagExplain, FlagEscalate, DaySheetRead, DaySheetWrite, DaySheetConfirm, AssistanceConfirm, AssistanceClose, AssistanceCountersign, AssistanceFile, TaskRead, TaskReport, TaskProblem, TaskSupervise, EventsOperate, OrganisationManage, AuditRead, SchemaRead,
    ];
}
