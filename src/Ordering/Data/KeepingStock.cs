using Commerce.Ordering.Domain;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Whose stock it is, and how it moves.</summary>
internal static class KeepingStock
{
    /// <summary>Offers whose stock somebody keeps: of the unit that supplies the goods, or that runs the outlet.</summary>
    public static IQueryable<KnownOffer> KeptBy(this OrderingDbContext db, Actor actor)
    {
        Guid[] units = [.. actor.UnitsWhere(Capability.StockWrite)];
        return db.Offers.AsNoTracking().Where(o => units.Contains(o.SupplyUnitId) || db.Outlets.Any(p => p.Id == o.OutletId && p.OperatorUnitId != null && units.Contains(p.OperatorUnitId.Value)));
    }

    /// <summary>An offer whose stock somebody keeps, or why not.</summary>
    public static async Task<Result<KnownOffer>> KeptOffer(this OrderingDbContext db, Actor actor, Guid id, CancellationToken ct) =>
        await db.KeptBy(actor).SingleOrDefaultAsync(o => o.Id == id, ct) is { } offer ? offer
        : await db.Offers.AnyAsync(o => o.Id == id, ct) ? StockErrors.OtherKeeper
        : PlatformErrors.NotFound;

    /// <summary>What some of an offer is worth at the price of a moment; null where there is none.</summary>
    public static async Task<long?> WorthNow(this OrderingDbContext db, KnownOffer offer, long milli, DateTimeOffset now, CancellationToken ct) =>
        (await db.PricesNow([offer.Id], now, ct)).GetValueOrDefault(offer.Id) is { } price ? offer.Worth(Math.Abs(milli), price.Price) : null;

    /// <summary>The prices of a moment, by offer.</summary>
    public static async Task<IReadOnlyDictionary<Guid, KnownPrice>> PricesNow(this OrderingDbContext db, IReadOnlyCollection<Guid> offers, DateTimeOffset now, CancellationToken ct) =>
        (await db.Prices.AsNoTracking().Where(p => offers.Contains(p.OfferId) && p.ValidFrom <= now).ToListAsync(ct)).GroupBy(p => p.OfferId).ToDictionary(g => g.Key, g => g.MaxBy(p => p.ValidFrom)!);

    /// <summary>Moves what is on hand by one conditional update: never below what is held for orders.</summary>
    /// <param name="db">Inside a transaction.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="delta">More, or less.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="from">What must stand there still; null when anything may.</param>
    public static async Task<Result> MoveOnHand(this OrderingDbContext db, KnownOffer offer, long delta, CancellationToken ct, long? from = null)
    {
        if (await db.Stocks.Where(s => s.OfferId == offer.Id && (from == null || s.OnHandMilli == from) && (delta >= 0 || s.OnHandMilli - s.ReservedMilli + delta >= 0))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.OnHandMilli, x => x.OnHandMilli + delta), ct) == 1)
        {
            return Result.Done;
        }

        var stock = await db.Stocks.AsNoTracking().SingleAsync(s => s.OfferId == offer.Id, ct);
        return from is { } stood && stock.OnHandMilli != stood
            ? StockErrors.MovedMeanwhile(offer.ProductName, new Quantity(stock.OnHandMilli, offer.SoldBy))
            : OrderingErrors.StockBelowReserved(offer.Id, offer.ProductName, stock.Available);
    }

    /// <summary>A typed quantity of an offer, above zero.</summary>
    public static Result<long> ReadMoved(this KnownOffer offer, AskedQuantity typed, string field)
    {
        var quantity = typed.Read();
        return quantity.Error is { } tooFine ? tooFine.At(field)
            : quantity.Value.Unit.Counts(offer.SoldBy) && quantity.Value.IsWhole() && quantity.Value.Milli > 0 ? quantity.Value.Milli
            : StockErrors.QuantityShape(offer, field);
    }
}
