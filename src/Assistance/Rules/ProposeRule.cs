using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Rules;

/// <summary>The office proposes another version of a counting rule (计数口径), from a month on; a second person agrees to it.</summary>
internal static class ProposeRule
{
    /// <summary>How far ahead a rule may begin, in years.</summary>
    public const int YearsAhead = 1;

    /// <summary>ExpectedVersion: the newest version that was seen; 1 is the rule that the platform comes with.</summary>
    public sealed record Input(
        string IdempotencyKey, CountedFigure Figure, Month FromMonth, IReadOnlyList<PurchasePurpose> Purposes, IReadOnlyList<Channel> VillageChannels,
        IReadOnlyList<Channel> OtherChannels, CountingBasis Basis, string Ground, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct) =>
            actor.Can(Capability.AssistanceManage) && Refuse(input, clock.GetUtcNow()) is { } wrong ? Outcome.Refused(wrong) : await once.Run(db, input, () => Propose(input, ct), ct);

        private async Task<Result<Guid>> Propose(Input input, CancellationToken ct)
        {
            if (!await db.CoversAll(actor, Capability.AssistanceManage, ct))
            {
                return PlatformErrors.Forbidden;
            }

            var now = clock.GetUtcNow();
            await db.TakeHead(ct);
            var versions = await db.FigureRules.AsNoTracking().Where(r => r.Figure == input.Figure).ToListAsync(ct);
            var last = versions.Select(r => r.Number).DefaultIfEmpty(1).Max();
            if (last != input.ExpectedVersion)
            {
                return RuleErrors.Seen(last);
            }

            if (versions.Exists(r => r.State == RuleState.Proposed))
            {
                return RuleErrors.OneWaits;
            }

            if (await db.RefuseFrom(input.Figure, input.FromMonth, ct) is { } late)
            {
                return late;
            }

            var rule = new FigureRule
            {
                Id = Guid.CreateVersion7(now),
                Figure = input.Figure,
                Number = last + 1,
                FromMonthNumber = input.FromMonth.Number,
                PurposesSpelled = FigureRule.Spell(input.Purposes),
                VillageChannelsSpelled = FigureRule.Spell(input.VillageChannels),
                OtherChannelsSpelled = FigureRule.Spell(input.OtherChannels),
                Basis = input.Basis,
                Ground = input.Ground.Trim(),
                ById = actor.Id,
                ByName = actor.Name,
                At = now,
            };
            if ((await db.Rules(ct)).Newest(input.Figure).SaysTheSameAs(rule))
            {
                return RuleErrors.SameAsNow;
            }

            db.FigureRules.Add(rule);
            return rule.Id;
        }

        private static Error? Refuse(Input input, DateTimeOffset now)
        {
            var most = Month.Of(now.MonthInChina().Year + YearsAhead, 12);
            Channel[] channels = [.. input.VillageChannels, .. input.OtherChannels];
            return input.Purposes.Count == 0 ? RuleErrors.NoPurpose
                : input.Purposes.Except(FigureRule.OwnPurposes).Any() ? RuleErrors.NotOwn
                : channels.Length == 0 ? RuleErrors.NoChannel
                : channels.Contains(Channel.HelpSell) ? RuleErrors.NoPurchase
                : input.Figure == CountedFigure.ReservedShare && channels.Any(c => c != Channel.Platform832) ? RuleErrors.Only832
                : input.Figure == CountedFigure.Measure47 && input.OtherChannels.Count > 0 ? RuleErrors.VillagesAlone
                : input.Figure != CountedFigure.OwnGuide && input.Basis != CountingBasis.Accepted ? RuleErrors.AcceptedAlone
                : input.Ground.Trim().Length is < 2 or > 200 ? RuleErrors.GroundLength
                : input.FromMonth > most ? RuleErrors.TooFarAhead(most)
                : null;
        }
    }

    /// <summary>Why a version can't begin in a month; null when it can. Hold the ledger's head while relying on it.</summary>
    internal static async Task<Error?> RefuseFrom(this AssistanceDbContext db, CountedFigure figure, Month from, CancellationToken ct)
    {
        var settled = await db.Months.AsNoTracking().Where(m => m.MonthNumber >= from.Number && m.State != MonthState.Open).MaxAsync(m => (int?)m.MonthNumber, ct);
        var last = (await db.Rules(ct)).Newest(figure).FromMonthNumber;
        return settled is { } month ? RuleErrors.MonthFixed(new(month)) : from.Number < last ? RuleErrors.BeforeLast(new(last)) : null;
    }
}
