using Commerce.Contracts.Catalog;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.KnownOffers;

/// <summary>Keeps our copy of what the catalogue offers. A new offer gets an empty shelf.</summary>
internal sealed class LearnOffer(OrderingDbContext db) : IHandle<OfferPublished>
{
    public async Task<Taken> Handle(OfferPublished fact, EventContext context, CancellationToken ct)
    {
        var soldBy = GraphJson.ReadEnum<MeasureUnit>(fact.SoldBy);
        var offer = await db.Offers.FindAsync([fact.OfferId], ct);
        if (offer is null)
        {
            offer = new KnownOffer { Id = fact.OfferId };
            db.Offers.Add(offer);
            db.Stocks.Add(new Stock { OfferId = fact.OfferId, Unit = soldBy });
        }

        if (fact.Version > offer.Version)
        {
            Copy(fact, offer, soldBy);
        }

        await db.LearnPrice(fact.OfferId, fact.Version, fact.Price, fact.PricedBy, fact.PriceValidFrom, ct);
        return Taken.Done;
    }

    private static void Copy(OfferPublished fact, KnownOffer offer, MeasureUnit soldBy)
    {
        offer.Version = fact.Version;
        offer.ProductId = fact.ProductId;
        offer.ProductName = fact.ProductName;
        offer.VariantId = fact.VariantId;
        offer.Specification = fact.Specification;
        offer.ProducerId = fact.ProducerId;
        offer.ProducerName = fact.ProducerName;
        offer.VillageId = fact.VillageId;
        offer.VillageName = fact.VillageName;
        offer.CountyCode = fact.CountyCode;
        offer.CountyName = fact.CountyName;
        offer.OutletId = fact.OutletId;
        offer.SupplyUnitId = fact.SupplyUnitId;
        offer.BuyerGroup = GraphJson.ReadEnum<BuyerGroup>(fact.BuyerGroup);
        offer.PermittedUses = string.Join(',', fact.PermittedUses);
        offer.SoldBy = soldBy;
        offer.NominalUnit = GraphJson.ReadEnum<MeasureUnit>(fact.NominalUnit);
        offer.NominalMilli = Quantity.Of(fact.NominalContent, offer.NominalUnit).Milli;
        offer.CatchWeight = fact.CatchWeight;
        offer.ToleranceBasisPoints = (int)Rounding.HalfAwayFromZero(fact.TolerancePercent * 100, 0);
        offer.StepMilli = Quantity.Of(fact.Step, soldBy).Milli;
        offer.MinimumMilli = Quantity.Of(fact.Minimum, soldBy).Milli;
        offer.TaxBasisPoints = fact.TaxRatePercent is { } rate ? (int)Rounding.HalfAwayFromZero(rate * 100, 0) : null;
        offer.ValidFrom = fact.ValidFrom;
        offer.ValidTo = fact.ValidTo;
        offer.Sample = fact.Sample;
    }
}

/// <summary>Keeps the dated prices of an offer; waits for an offer that hasn't come yet.</summary>
internal sealed class LearnNewPrice(OrderingDbContext db) : IHandle<OfferPriceChanged>
{
    public async Task<Taken> Handle(OfferPriceChanged fact, EventContext context, CancellationToken ct)
    {
        if (!await db.Offers.AnyAsync(o => o.Id == fact.OfferId, ct))
        {
            return Taken.Waits($"Offer {fact.OfferId} is not known yet.");
        }

        await db.LearnPrice(fact.OfferId, fact.Version, fact.Price, fact.PricedBy, fact.ValidFrom, ct);
        return Taken.Done;
    }
}

/// <summary>What both facts say of a price.</summary>
internal static class Prices
{
    /// <summary>The price from a moment on; where two speak of the same moment, the higher version is right.</summary>
    public static async Task LearnPrice(
        this OrderingDbContext db, Guid offerId, int version, decimal price, string pricedBy, DateTimeOffset validFrom, CancellationToken ct)
    {
        var stated = UnitPrice.Of(price, GraphJson.ReadEnum<MeasureUnit>(pricedBy));
        var known = await db.Prices.FindAsync([offerId, validFrom], ct);
        if (known is null)
        {
            db.Prices.Add(new KnownPrice { OfferId = offerId, ValidFrom = validFrom, Version = version, TenThousandths = stated.TenThousandths, Per = stated.Per });
        }
        else if (version > known.Version)
        {
            known.Version = version;
            known.TenThousandths = stated.TenThousandths;
            known.Per = stated.Per;
        }
    }
}
