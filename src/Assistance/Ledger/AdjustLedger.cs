using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Ledger;

/// <summary>A person types a row into the ledger with a reason (补记), or takes such a row back (冲销). What goods brought in is never touched here.</summary>
internal static class AdjustLedger
{
    public sealed record Input(
        string IdempotencyKey, int Year, [property: IdOf("ou")] Guid UnitId, [property: IdOf("vil")] Guid? VillageId, [property: IdOf("prd")] Guid ProductId,
        Month Month, MoneyInput Amount, string Reason, PurchasePurpose? Purpose = null,
        [property: IdOf("led")] Guid? ReversesEntryId = null, Channel? Channel = null) : IMutationInput
    {
        public Guid Village => VillageId ?? Guid.Empty;
    }

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!actor.Can(Capability.AssistanceAdjust, input.UnitId))
            {
                return actor.Can(Capability.AssistanceRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var amount = Check(input, now);
            if (amount.Failed)
            {
                return amount.Error!;
            }

            var head = await db.TakeHead(ct);
            if (await db.FirstOpen(input.Month, ct) is var open && open != input.Month)
            {
                return AssistanceErrors.MonthLocked(input.Month, open);
            }

            var product = await db.KnownProducts.AsNoTracking().SingleOrDefaultAsync(p => p.ProductId == input.ProductId, ct);
            if (product is null)
            {
                return AssistanceErrors.ProductUnknown;
            }

            if (product.VillageId != input.Village)
            {
                return AssistanceErrors.NotOfThisVillage;
            }

            if (input.Channel is Channel.HelpSell or Channel.Resale)
            {
                return DaySheetErrors.NotTypedHere;
            }

            if (input.Channel == Channel.Offline || (input.Channel == Channel.Platform832 && input.Village != Guid.Empty))
            {
                return AssistanceErrors.RecordedElsewhere;
            }

            LedgerEntry? reversed = null;
            if (input.ReversesEntryId is { } reversedId)
            {
                var found = await Reversed(reversedId, input, amount.Value, ct);
                if (found.Failed)
                {
                    return found.Error!;
                }

                reversed = found.Value;
            }

            var unitName = await db.KnownNames.Where(n => n.Id == input.UnitId).Select(n => n.Name).SingleOrDefaultAsync(ct) ?? "";
            var entry = Entry(input, amount.Value, product, reversed, unitName, now);
            await db.Append(head, [entry], ct);
            db.Publish(new LedgerEntryRecorded(entry.Id, entry.UnitId, entry.VillageId, input.Month.ToString(), amount.Value.Amount), now);
            return entry.Id;
        }, ct);

        private static Result<Money> Check(Input input, DateTimeOffset now)
        {
            if (input.Month.Year != input.Year)
            {
                return AssistanceErrors.MonthNotOfYear(input.Year);
            }

            if (input.Month > now.MonthInChina())
            {
                return AssistanceErrors.MonthAhead;
            }

            if (input.Reason.Trim().Length is < 4 or > 400)
            {
                return AssistanceErrors.ReasonTooShort;
            }

            var amount = input.Amount.Read();
            return amount.Failed ? amount.Error!.At(["amount", .. amount.Error!.Path ?? []])
                : amount.Value == Money.Zero ? AssistanceErrors.NothingToRecord
                : amount;
        }

        private async Task<Result<LedgerEntry>> Reversed(Guid id, Input input, Money amount, CancellationToken ct)
        {
            var entry = await db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
            if (entry is null || !actor.Can(Capability.AssistanceRead, entry.UnitId))
            {
                return PlatformErrors.NotFound.At("reversesEntryId");
            }

            if (entry.Kind != LedgerKind.Manual)
            {
                return AssistanceErrors.NotTyped;
            }

            if (await db.LedgerEntries.AnyAsync(e => e.SourceType == LedgerSources.Manual && e.SourceLineId == id && e.Kind == LedgerKind.Reversal, ct))
            {
                return AssistanceErrors.AlreadyReversed;
            }

            var same = entry.UnitId == input.UnitId && entry.VillageId == input.Village && entry.ProductId == input.ProductId
                && (input.Purpose ?? entry.Purpose) == entry.Purpose && (input.Channel ?? entry.Channel) == entry.Channel && entry.MonthNumber <= input.Month.Number && entry.AmountFen == -amount.Fen;
            return same ? entry : AssistanceErrors.NotTheOpposite(Money.FromFen(-entry.AmountFen));
        }

        private static LedgerEntry Entry(Input input, Money amount, KnownProduct product, LedgerEntry? reversed, string unitName, DateTimeOffset now)
        {
            var id = Guid.CreateVersion7(now);
            return new()
            {
                Id = id,
                Kind = reversed is null ? LedgerKind.Manual : LedgerKind.Reversal,
                Purpose = reversed?.Purpose ?? input.Purpose ?? PurchasePurpose.Canteen,
                UnitId = input.UnitId,
                UnitName = unitName,
                Channel = reversed?.Channel ?? input.Channel ?? Channel.Direct,
                VillageId = input.Village,
                ProductId = input.ProductId,

                // A row and its reversal fall into the same totals, wherever the product comes from by then.
                ProducerId = reversed?.ProducerId ?? product.ProducerId,
                OutletId = Guid.Empty,
                CountyCode = reversed?.CountyCode ?? product.CountyCode,
                MonthNumber = input.Month.Number,
                AdjustsMonthNumber = reversed is not null && reversed.MonthNumber < input.Month.Number ? reversed.MonthNumber : 0,
                Designated = reversed?.Designated ?? false,
                AmountFen = amount.Fen,
                QuantityMilli = 0,
                QuantityUnit = reversed?.QuantityUnit ?? MeasureUnit.Piece,
                SourceType = LedgerSources.Manual,
                SourceId = id,
                SourceLineId = reversed?.Id ?? id,
                OriginalLineId = reversed?.Id ?? id,
                EventId = id,
                OrderId = Guid.Empty,
                OccurredAt = LedgerEntry.Kept(now),
                RecordedAt = LedgerEntry.Kept(now),
                ReversesId = reversed?.Id,
                Reason = input.Reason.Trim(),
                Sample = reversed?.Sample ?? product.Sample,
            };
        }
    }
}
