using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>The offers that a buyer may choose from.</summary>
internal static class OrderableOffers
{
    /// <summary>Valid at a moment, of nobody suspended, with the papers of their goods, and permitted for a purpose: the rule of <see cref="KnownOffer.MayServe"/> as a query.</summary>
    public static IQueryable<KnownOffer> OrderableAt(this OrderingDbContext db, DateTimeOffset at, PurchasePurpose purpose)
    {
        var suspended = db.Suspensions.HoldAt(at);
        var lapsed = db.Certificates.LapsedOn(at.DayInChina());
        var valid = db.Offers.AsNoTracking().Where(o => o.ValidFrom <= at && (o.ValidTo == null || at < o.ValidTo) && !suspended.Any(s => s.ProducerId == o.ProducerId) && !lapsed.Any(c => c.ProductId == o.ProductId));
        return purpose switch
        {
            PurchasePurpose.Canteen => valid.Where(o =>
                o.PermittedUses.Contains("CANTEEN") && (o.BuyerGroup == BuyerGroup.DepartmentCanteen || o.BuyerGroup == BuyerGroup.Public)),
            PurchasePurpose.StaffWelfare => valid.Where(o =>
                o.PermittedUses.Contains("WELFARE") && (o.BuyerGroup == BuyerGroup.StaffWelfare || o.BuyerGroup == BuyerGroup.Public)),
            PurchasePurpose.OutletTrade => valid.Where(o => o.PermittedUses.Contains("KIOSK")),
            PurchasePurpose.Personal => valid.Where(o =>
                (o.PermittedUses.Contains("WELFARE") || o.PermittedUses.Contains("KIOSK")) && (o.BuyerGroup == BuyerGroup.StaffWelfare || o.BuyerGroup == BuyerGroup.Public)),
        };
    }
}
