using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Windows;

/// <summary>The work team opens a window (征订): goods, prices, last day, delivery days, and what has to come together for a truck.</summary>
internal static class OpenWindow
{
    private const int MostGoods = 100;
    private const int LongestDays = 90;

    /// <summary>Goods of one offer; at today's price when none is given, never above it.</summary>
    public sealed record GoodsAsked([property: IdOf("off")] Guid OfferId, decimal? Price);

    // OpensOn: today when left out. DeliverUntil: the same day as DeliverOn when left out. Minimum: none when left out.
    public sealed record Input(
        string IdempotencyKey, string Name, IReadOnlyList<GoodsAsked> Goods, DateOnly? OpensOn, DateOnly LastDay, DateOnly DeliverOn, DateOnly? DeliverUntil,
        AskedMoney? Minimum) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                var now = clock.GetUtcNow();
                var opensOn = input.OpensOn ?? now.DayInChina();
                var until = input.DeliverUntil ?? input.DeliverOn;
                if (string.IsNullOrWhiteSpace(input.Name) || input.Name.Length > 100)
                {
                    return OrderingErrors.WindowNameWrong;
                }

                if (input.LastDay < now.DayInChina() || input.LastDay < opensOn || input.LastDay > opensOn.AddDays(LongestDays)
                    || input.DeliverOn <= input.LastDay || until < input.DeliverOn || until > input.DeliverOn.AddDays(LongestDays))
                {
                    return OrderingErrors.WindowDaysWrong(LongestDays);
                }

                if (input.Minimum is { Fen: null })
                {
                    return OrderingErrors.MinimumWrong;
                }

                var goods = await Goods(input.Goods, now, ct);
                if (goods.Error is { } refused)
                {
                    return refused;
                }

                var (lines, supplyUnit, sample) = goods.Value;
                if (!actor.Can(Capability.OrderSupply, supplyUnit))
                {
                    return PlatformErrors.Forbidden;
                }

                var starts = opensOn.StartInChina();
                var window = new OrderWindow
                {
                    Id = Guid.CreateVersion7(now),
                    Name = input.Name.Trim(),
                    SupplyUnitId = supplyUnit,
                    OpensAt = starts < now ? now : starts,
                    ClosesAt = input.LastDay.AddDays(1).StartInChina(),
                    DeliverOn = input.DeliverOn,
                    DeliverUntil = until,
                    MinimumFen = input.Minimum?.Fen ?? 0,
                    Sample = sample,
                    OpenedByName = actor.Name,
                };
                window.Goods.AddRange(lines);
                db.Windows.Add(window);
                return window.Id;
            },
            ct);

        private async Task<Result<(List<WindowGoods> Lines, Guid SupplyUnitId, bool Sample)>> Goods(IReadOnlyList<GoodsAsked> asked, DateTimeOffset now, CancellationToken ct)
        {
            Guid[] offers = [.. asked.Select(a => a.OfferId).Distinct()];
            if (asked.Count is 0 or > MostGoods || offers.Length < asked.Count)
            {
                return OrderingErrors.WindowGoodsWrong(MostGoods);
            }

            var known = await db.OffersAt(offers, now, ct);
            var lines = new List<WindowGoods>();
            foreach (var (ask, at) in asked.Select((a, i) => (a, i)))
            {
                if (!known.TryGetValue(ask.OfferId, out var today))
                {
                    return OrderingErrors.OfferUnknown.At("goods", $"{at}");
                }

                if (!today.Offer.IsValid(now) || today.Price is not { } price)
                {
                    return OrderingErrors.OfferEnded(today.Offer.ProductName).At("goods", $"{at}");
                }

                // Price only down: a window is there to be cheaper together.
                if (ask.Price is { } own && (own <= 0 || own > price.Amount || !UnitPrice.IsExact(own)))
                {
                    return OrderingErrors.WindowPriceWrong(today.Offer.ProductName, price).At("goods", $"{at}");
                }

                lines.Add(new WindowGoods
                {
                    Position = at,
                    OfferId = ask.OfferId,
                    ProductName = today.Offer.ProductName,
                    Specification = today.Offer.Specification,
                    ProducerId = today.Offer.ProducerId,
                    VariantId = today.Offer.VariantId,
                    VillageId = today.Offer.VillageId,
                    PriceTenThousandths = ask.Price is { } given ? UnitPrice.Of(given, price.Per).TenThousandths : price.TenThousandths,
                    PricedBy = price.Per,
                });
            }

            Guid[] suppliers = [.. known.Values.Select(k => k.Offer.SupplyUnitId).Distinct()];
            return suppliers.Length == 1 ? (lines, suppliers[0], known.Values.Any(k => k.Offer.Sample)) : OrderingErrors.ManySuppliers;
        }
    }
}
