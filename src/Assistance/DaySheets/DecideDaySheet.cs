using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets;

/// <summary>A second person confirms a day sheet (确认), and with that it is in the ledger; or sends it back with a reason (退回).</summary>
internal static class DecideDaySheet
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ds")] Guid SheetId, int ExpectedVersion, bool Confirm, string? Reason = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, ReadLines read, PostSales post, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var head = await db.TakeHead(ct);
            if (await db.DaySheets.Include(s => s.Lines.OrderBy(l => l.Number)).SingleOrDefaultAsync(s => s.Id == input.SheetId, ct) is not { } sheet || !actor.Can(Capability.DaySheetRead, sheet.UnitId))
            {
                return PlatformErrors.NotFound.At("sheetId");
            }

            if (!actor.Can(Capability.DaySheetConfirm, sheet.UnitId))
            {
                return PlatformErrors.Forbidden;
            }

            var (by, now) = (new Signer(actor.Id, actor.Name), LedgerEntry.Kept(clock.GetUtcNow()));
            if ((input.Confirm ? sheet.Confirm(input.ExpectedVersion, by, now) : sheet.SendBack(input.ExpectedVersion, by, input.Reason ?? "")) is { Error: { } refusal })
            {
                return refusal;
            }

            if (input.Confirm)
            {
                if (await Settle(sheet, ct) is { Error: { } tooMuch })
                {
                    return tooMuch;
                }

                await post.Post(head, sheet, ct);
                db.Publish(Posted(sheet), now);
            }

            return sheet.Id;
        }, ct);

        // Whoever keeps the counter's stock lowers it by this.
        private static CounterSalesPosted Posted(DaySheet sheet) => new(
            sheet.Id, sheet.Number, sheet.OutletId, sheet.Day, sheet.ConfirmedById!.Value, sheet.ConfirmedAt!.Value,
            [
                .. sheet.Lines.Where(l => l.Counts).OrderBy(l => l.Number).Select(l => new CounterSale(
                    l.Id, l.RefundsLineId, l.ProductId, l.Goods, l.Stock == GoodsStock.OnBehalf, l.Quantity.Value, GraphJson.EnumName(l.QuantityUnit), l.Amount.Amount)),
            ]);

        // What is kept from now on: recognitions of that day as they are known by now, and refunds that still fit.
        private async Task<Result> Settle(DaySheet sheet, CancellationToken ct)
        {
            var recognised = await read.Recognised([.. sheet.Lines.Select(l => l.ProductId)], sheet.Day, ct);
            var left = await read.Left(sheet.OutletId, sheet.Day, [.. sheet.Lines.Select(l => l.RefundsLineId).OfType<Guid>()], ct);
            foreach (var line in sheet.Lines)
            {
                line.Recognised = line.RefundsLineId is null ? recognised.Contains(line.ProductId) : line.Recognised;
            }

            foreach (var back in sheet.Lines.Where(l => l.RefundsLineId is not null).GroupBy(l => l.RefundsLineId!.Value))
            {
                var (fen, milli) = left.TryGetValue(back.Key, out var sold) ? (sold.Fen, sold.Milli) : (0, 0);
                if (-back.Sum(b => b.Amount.Fen) > fen || -back.Sum(b => b.QuantityMilli) > milli)
                {
                    return DaySheetErrors.MoreThanSold(Money.FromFen(fen), new Quantity(milli, back.First().QuantityUnit).ToString());
                }
            }

            return Result.Done;
        }
    }
}
