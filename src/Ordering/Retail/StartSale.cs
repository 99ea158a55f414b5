using System.Globalization;
using System.Security.Cryptography;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Retail;

/// <summary>A traveller takes goods of a counter: they are held at once, or nothing is; then Stripe's page is opened. Nobody can pay for goods that aren't held.</summary>
internal static class StartSale
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("out")] Guid OutletId, IReadOnlyList<LineAsked> Lines) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock, StripeSettings settings, SettleSale settle)
    {
        private const int MostLines = 20;
        private const long MostFen = 500_000;

        // Nobody signs in to buy a bag of rice: so that one idle hand can't hold a whole counter's goods.
        private const int MostUnpaid = 30;

        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            if (!settings.Offered)
            {
                return Outcome.Refused(RetailErrors.NotOffered);
            }

            // Those who don't sign in share one room of keys: a key must be one that nobody else can hit upon.
            if (!actor.SignedIn && input.IdempotencyKey.Length < 32)
            {
                return Outcome.Refused(RetailErrors.KeyTooShort);
            }

            var outcome = await once.Run(db, input, () => Reserve(input, ct), ct);
            if (outcome.Id is { } sale)
            {
                await settle.Look(sale, ct);
            }

            return outcome;
        }

        private async Task<Result<Guid>> Reserve(Input input, CancellationToken ct)
        {
            if (input.Lines.Count is 0 or > MostLines)
            {
                return RetailErrors.NoLines;
            }

            var now = clock.GetUtcNow();
            if (await db.RetailSales.CountAsync(s => s.OutletId == input.OutletId && s.State == RetailState.Reserved, ct) >= MostUnpaid)
            {
                return RetailErrors.Busy;
            }

            var year = now.DayInChina().Year;
            var number = await db.NextPaper("RS", now, ct);
            var ordered = new List<OrderLine>();
            var seller = default(Guid?);
            foreach (var (asked, at) in input.Lines.Select((l, i) => (l, i)))
            {
                var offer = await db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == asked.OfferId && o.OutletId == input.OutletId, ct);
                if (offer is null || !offer.IsValid(now))
                {
                    return PlatformErrors.NotFound.AtLine(at);
                }

                if (!offer.SellsByPhone)
                {
                    return RetailErrors.NotForRetail(offer.ProductName).AtLine(at);
                }

                if ((seller ??= offer.SupplyUnitId) != offer.SupplyUnitId)
                {
                    return RetailErrors.TwoSellers;
                }

                var line = await Line(offer, asked, at, now, ct);
                if (line.Error is { } wrong)
                {
                    return wrong.AtLine(at);
                }

                ordered.Add(line.Value);
            }

            // Nobody weighs and signs here: what may not be supplied or sent to a unit isn't sold to a traveller either.
            if (await db.MaySupply(ordered, now, ct) is { Error: { } suspended })
            {
                return suspended;
            }

            if (await db.HasPapers(ordered, now.DayInChina(), ct) is { Error: { } lapsed })
            {
                return lapsed;
            }

            var lines = ordered.ConvertAll(RetailLine.Of);

            if (lines.Sum(l => l.AmountFen) > MostFen)
            {
                return RetailErrors.TooMuch;
            }

            var sale = new RetailSale
            {
                Id = Guid.NewGuid(),
                Number = number,
                Serial = Numbering.Serial(year, long.Parse(number[^6..], CultureInfo.InvariantCulture)),
                OutletId = input.OutletId,
                SupplyUnitId = seller!.Value,
                State = RetailState.Reserved,
                TotalFen = lines.Sum(l => l.AmountFen),
                StartedAt = now,
                ReservedUntil = now + settings.Reserve,
                SessionUntil = now + settings.Reserve + RetailSale.SessionLasts,
                PickupCode = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture),
                Lines = lines,
            };
            if (await db.MoveStock(sale.Held.ToDictionary(h => h.Key, h => (h.Value, 0L)), now, ct) is { } lacking)
            {
                var stock = await db.Stocks.AsNoTracking().SingleAsync(s => s.OfferId == lacking, ct);
                var line = lines.First(l => l.OfferId == lacking);
                return OrderingErrors.InsufficientStock(lacking, line.ProductName, stock.Available).AtLine(line.Position);
            }

            db.RetailSales.Add(sale);
            return sale.Id;
        }

        private async Task<Result<OrderLine>> Line(KnownOffer offer, LineAsked asked, int position, DateTimeOffset now, CancellationToken ct)
        {
            var quantity = asked.Quantity.Read();
            if (quantity.Error is { } wrong)
            {
                return wrong;
            }

            if (await db.Prices.AsNoTracking().Where(p => p.OfferId == offer.Id && p.ValidFrom <= now).OrderByDescending(p => p.ValidFrom).FirstOrDefaultAsync(ct) is not { } price)
            {
                return PlatformErrors.NotFound;
            }

            // The rules of an order's line hold here too: step, minimum, whole pieces, a price that fits.
            return OrderLine.Of(Guid.CreateVersion7(now), position, offer, price.Price, quantity.Value);
        }
    }
}
