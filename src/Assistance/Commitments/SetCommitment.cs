using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Filings;
using Commerce.Assistance.YearClose;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Commitments;

/// <summary>The office enters or changes a unit's internal guide figure (内部指导数) for a year: for all that it buys, or for a village, a purpose, or both.</summary>
internal static class SetCommitment
{
    public const int FirstYear = 2020;

    /// <summary>EffectiveFrom: for the first figure 1 January when left out, for a change today.</summary>
    public sealed record Input(
        string IdempotencyKey, int Year, [property: IdOf("ou")] Guid UnitId, CommitmentScope Scope, CommitmentBasis Basis, MoneyInput Target,
        string? Note = null, int? ExpectedVersion = null, [property: IdOf("vil")] Guid? VillageId = null, PurchasePurpose? Purpose = null, DateOnly? EffectiveFrom = null) : IMutationInput;

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

            if (await db.IsClosed(input.Year, ct))
            {
                return YearErrors.FigureOfClosedYear(input.Year);
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

            if (PurposeOf(input.Purpose) is not { } purpose)
            {
                return AssistanceErrors.NoOwnPurpose;
            }

            var village = input.VillageId ?? Guid.Empty;
            if (village != Guid.Empty && !await db.KnownProducts.AnyAsync(p => p.VillageId == village, ct))
            {
                return PlatformErrors.NotFound.At("villageId");
            }

            var commitment = await db.CommitmentOf(input.Year, input.UnitId, now, ct, CommitmentScope.OwnGuide, village, purpose);
            if (commitment.Target is not null && input.ExpectedVersion is null)
            {
                return AssistanceErrors.VersionNeeded(commitment.Version);
            }

            if (input.ExpectedVersion is { } seen && seen != commitment.Version)
            {
                return PlatformErrors.Stale(commitment.Version);
            }

            var last = commitment.Versions.MaxBy(v => v.Number)?.EffectiveFrom;
            var from = input.EffectiveFrom ?? (last is null ? new DateOnly(input.Year, 1, 1) : Later(last.Value, now.DayInChina(), input.Year));
            if (from.Year != input.Year || from < last)
            {
                return FilingErrors.WrongDay(input.Year, last ?? new DateOnly(input.Year, 1, 1));
            }

            commitment.Set(target.Value, note, from, actor.Id, actor.Name, now);
            var version = commitment.Version + 1; // The save raises it: from 0 when new.
            db.Publish(new CommitmentChanged(commitment.Id, version, input.Year, input.UnitId, target.Value.Amount, input.VillageId, commitment.PurposeSpelled, from), now);
            return commitment.Id;
        }, ct);

        // Today, as far as it lies in the year and not before what was entered last.
        private static DateOnly Later(DateOnly last, DateOnly today, int year) =>
            today.Year < year || today < last ? last : today.Year > year ? new DateOnly(year, 12, 31) : today;

        private static GuidePurpose? PurposeOf(PurchasePurpose? purpose) => purpose switch
        {
            null => GuidePurpose.All,
            PurchasePurpose.Canteen => GuidePurpose.Canteen,
            PurchasePurpose.StaffWelfare => GuidePurpose.StaffWelfare,
            PurchasePurpose.Personal => GuidePurpose.Personal,
            _ => null,
        };
    }
}
