using Commerce.Platform.Observing;

namespace Commerce.Ordering;

/// <summary>What ordering counts about itself.</summary>
internal static class OrderingMeasures
{
    public static Counted Submitted { get; } = Measures.Count("commerce_orders_submitted_total", "Orders handed in.");
}
