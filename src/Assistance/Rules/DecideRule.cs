using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Rules;

/// <summary>A second person agrees to a version of a counting rule, or refuses it with a reason; whoever proposed it may take it back.</summary>
internal static class DecideRule
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("rul")] Guid RuleId, int ExpectedVersion, bool Agree, string? Reason = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!await db.MayDecideOnRules(actor, ct))
            {
                return actor.Can(Capability.AssistanceRead) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            // Nothing is counted and no month is signed while the rule changes.
            await db.TakeHead(ct);
            if (await db.FigureRules.SingleOrDefaultAsync(r => r.Id == input.RuleId, ct) is not { } rule)
            {
                return PlatformErrors.NotFound.At("ruleId");
            }

            if (rule.State != RuleState.Proposed)
            {
                return RuleErrors.NotWaiting;
            }

            if (rule.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(rule.Version).At("expectedVersion");
            }

            var now = clock.GetUtcNow();
            if (!input.Agree)
            {
                var reason = input.Reason?.Trim() ?? "";
                return reason.Length is < 4 or > 400 ? RuleErrors.WhyRefuse : rule.Refuse(actor.Id, actor.Name, now, reason) is { Error: { } wrong } ? wrong : rule.Id;
            }

            // A month may have been signed since it was proposed.
            if (await db.RefuseFrom(rule.Figure, new(rule.FromMonthNumber), ct) is { } late)
            {
                return late;
            }

            if (rule.Agree(actor.Id, actor.Name, now) is { Error: { } refused })
            {
                return refused;
            }

            db.Publish(
                new CountingRuleAgreed(
                    GraphJson.EnumName(rule.Figure), rule.Number, new Month(rule.FromMonthNumber).ToString(), Words(rule.PurposesSpelled), Words(rule.VillageChannelsSpelled),
                    Words(rule.OtherChannelsSpelled), GraphJson.EnumName(rule.Basis), rule.Ground, now),
                now);
            return rule.Id;
        }, ct);

        private static string[] Words(string spelled) => spelled.Split(',', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The office, or whoever countersigns months; for the whole department.</summary>
    internal static async Task<bool> MayDecideOnRules(this AssistanceDbContext db, Actor actor, CancellationToken ct) =>
        await db.CoversAll(actor, Capability.AssistanceManage, ct) || await db.CoversAll(actor, Capability.AssistanceCountersign, ct);
}
