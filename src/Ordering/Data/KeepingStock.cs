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
        await db.Prices.AsNoTracking().Where(p => p.OfferId == offer.Id && p.ValidFrom <= now).OrderByDescending(p => p.ValidFrom).FirstOrDefaultAsync(ct) is { } price
            ? offer.Worth(Math.Abs(milli), price.Price)
            : null;

    /// <summary>Moves what is on hand by one conditional update: never below what is held for orders.</summary>
    public static async Task<Result> MoveOnHand(this OrderingDbContext db, KnownOffer offer, long delta, CancellationToken ct)
    {
        if (await db.Stocks.Where(s => s.OfferId == offer.Id && (delta >= 0 || s.OnHandMilli - s.ReservedMilli + delta >= 0))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.OnHandMilli, x => x.OnHandMilli + delta), ct) == 1)
        {
            return Result.Done;
        }

        var stock = await db.Stocks.AsNoTracking().SingleAsync(s => s.OfferId == offer.Id, ct);
        return OrderingErrors.StockBelowReserved(offer.Id, offer.ProductName, stock.Available);
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
