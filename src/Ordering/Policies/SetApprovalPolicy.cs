using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Policies;

/// <summary>Gives a unit a new version of its approval policy; orders handed in before keep theirs.</summary>
internal static class SetApprovalPolicy
{
    /// <summary>From an amount on somebody has to agree; for all purposes when none is named.</summary>
    public sealed record Rule(PurchasePurpose? Purpose, AskedMoney From, ApproverRole Role);

    // ExpectedNumber: of the version that the new one takes the place of; 0 where there is none.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, int ExpectedNumber, IReadOnlyList<Rule> Rules, int SplitDays = ApprovalPolicy.UsualSplitDays) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (!actor.Can(Capability.BudgetManage, input.UnitId) || !await db.Units.AnyAsync(u => u.Id == input.UnitId, ct))
                {
                    return PlatformErrors.NotFound;
                }

                var newest = await db.Policies.Where(p => p.UnitId == input.UnitId).MaxAsync(p => (int?)p.Number, ct) ?? 0;
                if (newest != input.ExpectedNumber)
                {
                    return PlatformErrors.Stale(newest);
                }

                var rules = new List<ApprovalRule>();
                foreach (var (rule, at) in input.Rules.Select((r, i) => (r, i)))
                {
                    if (rule.From.Fen is not { } fen)
                    {
                        return OrderingErrors.ApprovalAmountWrong.At("rules", $"{at}", "from");
                    }

                    rules.Add(new ApprovalRule { Position = at, Purpose = rule.Purpose, FromFen = fen, Role = rule.Role });
                }

                if (ApprovalPolicy.Check(rules, input.SplitDays) is { Error: { } refused })
                {
                    return refused;
                }

                var now = clock.GetUtcNow();
                db.Policies.Add(new ApprovalPolicy
                {
                    Id = Guid.CreateVersion7(now),
                    UnitId = input.UnitId,
                    Number = newest + 1,
                    SetAt = now,
                    SetByName = actor.Name,
                    SplitDays = input.SplitDays,
                    Rules = rules,
                });
                return input.UnitId;
            },
            ct);
    }
}
