using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Policies;

/// <summary>A unit with the rules that hold for its orders.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">Its name.</param>
/// <param name="Policy">What holds.</param>
/// <param name="From">Whose policy it is; null for the usual one.</param>
/// <param name="Limits">采购限额 that hold today, by category.</param>
internal sealed record UnitRules(Guid UnitId, string Unit, ApprovalPolicy Policy, string? From, IReadOnlyDictionary<PurchasePurpose, Money> Limits);

/// <summary>A unit's rules with everything they were before.</summary>
/// <param name="Rules">What holds.</param>
/// <param name="Own">The unit's own policies, the newest first.</param>
/// <param name="Limits">The unit's own limits, the newest first.</param>
internal sealed record UnitRulesStory(UnitRules Rules, IReadOnlyList<ApprovalPolicy> Own, IReadOnlyList<ProcurementLimit> Limits);

/// <summary>What will be asked for when an order is handed in.</summary>
/// <param name="Steps">Who has to agree, one after the other.</param>
/// <param name="Limit">The procurement limit, when it is reached; null else.</param>
/// <param name="Accepted">What was accepted this year.</param>
/// <param name="Split">A warning when orders before it, each below a limit, reach it with this one.</param>
internal sealed record Requirements(IReadOnlyList<ApprovalStep> Steps, Money? Limit, Money Accepted, SplitFlag? Split);

/// <summary>Somebody who may be named.</summary>
internal sealed record NamedPerson(Guid Id, string Name, string Unit);

/// <summary>Reads the rules by which orders are approved.</summary>
internal sealed class ReadPolicies(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>The units whose rules the reader may set.</summary>
    public async Task<IReadOnlyList<UnitRules>> Managed(CancellationToken ct)
    {
        Guid[] managed = [.. actor.UnitsWhere(Capability.BudgetManage)];
        var rules = await Rulebook.Read(db, ct);
        var names = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return [.. managed.Where(names.ContainsKey).Select(u => Of(u, rules, names)).OrderBy(u => u.Unit, StringComparer.Ordinal)];
    }

    /// <summary>One unit; null when there is none, or its rules aren't the reader's to set.</summary>
    public async Task<UnitRulesStory?> One(Guid unitId, CancellationToken ct)
    {
        if (!actor.Can(Capability.BudgetManage, unitId) || (await Managed(ct)).FirstOrDefault(u => u.UnitId == unitId) is not { } unit)
        {
            return null;
        }

        return new(
            unit,
            await db.Policies.AsNoTracking().Include(p => p.Rules.OrderBy(r => r.Position)).Where(p => p.UnitId == unitId).OrderByDescending(p => p.Number).ToListAsync(ct),
            await db.ProcurementLimits.AsNoTracking().Where(l => l.UnitId == unitId).OrderByDescending(l => l.ValidFrom).ToListAsync(ct));
    }

    /// <summary>Who acts, or acted, in a unit for somebody else; the newest first.</summary>
    public async Task<IReadOnlyList<Delegation>> Delegations(Guid unitId, CancellationToken ct) => actor.Can(Capability.BudgetManage, unitId)
        ? await db.Delegations.AsNoTracking().Where(d => d.UnitId == unitId).OrderByDescending(d => d.ValidFrom).ThenBy(d => d.PersonName).ToListAsync(ct)
        : [];

    /// <summary>Who may be named: people with an account in the units whose rules the reader may set.</summary>
    public async Task<IReadOnlyList<NamedPerson>> People(CancellationToken ct)
    {
        Guid[] managed = [.. actor.UnitsWhere(Capability.BudgetManage)];
        return await db.People.AsNoTracking().Where(p => managed.Contains(p.UnitId) && !p.Disabled).OrderBy(p => p.Name)
            .Select(p => new NamedPerson(p.Id, p.Name, db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault() ?? "")).ToListAsync(ct);
    }

    /// <summary>What handing in such an order will ask for; null when the reader may not order for the unit.</summary>
    public async Task<Requirements?> For(Guid unitId, PurchasePurpose purpose, Guid supplyUnitId, IReadOnlyCollection<Guid?> villages, Money amount, CancellationToken ct)
    {
        if (!actor.Can(Capability.OrderRequest, unitId))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var today = now.DayInChina();
        var rules = await Rulebook.Read(db, ct);
        var accepted = await db.AcceptedIn(unitId, purpose, today.Year, ct);
        var purchase = new Purchase
        {
            Id = Guid.Empty,
            Number = "",
            UnitId = unitId,
            Purpose = purpose,
            SupplyUnitId = supplyUnitId,
            RequestedById = actor.Id,
            Fen = amount.Fen,
            At = now,
            Villages = villages.Where(v => v is not null),
        };
        return new(
            rules.PolicyOf(unitId).Steps(purpose, amount.Fen),
            rules.LimitOf(unitId, purpose, today) is { } limit && accepted + amount.Fen >= limit ? Money.FromFen(limit) : null,
            Money.FromFen(accepted),
            (await db.SplitsOf([purchase], rules, ct)).GetValueOrDefault(Guid.Empty));
    }

    private UnitRules Of(Guid unit, Rulebook rules, Dictionary<Guid, string> names)
    {
        var policy = rules.PolicyOf(unit);
        var today = clock.GetUtcNow().DayInChina();
        return new(
            unit,
            names[unit],
            policy,
            policy.Number == 0 ? null : names.GetValueOrDefault(policy.UnitId),
            Enum.GetValues<PurchasePurpose>().Select(p => (Purpose: p, Limit: rules.LimitOf(unit, p, today))).Where(l => l.Limit is not null)
                .ToDictionary(l => l.Purpose, l => Money.FromFen(l.Limit!.Value)));
    }
}
