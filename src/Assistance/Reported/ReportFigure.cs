using Commerce.Assistance.Commitments;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Reported;

/// <summary>The office types how many households of a village were helped and by how much their income rose, from a paper that is kept with it.</summary>
internal static class ReportFigure
{
    /// <summary>What papers behind such figures are handed in for.</summary>
    public const string Evidence = "assistance.reported";

    /// <summary>More households than a village has.</summary>
    public const int MostHouseholds = 100_000;

    // Version: how many versions were seen; 0 for the first.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("vil")] Guid VillageId, int Year, int? Quarter, int Households, MoneyInput IncomeRaised, [property: IdOf("fil")] Guid? FileId,
        string? Note = null, int Version = 0) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!actor.Can(Capability.AssistanceManage))
            {
                return PlatformErrors.Forbidden;
            }

            if (input.VillageId == Guid.Empty || !await db.KnownProducts.AnyAsync(p => p.VillageId == input.VillageId, ct))
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            if (Period(input, now.MonthInChina()) is { Error: { } untimely })
            {
                return untimely;
            }

            var income = input.IncomeRaised.Read();
            if (income.Failed)
            {
                return income.Error!.At(["incomeRaised", .. income.Error!.Path ?? []]);
            }

            if (input.Households is < 0 or > MostHouseholds || income.Value < Money.Zero)
            {
                return AssistanceErrors.FigureOutOfRange(MostHouseholds);
            }

            if (input.Note?.Length > 400)
            {
                return AssistanceErrors.NoteTooLong;
            }

            if (input.FileId is not { } file || (await files.Own(Evidence, [file], ct)).GetValueOrDefault(file) is not { } evidence)
            {
                return AssistanceErrors.EvidenceNeeded;
            }

            var quarter = input.Quarter ?? 0;
            var last = await db.VillageFigures.Where(f => f.VillageId == input.VillageId && f.Year == input.Year && f.Quarter == quarter).MaxAsync(f => (int?)f.Number, ct) ?? 0;
            if (input.Version != last)
            {
                return PlatformErrors.Stale(last);
            }

            var figure = new VillageFigure
            {
                Id = Guid.CreateVersion7(now),
                VillageId = input.VillageId,
                Year = input.Year,
                Quarter = quarter,
                Number = last + 1,
                Households = input.Households,
                IncomeRaised = income.Value,
                EvidenceId = file,
                EvidenceName = evidence.Name,
                Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(),
                ById = actor.Id,
                ByName = actor.Name,
                At = now,
            };
            db.VillageFigures.Add(figure);
            return figure.Id;
        }, ct);

        private static Result Period(Input input, Month month) =>
            input.Year < SetCommitment.FirstYear || input.Year > month.Year ? AssistanceErrors.YearOutOfRange(SetCommitment.FirstYear, month.Year)
            : input.Quarter is < 1 or > 4 ? AssistanceErrors.NoSuchQuarter
            : input.Quarter is { } quarter && Month.Of(input.Year, (quarter * 3) - 2) > month ? AssistanceErrors.MonthAhead
            : Result.Done;
    }
}
