using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Filings;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Commitments;

/// <summary>The office enters or changes a unit's internal guide figure (内部指导数) for a year.</summary>
internal static class SetCommitment
{
    public const int FirstYear = 2020;

    public sealed record Input(
        string IdempotencyKey, int Year, [property: IdOf("ou")] Guid UnitId, CommitmentScope Scope, CommitmentBasis Basis, MoneyInput Target,
        string? Note = null, int? ExpectedVersion = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!actor.Can(Capability.AssistanceManage, input.UnitId))
            {
                return actor.Can(Capability.AssistanceRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            if (input.Scope != CommitmentScope.OwnGuide || input.Basis != CommitmentBasis.FixedAmount)
            {
                return AssistanceErrors.ShareIsFiled;
            }

            var now = clock.GetUtcNow();
            if (Years.Refuse(input.Year, now) is { } year)
            {
                return year;
            }

            var target = input.Target.Read();
            if (target.Failed)
            {
                return target.Error!.At(["target", .. target.Error!.Path ?? []]);
            }

            if (target.Value <= Money.Zero)
            {
                return AssistanceErrors.TargetNotPositive;
            }

            var note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim();
            if (note?.Length > 400)
            {
                return AssistanceErrors.NoteTooLong;
            }

            var commitment = await db.CommitmentOf(input.Year, input.UnitId, now, ct);
            if (commitment.Target is not null && input.ExpectedVersion is null)
            {
                return AssistanceErrors.VersionNeeded(commitment.Version);
            }

            if (input.ExpectedVersion is { } seen && seen != commitment.Version)
            {
                return PlatformErrors.Stale(commitment.Version);
            }

            commitment.Set(target.Value, note);
            var version = commitment.Version + 1; // The save raises it: from 0 when new.
            db.Publish(new CommitmentChanged(commitment.Id, version, input.Year, input.UnitId, target.Value.Amount), now);
            return commitment.Id;
        }, ct);
    }
}
