using System.Collections.Concurrent;
using Commerce.Ordering.Domain;

namespace Commerce.Ordering.Stocks;

/// <summary>What was read of offers' stock within the last second: enough for passers-by, who look at the same goods again and again.</summary>
internal sealed class StockGlance(TimeProvider clock)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, (Stock Stock, long Tick, DateTimeOffset At)> seen = [];

    /// <summary>Null when it wasn't read within the second.</summary>
    public Stock? Of(Guid offer) =>
        seen.TryGetValue(offer, out var glance) && TimeProvider.System.GetElapsedTime(glance.Tick) <= Age && clock.GetUtcNow() - glance.At is var age && age >= TimeSpan.Zero && age <= Age
            ? glance.Stock
            : null;

    public void Note(IReadOnlyCollection<Stock> stocks)
    {
        var (tick, now) = (TimeProvider.System.GetTimestamp(), clock.GetUtcNow());
        foreach (var stock in stocks)
        {
            seen[stock.OfferId] = (stock, tick, now);
        }
    }
}
