using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets;

/// <summary>Writes a counter's day sheet, as a draft: anew, or in place of what was written before. What may be wrong with it is said at once.</summary>
internal static class SaveDaySheet
{
    public sealed record Measured(decimal Value, MeasureUnit Unit);

    /// <param name="Amount">What came in; for a refund what went back, both above zero.</param>
    /// <param name="ProductId">Null for ordinary goods that aren't in the catalogue, which have a name.</param>
    /// <param name="Goods">Their name.</param>
    /// <param name="Quantity">Of goods of the catalogue; of a refund null when no goods came back.</param>
    /// <param name="Stock">On behalf of the village when left out.</param>
    /// <param name="RefundsLineId">The line of an earlier confirmed sheet for which money went back.</param>
    /// <param name="Reason">Why it went back.</param>
    public sealed record Line(
        MoneyInput Amount, [property: IdOf("prd")] Guid? ProductId = null, string? Goods = null, Measured? Quantity = null, GoodsStock? Stock = null,
        [property: IdOf("dsl")] Guid? RefundsLineId = null, string? Reason = null);

    public sealed record Input(string IdempotencyKey, [property: IdOf("out")] Guid OutletId, DateOnly Day, IReadOnlyList<Line> Lines, int? ExpectedVersion = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, ReadLines read, TimeProvider clock)
    {
        private static readonly DateOnly Earliest = new(2020, 1, 1);

        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.KnownOutlets.AsNoTracking().SingleOrDefaultAsync(o => o.OutletId == input.OutletId, ct) is not { } outlet || !actor.Can(Capability.DaySheetRead, outlet.OperatorUnitId))
            {
                return PlatformErrors.NotFound.At("outletId");
            }

            if (!actor.Can(Capability.DaySheetWrite, outlet.OperatorUnitId))
            {
                return PlatformErrors.Forbidden;
            }

            var now = LedgerEntry.Kept(clock.GetUtcNow());
            if (!await db.KnownOutlets.Shop().AnyAsync(o => o.OutletId == input.OutletId, ct))
            {
                return DaySheetErrors.NoShop;
            }

            if (input.Day < Earliest || input.Day > now.DayInChina())
            {
                return DaySheetErrors.DayWrong(now.DayInChina());
            }

            // Held until the end: two who begin the same day come one after the other, and what is left to refund stands still.
            await db.TakeHead(ct);
            var sheet = await db.DaySheets.Include(s => s.Lines).SingleOrDefaultAsync(s => s.OutletId == input.OutletId && s.Day == input.Day, ct);
            var lines = await read.Read(input.OutletId, input.Day, input.Lines, now, ct);
            if (lines.Failed)
            {
                return lines.Error!;
            }

            if (sheet is null)
            {
                sheet = new DaySheet
                {
                    Id = Guid.CreateVersion7(now),
                    OutletId = input.OutletId,
                    UnitId = outlet.OperatorUnitId,
                    Day = input.Day,
                    Sample = outlet.Sample,
                    TypedById = actor.Id,
                    TypedByName = actor.Name,
                    TypedAt = now,
                };
                db.DaySheets.Add(sheet);
            }
            else if (input.ExpectedVersion is null && sheet.State == DaySheetState.Draft)
            {
                return DaySheetErrors.WrittenAlready(sheet.Version);
            }

            if (sheet.Write(input.ExpectedVersion ?? 0, lines.Value, new Signer(actor.Id, actor.Name), now) is { Error: { } refusal })
            {
                return refusal;
            }

            if (sheet.Position > 0)
            {
                // Other lines are another version, though the sheet's own columns may be as before.
                db.Entry(sheet).Property(s => s.TypedAt).IsModified = true;
            }

            return sheet.Id;
        }, ct);
    }
}
