using Commerce.Assistance.Commitments;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Filings;

/// <summary>The office enters the year's ratio, what it is taken of and by when to file; a change in the year is another version from a day on.</summary>
internal static class SetShareRatio
{
    /// <summary>UnitId: the department for whose units it holds. ExpectedVersion: the year's version that was seen; left out for the first.</summary>
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, int Year, DateOnly EffectiveFrom, decimal Ratio, ShareBase Base, string Basis, DateOnly DueOn, int? ExpectedVersion = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var desk = await FilingDesk.Open(db, actor, ct);
            if (!actor.Can(Capability.AssistanceRead, input.UnitId) || input.UnitId != desk.Department)
            {
                return PlatformErrors.NotFound.At("unitId");
            }

            if (!desk.MaySetRatio)
            {
                return PlatformErrors.Forbidden;
            }

            var now = clock.GetUtcNow();
            if (Years.Refuse(input.Year, now) is { } year)
            {
                return year;
            }

            if (Ratios.Read(input.Ratio) is not { } ratio)
            {
                return FilingErrors.RatioShape;
            }

            if (input.Basis.Trim().Length is < 2 or > 200)
            {
                return FilingErrors.BasisLength;
            }

            var last = await db.ShareRatios.AsNoTracking().Where(r => r.Year == input.Year).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
            if ((last?.Number ?? 0) != (input.ExpectedVersion ?? 0))
            {
                return FilingErrors.RatioSeen(last?.Number ?? 0);
            }

            if (input.EffectiveFrom.Year != input.Year || input.EffectiveFrom < last?.EffectiveFrom)
            {
                return FilingErrors.WrongDay(input.Year, last?.EffectiveFrom ?? new DateOnly(input.Year, 1, 1));
            }

            if (input.DueOn.Year != input.Year)
            {
                return FilingErrors.DueOutside(input.Year);
            }

            db.ShareRatios.Add(new ShareRatio
            {
                Id = Guid.CreateVersion7(now),
                Year = input.Year,
                Number = (last?.Number ?? 0) + 1,
                EffectiveFrom = input.EffectiveFrom,
                Ratio = ratio,
                Base = input.Base,
                Basis = input.Basis.Trim(),
                DueOn = input.DueOn,
                ById = actor.Id,
                ByName = actor.Name,
                At = now,
            });
            return (await db.ProgrammeOf(input.Year, now, ct)).Id;
        }, ct);
    }
}

/// <summary>Ratios as clients send them.</summary>
internal static class Ratios
{
    /// <summary>0.10 is 1000 ten-thousandths; null when it isn't more than 0, at most 1 and exact.</summary>
    public static int? Read(decimal ratio) => ratio is > 0 and <= 1 && decimal.Truncate(ratio * 10_000m) == ratio * 10_000m ? (int)(ratio * 10_000m) : null;
}

/// <summary>Years that figures may be entered for.</summary>
internal static class Years
{
    public static Error? Refuse(int year, DateTimeOffset now) =>
        now.DayInChina().Year + 1 is var last && (year < SetCommitment.FirstYear || year > last) ? AssistanceErrors.YearOutOfRange(SetCommitment.FirstYear, last) : null;
}
