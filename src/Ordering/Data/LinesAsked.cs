using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Data;

/// <summary>A line that a buyer asks for.</summary>
internal sealed record LineAsked([property: IdOf("off")] Guid OfferId, AskedQuantity Quantity);

/// <summary>Turns what a buyer asks for into lines at today's terms.</summary>
internal static class LinesAsked
{
    private const int Most = 200;

    /// <summary>The lines, the one unit that supplies them, and the terms they were made by.</summary>
    public static async Task<Result<(IReadOnlyList<OrderLine> Lines, Guid SupplyUnitId, IReadOnlyDictionary<Guid, (KnownOffer Offer, UnitPrice? Price)> Known)>> Terms(
        this OrderingDbContext db, IReadOnlyList<LineAsked> asked, Guid? windowId, DateTimeOffset now, CancellationToken ct)
    {
        if (asked.Count is 0 or > Most)
        {
            return OrderingErrors.NoLines;
        }

        var known = await db.TermsAt([.. asked.Select(a => a.OfferId).Distinct()], windowId, now, ct);
        var lines = new List<OrderLine>();
        foreach (var (ask, at) in asked.Select((a, i) => (a, i)))
        {
            if (!known.TryGetValue(ask.OfferId, out var today))
            {
                return (windowId is null ? OrderingErrors.OfferUnknown : OrderingErrors.NotInWindow).AtLine(at);
            }

            if (!today.Offer.IsValid(now) || today.Price is not { } price)
            {
                return OrderingErrors.OfferEnded(today.Offer.ProductName).AtLine(at);
            }

            var quantity = ask.Quantity.Read();
            if (quantity.Error is { } wrong)
            {
                return wrong.AtLine(at);
            }

            var line = OrderLine.Of(Guid.CreateVersion7(now), at, today.Offer, price, quantity.Value);
            if (line.Error is { } refused)
            {
                return refused.AtLine(at);
            }

            lines.Add(line.Value);
        }

        Guid[] suppliers = [.. known.Values.Select(k => k.Offer.SupplyUnitId).Distinct()];
        return suppliers.Length == 1 ? (lines, suppliers[0], known) : OrderingErrors.ManySuppliers;
    }
}
