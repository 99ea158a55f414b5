using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Data;

/// <summary>What a list of orders is narrowed by.</summary>
internal sealed record OrderFilter(
    [property: IdOf("ou")] IReadOnlyList<Guid>? UnitIds, IReadOnlyList<OrderStatus>? Status, PurchasePurpose? Purpose,
    [property: IdOf("vil")] IReadOnlyList<Guid>? VillageIds, Days? Placed, string? Text);

/// <summary>Days from and to, both included.</summary>
internal sealed record Days(DateOnly? From, DateOnly? To);

/// <summary>Narrows lists of orders.</summary>
internal static class OrderFilters
{
    /// <summary>The orders that fit.</summary>
    public static IQueryable<Order> Matching(this IQueryable<Order> orders, OrderingDbContext db, OrderFilter? filter)
    {
        if (filter?.UnitIds is { } units)
        {
            orders = orders.Where(o => units.Contains(o.UnitId) || units.Contains(o.CountsForUnitId));
        }

        if (filter?.Status is { } statuses)
        {
            orders = orders.Where(o => statuses.Contains(o.Status));
        }

        if (filter?.Purpose is { } purpose)
        {
            orders = orders.Where(o => o.Purpose == purpose);
        }

        if (filter?.VillageIds is { } villages)
        {
            orders = orders.Where(o => db.Lines.Any(l => l.OrderId == o.Id && l.VillageId != null && villages.Contains(l.VillageId.Value)));
        }

        if (filter?.Placed?.From?.StartInChina() is { } from)
        {
            orders = orders.Where(o => o.SubmittedAt >= from);
        }

        if (filter?.Placed?.To?.AddDays(1).StartInChina() is { } to)
        {
            orders = orders.Where(o => o.SubmittedAt < to);
        }

        return filter?.Text?.Trim() is { Length: > 0 } text
            ? orders.Where(o => o.Number.Contains(text) || db.Lines.Any(l => l.OrderId == o.Id && l.ProductName.Contains(text)))
            : orders;
    }
}
