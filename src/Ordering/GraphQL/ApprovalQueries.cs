using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Policies;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.GraphQL;

/// <summary>A policy as the API shows it.</summary>
internal sealed record PolicyView(ApprovalPolicy Policy) : IHaveId
{
    public Guid Id => Policy.Id;

    public int Number => Policy.Number;

    public DateTimeOffset SetAt => Policy.SetAt;

    public string SetBy => Policy.SetByName;

    public int SplitDays => Policy.SplitDays;

    public IEnumerable<RuleView> Rules => Policy.Rules.OrderBy(r => r.Position).Select(r => new RuleView(r.Purpose, Money.FromFen(r.FromFen), r.Role));
}

/// <summary>A rule as the API shows it.</summary>
internal sealed record RuleView(PurchasePurpose? Purpose, Money From, ApproverRole Role);

/// <summary>A level as the API shows it.</summary>
internal sealed record StepView(int Level, int Levels, ApproverRole Role, Money From);

/// <summary>A flag as the API shows it.</summary>
internal sealed record SplitView(Money Limit, Money Sum, IReadOnlyList<string> Orders);

/// <summary>A limit as the API shows it.</summary>
internal sealed record LimitView(PurchasePurpose Purpose, Money Limit, DateOnly ValidFrom, string SetBy);

/// <summary>Somebody who acts for somebody else, as the API shows it.</summary>
internal sealed record DelegationView(Guid Key, ApproverRole? Role, string Person, string ForName, DateOnly ValidFrom, DateOnly ValidTo, string SetBy);

/// <summary>Approval's part of the schema: one statement per kind of part, however many orders.</summary>
internal static class ApprovalQueries
{
    public static void Bind(GraphBuilder graph)
    {
        graph.Type<PolicyView>("ApprovalPolicy").Node("apl", PoliciesById).Ref("unit", "ou", p => p.Policy.UnitId);
        graph.Type<RuleView>("ApprovalRule");
        graph.Type<StepView>("ApprovalStep");
        graph.Type<SplitView>("SplitFlag");
        graph.Type<Procurement>("Procurement");
        graph.Type<LimitView>("ProcurementLimit");
        graph.Type<DelegationView>("Delegation").Field("id", d => NodeId.Encode("dlg", d.Key));
        graph.Extend("OrgUnit").Batch("approvalPolicy", PolicyOfUnits).Batch("procurementLimits", LimitsOfUnits, () => []).Batch("delegations", DelegationsOfUnits, () => []);
        graph
            .Mutation<SetDelegation.Input>("delegationSet", "ou", (ask, input) => ask.Service<SetDelegation.Handler>().Handle(input, ask.Cancel))
            .Mutation<EndDelegation.Input>("delegationEnd", "ou", (ask, input) => ask.Service<EndDelegation.Handler>().Handle(input, ask.Cancel))
            .Mutation<SetApprovalPolicy.Input>("approvalPolicySet", "ou", (ask, input) => ask.Service<SetApprovalPolicy.Handler>().Handle(input, ask.Cancel))
            .Mutation<SetProcurementLimit.Input>("procurementLimitSet", "ou", (ask, input) => ask.Service<SetProcurementLimit.Handler>().Handle(input, ask.Cancel));
    }

    /// <summary>The levels at which submitted orders wait.</summary>
    public static async Task<IReadOnlyDictionary<OrderView, StepView>> Steps(Ask ask, IReadOnlyCollection<OrderView> orders)
    {
        var waiting = orders.Where(o => o.Stage == OrderStage.Submitted && !o.RestCancelled).ToList();
        Guid[] ids = [.. waiting.Where(o => o.PolicyId is not null).Select(o => o.PolicyId!.Value).Distinct()];
        var policies = ids.Length == 0
            ? []
            : await ask.Service<OrderingDbContext>().Policies.AsNoTracking().Include(p => p.Rules).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ask.Cancel);
        return waiting.ToDictionary(
            o => o,
            o => Of(((o.PolicyId is { } id ? policies.GetValueOrDefault(id) : null) ?? ApprovalPolicy.Usual).Steps(o.Purpose, o.EstimatedFen)[Math.Max(1, o.AwaitsLevel) - 1]));
    }

    /// <summary>The flags of submitted orders.</summary>
    public static async Task<IReadOnlyDictionary<OrderView, SplitView>> Splits(Ask ask, IReadOnlyCollection<OrderView> orders)
    {
        Guid[] ids = [.. orders.Where(o => o.Stage == OrderStage.Submitted && !o.RestCancelled).Select(o => o.Id)];
        if (ids.Length == 0)
        {
            return new Dictionary<OrderView, SplitView>();
        }

        var db = ask.Service<OrderingDbContext>();
        var flags = await db.SplitsOf(
            await db.Orders.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(Purchase.From).ToListAsync(ask.Cancel), await Rulebook.Read(db, ask.Cancel), ask.Cancel);
        return orders.Where(o => flags.ContainsKey(o.Id)).ToDictionary(o => o, o => new SplitView(Money.FromFen(flags[o.Id].LimitFen), Money.FromFen(flags[o.Id].SumFen), flags[o.Id].Others));
    }

    private static StepView Of(ApprovalStep step) => new(step.Level, step.Levels, step.Role, Money.FromFen(step.FromFen));

    private static async Task<IReadOnlyDictionary<Guid, PolicyView>> PoliciesById(Ask ask, IReadOnlyCollection<Guid> ids)
    {
        // A policy is to be seen by whoever reads orders of its unit, or of one below it whose orders it was made for.
        var db = ask.Service<OrderingDbContext>();
        var seen = db.Orders.VisibleTo(ask.Actor).Select(o => o.PolicyId);
        Guid[] read = [.. ask.Actor.UnitsWhere(Capability.OrderRead)];
        var rules = await Rulebook.Read(db, ask.Cancel);
        Guid[] holding = [.. read.Select(u => rules.PolicyOf(u).Id).Distinct()];
        return await db.Policies.AsNoTracking().Include(p => p.Rules)
            .Where(p => ids.Contains(p.Id) && (read.Contains(p.UnitId) || holding.Contains(p.Id) || seen.Contains(p.Id)))
            .ToDictionaryAsync(p => p.Id, p => new PolicyView(p), ask.Cancel);
    }

    private static async Task<IReadOnlyDictionary<Guid, PolicyView>> PolicyOfUnits(Ask ask, IReadOnlyCollection<Guid> units)
    {
        var rules = await Rulebook.Read(ask.Service<OrderingDbContext>(), ask.Cancel);
        return units.Where(u => ask.Actor.Can(Capability.OrderRead, u)).Select(u => (Unit: u, Policy: rules.PolicyOf(u))).Where(p => p.Policy.Number > 0)
            .ToDictionary(p => p.Unit, p => new PolicyView(p.Policy));
    }

    private static async Task<IReadOnlyDictionary<Guid, List<DelegationView>>> DelegationsOfUnits(Ask ask, IReadOnlyCollection<Guid> units)
    {
        Guid[] seen = [.. units.Where(u => ask.Actor.Can(Capability.BudgetManage, u))];
        return (await ask.Service<OrderingDbContext>().Delegations.AsNoTracking().Where(d => seen.Contains(d.UnitId)).OrderByDescending(d => d.ValidFrom).ToListAsync(ask.Cancel))
            .GroupBy(d => d.UnitId).ToDictionary(g => g.Key, g => g.Select(d => new DelegationView(d.Id, d.Role, d.PersonName, d.ForName, d.ValidFrom, d.ValidTo, d.SetByName)).ToList());
    }

    private static async Task<IReadOnlyDictionary<Guid, List<LimitView>>> LimitsOfUnits(Ask ask, IReadOnlyCollection<Guid> units)
    {
        Guid[] seen = [.. units.Where(u => ask.Actor.Can(Capability.OrderRead, u))];
        return (await ask.Service<OrderingDbContext>().ProcurementLimits.AsNoTracking().Where(l => seen.Contains(l.UnitId)).OrderByDescending(l => l.ValidFrom).ToListAsync(ask.Cancel))
            .GroupBy(l => l.UnitId).ToDictionary(g => g.Key, g => g.Select(l => new LimitView(l.Purpose, Money.FromFen(l.LimitFen), l.ValidFrom, l.SetByName)).ToList());
    }
}
