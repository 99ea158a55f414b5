using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Who decides at a level.</summary>
internal enum ApproverRole
{
    /// <summary>An approver of the unit (本单位审批人).</summary>
    Approver,

    /// <summary>An approver of the unit above it (上级单位审批人).</summary>
    SuperiorApprover,

    /// <summary>Who sets the unit's budgets (预算管理人).</summary>
    BudgetKeeper,
}

/// <summary>审批规则 of a unit and of those below it that have none: never changed, a newer one takes its place; each decision keeps the one it was made under.</summary>
internal sealed class ApprovalPolicy
{
    /// <summary>Orders of a unit from one supplier within so many days are looked at together unless a policy says otherwise.</summary>
    public const int UsualSplitDays = 7;

    /// <summary>The longest span in which orders are looked at together.</summary>
    public const int LongestSplitDays = 60;

    private const int MostRules = 12;

    public required Guid Id { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>第几版: 1, 2, … within the unit.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public required string SetByName { get; init; }

    /// <summary>Orders of a unit from one supplier within so many days are looked at together.</summary>
    public required int SplitDays { get; init; }

    public List<ApprovalRule> Rules { get; init; } = [];

    /// <summary>Where nobody set one: an approver of the unit, whatever the amount.</summary>
    public static ApprovalPolicy Usual { get; } = new()
    {
        Id = Guid.Empty,
        UnitId = Guid.Empty,
        Number = 0,
        SetAt = DateTimeOffset.UnixEpoch,
        SetByName = "",
        SplitDays = UsualSplitDays,
        Rules = [new ApprovalRule { Position = 0, Purpose = null, FromFen = 0, Role = ApproverRole.Approver }],
    };

    /// <summary>Who has to agree, one after the other: each rule whose amount is reached, the smallest first.</summary>
    public IReadOnlyList<ApprovalStep> Steps(PurchasePurpose purpose, long fen)
    {
        var reached = Rules.Where(r => r.Serves(purpose) && r.FromFen <= fen).OrderBy(r => r.FromFen).ThenBy(r => r.Role).ToList();
        if (reached.Count == 0)
        {
            // A purpose that the policy doesn't speak of.
            return Usual.Steps(purpose, fen);
        }

        return [.. reached.Select((r, at) => new ApprovalStep(at + 1, reached.Count, r.Role, r.FromFen))];
    }

    /// <summary>The amounts from which one more has to agree.</summary>
    public IEnumerable<long> Limits(PurchasePurpose purpose) => Rules.Where(r => r.Serves(purpose) && r.FromFen > 0).Select(r => r.FromFen);

    /// <summary>For every purpose somebody has to agree whatever the amount, and no rule stands there twice.</summary>
    public static Result Check(IReadOnlyList<ApprovalRule> rules, int splitDays)
    {
        if (splitDays is < 1 or > LongestSplitDays)
        {
            return OrderingErrors.SplitDaysWrong(LongestSplitDays);
        }

        if (rules.Count is 0 or > MostRules)
        {
            return OrderingErrors.PolicyRulesWrong(MostRules);
        }

        foreach (var purpose in Enum.GetValues<PurchasePurpose>())
        {
            var own = rules.Where(r => r.Serves(purpose)).ToList();
            // Few units sell on: without a rule of its own that follows the usual one.
            if (purpose == PurchasePurpose.OutletTrade && own.Count == 0)
            {
                continue;
            }

            if (own.TrueForAll(r => r.FromFen > 0))
            {
                return OrderingErrors.PolicyLeavesOpen(purpose);
            }

            if (own.Select(r => (r.FromFen, r.Role)).Distinct().Count() < own.Count)
            {
                return OrderingErrors.PolicyRuleTwice;
            }
        }

        return Result.Done;
    }
}

/// <summary>From an amount on, somebody has to agree.</summary>
internal sealed class ApprovalRule
{
    public Guid PolicyId { get; init; }

    public required int Position { get; init; }

    /// <summary>Null for all.</summary>
    public required PurchasePurpose? Purpose { get; init; }

    public required long FromFen { get; init; }

    public required ApproverRole Role { get; init; }

    /// <summary>Speaks of such purchases.</summary>
    public bool Serves(PurchasePurpose purpose) => Purpose is null || Purpose == purpose;
}

/// <summary>One of those who have to agree.</summary>
/// <param name="Level">1 for the first.</param>
/// <param name="Levels">How many have to agree.</param>
/// <param name="Role">Who.</param>
/// <param name="FromFen">The amount from which this one is asked.</param>
internal sealed record ApprovalStep(int Level, int Levels, ApproverRole Role, long FromFen);

/// <summary>Orders that look as if one had been split to stay below a limit: of one unit, from one supplier or village, within some days.</summary>
/// <param name="LimitFen">The limit that each stays below and all together reach.</param>
/// <param name="SumFen">All together.</param>
/// <param name="Others">The numbers of the other orders.</param>
internal sealed record SplitFlag(long LimitFen, long SumFen, IReadOnlyList<string> Others)
{
    /// <summary>In words, as it is kept with a decision.</summary>
    public string Text(bool chinese)
    {
        const int shown = 5;
        var numbers = string.Join(chinese ? "、" : ", ", Others.Take(shown));
        return chinese
            ? $"疑似拆单：与 {numbers}{(Others.Count > shown ? $" 等 {Others.Count} 单" : "")}合计 {Money.FromFen(SumFen)} 元，达到 {Money.FromFen(LimitFen)} 元的限额"
            : $"Perhaps split: with {numbers}{(Others.Count > shown ? $" and {Others.Count - shown} more" : "")} it makes {Money.FromFen(SumFen)} CNY, which reaches the limit of {Money.FromFen(LimitFen)} CNY";
    }
}

/// <summary>Who decides, for people.</summary>
internal static class ApproverRoles
{
    public static string Text(this ApproverRole role, bool chinese) => role switch
    {
        ApproverRole.Approver => chinese ? "本单位审批人" : "approver of the unit",
        ApproverRole.SuperiorApprover => chinese ? "上级单位审批人" : "approver of the unit above",
        ApproverRole.BudgetKeeper => chinese ? "预算管理人" : "keeper of the budget",
    };
}
