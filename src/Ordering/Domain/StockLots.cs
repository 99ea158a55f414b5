namespace Commerce.Ordering.Domain;

/// <summary>Some of an offer that came with a last day.</summary>
/// <param name="BatchId">The batch on record; null when only its last day was typed.</param>
/// <param name="MadeOn">When it was made, if that is known.</param>
/// <param name="ExpiresOn">Last day on which it is good.</param>
/// <param name="Milli">How much, as sold.</param>
internal sealed record StockLot(Guid? BatchId, DateOnly? MadeOn, DateOnly ExpiresOn, long Milli)
{
    /// <summary>How many days before its end it is near it: the setting's, or a third of its life when that is less.</summary>
    public int NearWithin(int days) => MadeOn is { } made ? Math.Min(days, (ExpiresOn.DayNumber - made.DayNumber) / 3) : days;
}

/// <summary>What remains of each lot, taking it that what ends first was sold first (FEFO).</summary>
internal static class StockLots
{
    /// <summary>Of what is on hand the lots with the latest last day remain. What is on hand beyond all lots has no known day and isn't among them.</summary>
    public static IReadOnlyList<StockLot> Remaining(IEnumerable<StockLot> came, long onHandMilli)
    {
        List<StockLot> remaining = [];
        foreach (var lot in came.OrderByDescending(l => l.ExpiresOn).ThenByDescending(l => l.MadeOn))
        {
            var left = Math.Min(lot.Milli, onHandMilli);
            if (left <= 0)
            {
                break;
            }

            remaining.Add(lot with { Milli = left });
            onHandMilli -= left;
        }

        remaining.Reverse();
        return remaining;
    }

    /// <summary>Near its end, or over.</summary>
    public static IEnumerable<StockLot> Near(this IEnumerable<StockLot> lots, DateOnly today, int days) => lots.Where(l => l.ExpiresOn.DayNumber - today.DayNumber <= l.NearWithin(days));
}
