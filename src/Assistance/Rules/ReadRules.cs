using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Rules;

/// <summary>A version of a rule as shown.</summary>
/// <param name="Rule">The version.</param>
/// <param name="InForce">Whether it holds this month.</param>
internal sealed record RuleView(FigureRule Rule, bool InForce) : IHaveId
{
    public Guid Id => Rule.Id;
}

/// <summary>All versions of all rules, and what the reader may do.</summary>
internal sealed record RulesView(IReadOnlyList<RuleView> Rules, bool MayPropose, bool MayDecide)
{
    public FigureRule InForce(CountedFigure figure) => Rules.First(r => r.Rule.Figure == figure && r.InForce).Rule;

    public int Last(CountedFigure figure) => Rules.Where(r => r.Rule.Figure == figure).Max(r => r.Rule.Number);
}

/// <summary>Reads counting rules. Whoever sees figures sees their rules.</summary>
internal sealed class ReadRules(AssistanceDbContext db, Actor actor, TimeProvider clock)
{
    private RuleBook? book;

    public async Task<RulesView> All(CancellationToken ct) =>
        new(await Versions(ct), await db.CoversAll(actor, Capability.AssistanceManage, ct), await db.MayDecideOnRules(actor, ct));

    /// <summary>Every version, by figure, the newest first. What is only proposed is seen by those who decide.</summary>
    public async Task<IReadOnlyList<RuleView>> Versions(CancellationToken ct)
    {
        var decides = await db.MayDecideOnRules(actor, ct);
        var stored = await db.FigureRules.AsNoTracking().Where(r => decides || r.State == RuleState.Agreed).ToListAsync(ct);
        var (agreed, month) = (new RuleBook(stored.Where(r => r.State == RuleState.Agreed)), clock.GetUtcNow().MonthInChina().Number);
        return
        [
            .. stored.Concat(Enum.GetValues<CountedFigure>().Select(FigureRule.BuiltIn)).OrderBy(r => r.Figure).ThenByDescending(r => r.Number)
                .Select(r => new RuleView(r, agreed.In(r.Figure, month).Id == r.Id)),
        ];
    }

    public async Task<IReadOnlyDictionary<Guid, RuleView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) => !actor.Can(Capability.AssistanceRead)
        ? new Dictionary<Guid, RuleView>()
        : (await Versions(ct)).Where(v => ids.Contains(v.Id)).ToDictionary(v => v.Id);

    /// <summary>The rule of a figure in a month, as it was known on a day.</summary>
    public async Task<FigureRule> Of(CountedFigure figure, Month month, CancellationToken ct, DateOnly? knownOn = null) =>
        (book ??= await db.Rules(ct)).AsKnownOn(knownOn).In(figure, month.Number);

    /// <summary>The rule of a figure in a month, as it is shown.</summary>
    public async Task<RuleView> View(CountedFigure figure, Month month, CancellationToken ct)
    {
        var rule = await Of(figure, month, ct);
        return new(rule, book!.In(figure, clock.GetUtcNow().MonthInChina().Number).Id == rule.Id);
    }
}
