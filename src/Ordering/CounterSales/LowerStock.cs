using Commerce.Contracts.Assistance;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.CounterSales;

/// <summary>What a counter sold for cash leaves its stock once its day sheet is confirmed, and what came back returns. Sales paid by phone left when they were handed over.</summary>
internal sealed class LowerStock(OrderingDbContext db, TimeProvider clock) : IHandle<CounterSalesPosted>
{
    public async Task<Taken> Handle(CounterSalesPosted fact, EventContext context, CancellationToken ct)
    {
        Guid[] ids = [.. fact.Lines.Select(l => l.LineId)];
        var taken = await db.CounterSales.Where(l => ids.Contains(l.Id)).Select(l => l.Id).ToListAsync(ct);
        // Where only money went back nothing moves.
        List<CounterSale> fresh = [.. fact.Lines.Where(l => !taken.Contains(l.LineId) && l.Quantity != 0)];
        if (fresh.Find(l => !Quantity.IsExact(l.Quantity, GraphJson.ReadEnum<MeasureUnit>(l.Unit))) is { } unreadable)
        {
            return Taken.Refused($"{fact.Number} line {unreadable.LineId}: {unreadable.Quantity} {unreadable.Unit} can't be read exactly");
        }

        Guid[] goods = [.. fresh.Where(l => l.RefundsLineId is null).Select(l => l.ProductId).Distinct()];
        var offers = await db.Offers.AsNoTracking().Where(o => goods.Contains(o.ProductId)).ToListAsync(ct);
        if (Array.Find(goods, g => offers.TrueForAll(o => o.ProductId != g)) is var unknown && unknown != Guid.Empty)
        {
            return Taken.Waits($"{fact.Number}: no offer of product {unknown} is known yet");
        }

        var now = clock.GetUtcNow();
        var runs = await db.Outlets.AsNoTracking().Where(o => o.Id == fact.OutletId).Select(o => o.OperatorUnitId).SingleOrDefaultAsync(ct);
        var by = new Person(fact.ConfirmedById, await db.People.AsNoTracking().Where(p => p.Id == fact.ConfirmedById).Select(p => p.Name).SingleOrDefaultAsync(ct) ?? "日销售单");
        List<CounterSaleLine> lines = [];
        foreach (var line in fresh)
        {
            var quantity = Quantity.Of(line.Quantity, GraphJson.ReadEnum<MeasureUnit>(line.Unit));
            var (match, offer) = line.RefundsLineId is not null
                ? (CounterSaleMatch.EarlierSale, null)
                : CounterSaleLine.Meant(offers.Where(o => o.ProductId == line.ProductId && o.OutletId == fact.OutletId), quantity, fact.Day, line.OnBehalf, runs);
            lines.Add(new CounterSaleLine
            {
                Id = line.LineId,
                SheetId = fact.SheetId,
                SheetNumber = fact.Number,
                OutletId = fact.OutletId,
                Day = fact.Day,
                ProductId = line.ProductId,
                ProductName = line.ProductName,
                QuantityMilli = quantity.Milli,
                Unit = quantity.Unit,
                RefundsLineId = line.RefundsLineId,
                Match = match,
                OfferId = offer?.Id,
                PostedAt = now,
            });
        }

        db.CounterSales.AddRange(lines);

        // In the order of the offers, so that two sheets can't block each other.
        foreach (var line in lines.Where(l => l.OfferId is not null).OrderBy(l => l.OfferId))
        {
            await Sell(line, by, now, ct);
        }

        // Of sales that are here already, and what came back of these sales before they were here themselves.
        Guid[] sold = [.. lines.Select(l => l.Id)];
        var waiting = await db.CounterSales.Where(l => l.RefundsLineId != null && l.OfferId == null && sold.Contains(l.RefundsLineId.Value)).ToListAsync(ct);
        foreach (var back in lines.Where(l => l.RefundsLineId is not null).Concat(waiting))
        {
            if (await db.CounterSales.FindAsync([back.RefundsLineId], ct) is { OfferId: not null } sale)
            {
                await TakeBack(back, sale, by, now, ct);
            }
        }

        return Taken.Done;
    }

    // What is more than was free is kept as a difference.
    private async Task Sell(CounterSaleLine line, Person by, DateTimeOffset now, CancellationToken ct)
    {
        var free = await Held(line.OfferId!.Value, ct);
        var gone = Math.Clamp(line.QuantityMilli, 0, Math.Max(free, 0));
        line.MissingMilli = line.QuantityMilli - gone;
        await Move(line, -gone, by, now, ct);
    }

    // What is missing of its sale was never taken from the stock, unless a count has settled it since.
    private async Task TakeBack(CounterSaleLine back, CounterSaleLine sale, Person by, DateTimeOffset now, CancellationToken ct)
    {
        (back.Match, back.OfferId) = (CounterSaleMatch.Matched, sale.OfferId);
        await Held(sale.OfferId!.Value, ct);
        var counted = await db.StockMovements.AnyAsync(m => m.OfferId == sale.OfferId && m.Kind == MovementKind.Counted && m.At > sale.PostedAt, ct);
        var closes = counted ? 0 : Math.Min(sale.MissingMilli, -back.QuantityMilli);
        sale.MissingMilli -= closes;
        await Move(back, -back.QuantityMilli - closes, by, now, ct);
    }

    /// <summary>What is free of an offer, with its row held until the end.</summary>
    private async Task<long> Held(Guid offer, CancellationToken ct)
    {
        await db.Stocks.Where(s => s.OfferId == offer).ExecuteUpdateAsync(s => s.SetProperty(x => x.OnHandMilli, x => x.OnHandMilli), ct);
        return await db.Stocks.AsNoTracking().Where(s => s.OfferId == offer).Select(s => s.OnHandMilli - s.ReservedMilli).SingleAsync(ct);
    }

    private async Task Move(CounterSaleLine line, long delta, Person by, DateTimeOffset now, CancellationToken ct)
    {
        if (delta == 0)
        {
            return;
        }

        var offer = line.OfferId!.Value;
        await db.Stocks.Where(s => s.OfferId == offer).ExecuteUpdateAsync(s => s.SetProperty(x => x.OnHandMilli, x => x.OnHandMilli + delta), ct);
        db.StockMovements.Add(new StockMovement
        {
            OfferId = offer,
            DeltaMilli = delta,
            Kind = MovementKind.Sold,
            Reason = $"{(line.RefundsLineId is null ? "日销售单" : "日销售单退货")} {line.SheetNumber}",
            ById = by.Id,
            ByName = by.Name,
            At = now,
        });
        await db.StateStock(offer, now, ct);
    }
}
