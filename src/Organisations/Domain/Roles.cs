using static Commerce.Platform.People.Capability;

namespace Commerce.Organisations.Domain;

/// <summary>What a person is in a unit.</summary>
internal enum Role
{
    /// <summary>Manages units and accounts (管理员).</summary>
    Administrator,

    /// <summary>Orders for the unit (采购).</summary>
    Buyer,

    /// <summary>Decides on the unit's orders (审批).</summary>
    Approver,

    /// <summary>Weighs and signs (保管员).</summary>
    Keeper,

    /// <summary>Orders, and weighs and signs what others ordered (采购员).</summary>
    Purchaser,

    /// <summary>Confirms and dispatches, also on behalf of villagers (供货、代办).</summary>
    Supplier,

    /// <summary>The office in charge (主办处室).</summary>
    Officer,

    /// <summary>Reports for the unit (联络员).</summary>
    Liaison,

    /// <summary>Supervises (督查).</summary>
    Supervisor,

    /// <summary>Reads everything, changes nothing (审计).</summary>
    Auditor,
}

/// <summary>The one table of what each role may do, in the units that it covers.</summary>
internal static class Roles
{
    public static IReadOnlyList<string> CapabilitiesOf(Role role) => role switch
    {
        Role.Administrator => [OrganisationManage, EventsOperate, CatalogueWrite, DeviceManage, AuditRead, OrderRead, AssistanceRead, ExternalRead, MoveRead, DaySheetRead, SchemaRead],
        Role.Buyer => [OrderRead, OrderRequest, ExternalRead, ExternalRecord, MoveRead, MoveAsk],
        Role.Approver => [OrderRead, OrderApprove, StatementConfirm, PaymentWrite, AssistanceRead, ExternalRead, MoveRead, MoveAsk, DaySheetRead, DaySheetConfirm, FlagExplain, AssistanceConfirm],
        Role.Keeper => [OrderRead, OrderAccept],
        Role.Purchaser => [OrderRead, OrderAccept, OrderRequest, InvoiceWrite],
        Role.Supplier => [OrderRead, OrderSupply, StatementConfirm, InvoiceWrite, StockWrite, CatalogueWrite, DeviceManage, RetailServe, DaySheetRead, DaySheetWrite],
        Role.Officer => [OrderRead, AssistanceRead, AssistanceManage, DeviceManage, AssistanceAdjust, ExternalRead, ExternalRecord, MoveRead, DaySheetRead, DaySheetConfirm, FlagEscalate, AssistanceClose, BudgetManage, TaskRead],
        Role.Liaison => [OrderRead, AssistanceRead, AssistanceFile, ExternalRead, ExternalRecord, MoveRead, MoveAsk, DaySheetRead, FlagExplain, TaskRead, TaskReport, TaskProblem],
        Role.Supervisor => [OrderRead, AssistanceRead, ExternalRead, MoveRead, DaySheetRead, AssistanceCountersign, TaskRead, TaskProblem, TaskSupervise],
        Role.Auditor => [OrderRead, AssistanceRead, ExternalRead, MoveRead, DaySheetRead, FlagEscalate, AuditRead, TaskRead],
    };

    /// <summary>For each capability the units where these roles give it.</summary>
    public static Dictionary<string, IReadOnlyCollection<Guid>> Reach(IEnumerable<RoleAssignment> assignments, UnitTree tree)
    {
        var reach = new Dictionary<string, IReadOnlyCollection<Guid>>();
        foreach (var assignment in assignments.Where(a => a.HoldsOn(tree.Day)))
        {
            var units = tree.CoveredBy(assignment.UnitId);
            foreach (var capability in CapabilitiesOf(assignment.Role).Where(_ => units.Count > 0))
            {
                reach[capability] = reach.TryGetValue(capability, out var before) ? [.. before.Union(units)] : units;
            }
        }

        return reach;
    }
}
