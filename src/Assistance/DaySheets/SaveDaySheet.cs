using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
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

    internal sealed class Handler(AssistanceDbContext db, Once once, ReadLines read, WriteSheet write, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var outlet = await write.Outlet(input.OutletId, ct);
            if ((outlet.Error ?? write.Day(input.Day).Error) is { } refused)
            {
                return refused;
            }

            // Held until the end: two who begin the same day come one after the other, and what is left to refund stands still.
            await db.TakeHead(ct);
            var lines = await read.Read(input.OutletId, input.Day, input.Lines, LedgerEntry.Kept(clock.GetUtcNow()), ct);
            if (lines.Failed)
            {
                return lines.Error!;
            }

            var sheet = await db.DaySheets.Include(s => s.Lines).SingleOrDefaultAsync(s => s.OutletId == input.OutletId && s.Day == input.Day, ct);
            var written = write.Put(sheet, outlet.Value, input.Day, lines.Value, input.ExpectedVersion);
            return written.Failed ? written.Error! : written.Value.Id;
        }, ct);
    }
}
