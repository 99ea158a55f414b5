using Commerce.Ordering.Domain;
using Commerce.Platform.People;

namespace Commerce.Ordering.Data;

/// <summary>Who may see which orders.</summary>
internal static class Visibility
{
    /// <summary>The orders of one's units, those that count for them, and (once handed in) those that one supplies.</summary>
    public static IQueryable<Order> VisibleTo(this IQueryable<Order> orders, Actor actor)
    {
        Guid[] read = [.. actor.UnitsWhere(Capability.OrderRead)];
        Guid[] supply = [.. actor.UnitsWhere(Capability.OrderSupply)];
        return orders.Where(o =>
            read.Contains(o.UnitId) || read.Contains(o.CountsForUnitId)
            || (supply.Contains(o.SupplyUnitId) && o.Stage != OrderStage.Draft && o.Stage != OrderStage.SentBack));
    }
}
