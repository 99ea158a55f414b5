using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;

namespace Commerce.Assistance.KnownNames;

/// <summary>Keeps what is offered is called, and where each product comes from.</summary>
internal sealed class RememberOffer(AssistanceDbContext db) : IHandle<OfferPublished>
{
    public async Task<Taken> Handle(OfferPublished fact, EventContext context, CancellationToken ct)
    {
        await db.Remember(
            [(fact.ProductId, fact.ProductName), (fact.ProducerId, fact.ProducerName), (fact.VillageId, fact.VillageName), (fact.OutletId, fact.OutletName ?? KindOf(fact.OutletKind))],
            context.OccurredAt,
            ct);

        var at = LedgerEntry.Kept(context.OccurredAt);
        if (await db.KnownProducts.FindAsync([fact.ProductId], ct) is not { } product)
        {
            db.KnownProducts.Add(new KnownProduct
            {
                ProductId = fact.ProductId,
                ProducerId = fact.ProducerId,
                VillageId = fact.VillageId ?? Guid.Empty,
                CountyCode = fact.CountyCode,
                Sample = fact.Sample,
                SaidAt = at,
            });
        }
        else if (product.SaidAt < at)
        {
            product.ProducerId = fact.ProducerId;
            product.VillageId = fact.VillageId ?? Guid.Empty;
            product.CountyCode = fact.CountyCode;
            product.Sample = fact.Sample;
            product.SaidAt = at;
        }

        if (await db.KnownOffers.FindAsync([fact.OfferId], ct) is not { } offer)
        {
            db.KnownOffers.Add(new KnownOffer { OfferId = fact.OfferId, StatedVersion = fact.Version, SupplyUnitId = fact.SupplyUnitId });
        }
        else if (offer.StatedVersion < fact.Version)
        {
            (offer.StatedVersion, offer.SupplyUnitId) = (fact.Version, fact.SupplyUnitId);
        }

        // A catalogue that was stated before outlets were listened to names their kind at least here.
        if (await db.KnownOutlets.FindAsync([fact.OutletId], ct) is null)
        {
            db.KnownOutlets.Add(new KnownOutlet { OutletId = fact.OutletId, StatedVersion = 0, Kind = fact.OutletKind, OperatorUnitId = Guid.Empty, Sample = fact.Sample });
        }

        return Taken.Done;
    }

    // Older events name an outlet's kind only.
    private static string KindOf(string kind) => kind switch
    {
        "SPECIALTY_COUNTER" => "专柜",
        "OWN_STORE" => "自营超市",
        "KIOSK" => "自助屏",
        "CANTEEN_SUPPLY" => "食堂直供",
        "ONLINE" => "线上",
        _ => kind,
    };
}
