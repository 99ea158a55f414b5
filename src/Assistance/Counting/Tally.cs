using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Moves;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Counting;

/// <summary>Judges the lines of a document against what is known, all or none. The ledger refuses what it can't check and waits for what it doesn't know yet.</summary>
internal sealed class Tally(AssistanceDbContext db, TimeProvider clock)
{
    /// <summary>The rows to append; empty when everything stands in the ledger already.</summary>
    public async Task<(Taken Taken, IReadOnlyList<LedgerEntry> Entries)> Judge(CountedDocument document, EventContext context, CancellationToken ct)
    {
        if (!Spelled.TryRead<PurchasePurpose>(document.Purpose, out var purpose))
        {
            return (Taken.Refused($"{document.Number}: nobody knows the purpose {document.Purpose}"), []);
        }

        var said = document.At.MonthInChina();
        if (document.Month != said.ToString())
        {
            return (Taken.Refused($"{document.Number}: {document.At:O} lies in {said}, not {document.Month}"), []);
        }

        var fresh = await Fresh(document, ct);
        if (fresh.Count == 0)
        {
            return (Taken.Done, []);
        }

        // What comes when its month is closed goes forward to the next open one, and says so.
        var month = await db.FirstOpen(said, ct);
        var designated = await db.DesignatedOn(document.At.DayInChina(), document.Lines.Select(l => l.CountyCode), ct);
        var resold = await db.Resold(document.Lines.Select(l => (l.OfferId, l.OutletId)), ct);
        var agreed = await db.KnownOrderLines.AsNoTracking().Where(l => l.OrderId == document.OrderId).ToDictionaryAsync(l => l.OrderLineId, ct);
        var originals = await Originals(fresh, ct);
        var left = await Left(originals.Values.Select(o => o.OriginalLineId), ct);
        var moved = await db.MovedTo([.. originals.Values.Select(o => o.OriginalLineId).Distinct()], ct);
        var entries = new List<LedgerEntry>();
        Taken? waits = null;
        foreach (var line in fresh)
        {
            var (taken, entry) = Judge(document, line);
            if (entry is not null)
            {
                entries.Add(entry);
                if (entry.Kind != LedgerKind.Purchase && moved.TryGetValue(entry.OriginalLineId, out var now) && now.UnitId != entry.UnitId)
                {
                    entries.AddRange(MovedRows.Following(entry, now));
                }
            }
            else if (!taken.IsWaiting)
            {
                return (taken, []);
            }
            else
            {
                waits ??= taken;
            }
        }

        return waits is null ? (Taken.Done, entries) : (waits, []);

        (Taken Taken, LedgerEntry? Entry) Judge(CountedDocument of, CountedLine line)
        {
            var what = $"{of.Number} line {line.LineId}";
            if (!agreed.TryGetValue(line.OrderLineId, out var terms))
            {
                return (Taken.Waits(agreed.Count == 0 ? $"{what}: order {of.OrderId} isn't known yet" : $"{what}: order line {line.OrderLineId} isn't known yet"), null);
            }

            if (Read(of.KindOf(line), line) is not { } exact)
            {
                return (Taken.Refused($"{what}: {line.Quantity} {line.Unit} at {line.Price}/{line.PricedBy} for {line.Amount} can't be read exactly"), null);
            }

            if ((line.OfferId == terms.OfferId ? CountableLine.Refuse(exact, terms.Price) : "another offer was agreed") is { } refusal)
            {
                return (Taken.Refused($"{what}: {refusal}"), null);
            }

            var original = line.LineId;
            var channel = resold.Contains(line.OfferId) && purpose != PurchasePurpose.OutletTrade ? Channel.Resale : Channel.Direct;
            var (adjusts, ofList) = (month == said ? 0 : said.Number, line.VillageId is null && designated.Contains(line.CountyCode));
            if (exact.Kind != LedgerKind.Purchase)
            {
                if (line.OriginalLineId is not { } changed || !originals.TryGetValue(changed, out var stands))
                {
                    return line.OriginalLineId is null
                        ? (Taken.Refused($"{what}: it doesn't say which acceptance line it changes"), null)
                        : (Taken.Waits($"{what}: acceptance line {line.OriginalLineId} isn't counted yet"), null);
                }

                if (stands.OrderId != of.OrderId || stands.ProductId != line.ProductId)
                {
                    return (Taken.Refused($"{what}: acceptance line {changed} is of another order or product"), null);
                }

                original = stands.OriginalLineId;
                if (CountableLine.Apply(left[original], exact) is not { } after)
                {
                    // A correction upwards may still be on its way; until then it stands parked, for all to see.
                    return (Taken.Waits($"{what}: more goes back than is left of acceptance line {changed}"), null);
                }

                left[original] = after;
                (ofList, channel) = (stands.Designated, stands.Channel);

                // What stands beside this year's figures (跨年调整) may not lower them when it goes back.
                adjusts = stands.EarlierYear != 0 ? stands.EarlierYear : stands.MonthNumber < month.Number ? stands.MonthNumber : adjusts;
            }

            return (Taken.Done, Entry(of, line, exact, original, purpose, new(month.Number, adjusts, ofList, channel), context));
        }
    }

    // What an earlier delivery, or the same fact under another event, brought in is absorbed.
    private async Task<List<CountedLine>> Fresh(CountedDocument document, CancellationToken ct)
    {
        var ids = document.Lines.Select(l => l.LineId).ToList();
        var known = await db.LedgerEntries.AsNoTracking()
            .Where(e => e.SourceType == document.SourceType && ids.Contains(e.SourceLineId))
            .Select(e => new { e.SourceLineId, e.Kind })
            .ToListAsync(ct);
        return [.. document.Lines.Where(l => !known.Any(k => k.SourceLineId == l.LineId && k.Kind == document.KindOf(l)))];
    }

    private async Task<Dictionary<Guid, Original>> Originals(List<CountedLine> lines, CancellationToken ct)
    {
        var ids = lines.Where(l => l.OriginalLineId is not null).Select(l => l.OriginalLineId!.Value).Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db.LedgerEntries.AsNoTracking()
                .Where(e => e.SourceType == LedgerSources.AcceptanceLine && ids.Contains(e.SourceLineId))
                .Select(e => new Original(
                    e.SourceLineId, e.OriginalLineId, e.OrderId, e.ProductId, e.MonthNumber, e.AdjustsMonthNumber / 100 < e.MonthNumber / 100 ? e.AdjustsMonthNumber : 0, e.Designated, e.Channel))
                .ToDictionaryAsync(o => o.LineId, ct);
    }

    private async Task<Dictionary<Guid, LineLeft>> Left(IEnumerable<Guid> originals, CancellationToken ct)
    {
        var ids = originals.Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db.LedgerEntries.AsNoTracking()
                .Where(e => ids.Contains(e.OriginalLineId))
                .GroupBy(e => e.OriginalLineId)
                .Select(g => new { g.Key, Fen = g.Sum(e => e.AmountFen), Milli = g.Sum(e => e.QuantityMilli) })
                .ToDictionaryAsync(g => g.Key, g => new LineLeft(g.Fen, g.Milli), ct);
    }

    private static LineToCount? Read(LedgerKind kind, CountedLine line) =>
        Spelled.TryRead<MeasureUnit>(line.PricedBy, out var per) && Spelled.TryRead<MeasureUnit>(line.Unit, out var unit)
        && UnitPrice.IsExact(line.Price) && Quantity.IsExact(line.Quantity, unit) && Money.IsExact(line.Amount)
            ? new(kind, UnitPrice.Of(line.Price, per), Quantity.Of(line.Quantity, unit), Money.Of(line.Amount))
            : null;

    private LedgerEntry Entry(CountedDocument of, CountedLine line, LineToCount exact, Guid original, PurchasePurpose purpose, Place place, EventContext context)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Kind = exact.Kind,
            Channel = place.Channel,
            Purpose = purpose,
            UnitId = of.UnitId,
            UnitName = of.UnitName,
            VillageId = line.VillageId ?? Guid.Empty,
            ProductId = line.ProductId,
            ProducerId = line.ProducerId,
            OutletId = line.OutletId,
            CountyCode = line.CountyCode,
            MonthNumber = place.MonthNumber,
            AdjustsMonthNumber = place.AdjustsMonthNumber,
            Designated = place.Designated,
            AmountFen = exact.Amount.Fen,
            QuantityMilli = exact.Quantity.Milli,
            QuantityUnit = exact.Quantity.Unit,
            SourceType = of.SourceType,
            SourceId = of.Id,
            SourceLineId = line.LineId,
            OriginalLineId = original,
            EventId = context.EventId,
            OrderId = of.OrderId,
            AcceptanceId = of.AcceptanceId,
            ReturnId = of.ReturnId,
            DocumentNumber = of.Number,
            OccurredAt = LedgerEntry.Kept(of.At),
            RecordedAt = LedgerEntry.Kept(now),
            Reason = of.Reason,
            Sample = line.Sample,
        };
    }

    // EarlierYear: the month of an earlier year for which it stands; 0 for none.
    private sealed record Original(Guid LineId, Guid OriginalLineId, Guid OrderId, Guid ProductId, int MonthNumber, int EarlierYear, bool Designated, Channel Channel);

    // Where a row stands: its month, the earlier one that it puts right, whether it is of a county on the list, and through which channel it came.
    private sealed record Place(int MonthNumber, int AdjustsMonthNumber, bool Designated, Channel Channel);
}
