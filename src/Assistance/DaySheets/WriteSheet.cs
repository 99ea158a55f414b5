using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets;

/// <summary>What holds for every day sheet that is written, typed or out of a workbook.</summary>
internal sealed class WriteSheet(AssistanceDbContext db, Actor actor, TimeProvider clock)
{
    private static readonly DateOnly Earliest = new(2020, 1, 1);

    /// <summary>An outlet of which the asker writes the sheets.</summary>
    public async Task<Result<KnownOutlet>> Outlet(Guid outletId, CancellationToken ct)
    {
        if (await db.KnownOutlets.AsNoTracking().SingleOrDefaultAsync(o => o.OutletId == outletId, ct) is not { } outlet || !actor.Can(Capability.DaySheetRead, outlet.OperatorUnitId))
        {
            return PlatformErrors.NotFound.At("outletId");
        }

        if (!actor.Can(Capability.DaySheetWrite, outlet.OperatorUnitId))
        {
            return PlatformErrors.Forbidden;
        }

        return await db.KnownOutlets.Shop().AnyAsync(o => o.OutletId == outletId, ct) ? outlet : DaySheetErrors.NoShop;
    }

    /// <summary>Whether a sheet can be of this day.</summary>
    public Result Day(DateOnly day)
    {
        var today = clock.GetUtcNow().DayInChina();
        return day < Earliest || day > today ? DaySheetErrors.DayWrong(today) : Result.Done;
    }

    /// <summary>Puts lines on the sheet of a day, which is begun when there is none.</summary>
    /// <param name="sheet">With its lines; null when nobody has begun one.</param>
    /// <param name="outlet">Where it was sold.</param>
    /// <param name="day">When.</param>
    /// <param name="lines">In place of those that stand there.</param>
    /// <param name="expectedVersion">Of the draft that they take the place of; null for a day without a sheet.</param>
    public Result<DaySheet> Put(DaySheet? sheet, KnownOutlet outlet, DateOnly day, IReadOnlyList<DaySheetLine> lines, int? expectedVersion)
    {
        var now = LedgerEntry.Kept(clock.GetUtcNow());
        if (sheet is null)
        {
            sheet = new DaySheet
            {
                Id = Guid.CreateVersion7(now),
                OutletId = outlet.OutletId,
                UnitId = outlet.OperatorUnitId,
                Day = day,
                Sample = outlet.Sample,
                TypedById = actor.Id,
                TypedByName = actor.Name,
                TypedAt = now,
            };
            db.DaySheets.Add(sheet);
        }
        else if (expectedVersion is null && sheet.State == DaySheetState.Draft)
        {
            return DaySheetErrors.WrittenAlready(sheet.Version);
        }

        if (sheet.Write(expectedVersion ?? 0, lines, new Signer(actor.Id, actor.Name), now) is { Error: { } refusal })
        {
            return refusal;
        }

        if (sheet.Position > 0)
        {
            // Other lines are another version, though the sheet's own columns may be as before.
            db.Entry(sheet).Property(s => s.TypedAt).IsModified = true;
        }

        return sheet;
    }
}
