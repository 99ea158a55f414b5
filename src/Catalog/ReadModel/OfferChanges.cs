using System.Runtime.CompilerServices;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ReadModel;

/// <summary>Tells those who listen to an outlet which of its offers have another price, validity or stock state than a moment ago. Costs
/// nothing for outlets that nobody listens to; a listener holds each changed offer once, however often it changes before it is taken.</summary>
internal sealed class OfferChanges(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Watched> watched = [];

    /// <summary>Offers of an outlet as they change, from the first asking on until it is cancelled.</summary>
    public async IAsyncEnumerable<Guid> At(Guid outlet, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var ear = new Ear();
        Add(outlet, ear);
        try
        {
            while (true)
            {
                await ear.Changed.WaitAsync(ct);
                if (ear.Take() is { } offer)
                {
                    yield return offer;
                }
            }
        }
        finally
        {
            Remove(outlet, ear);
        }
    }

    /// <summary>Compares what stood a moment ago with what stands now: what was changed, and what began or ended by the clock.</summary>
    /// <param name="former">The snapshot before; null at the first.</param>
    /// <param name="now">The snapshot in use.</param>
    /// <param name="stock">Offers whose stock state has changed.</param>
    public void Note(CatalogueSnapshot? former, CatalogueSnapshot now, IReadOnlyCollection<Guid> stock)
    {
        var instant = clock.GetUtcNow();
        lock (gate)
        {
            foreach (var (outlet, place) in watched)
            {
                var offers = now.OffersAt(outlet);
                if (former is not null && !ReferenceEquals(former.OffersAt(outlet), offers))
                {
                    place.Tell(Changed(former, offers));
                    place.Next = null;
                }

                place.Tell(stock.Where(s => now.Offers.TryGetValue(s, out var offer) && offer.Outlet.Id == outlet));
                if (place.Next is null || place.Next <= instant)
                {
                    place.Tell(offers.Where(o => Moments(o).Any(m => m > place.Seen && m <= instant)).Select(o => o.Id));
                    place.Next = offers.SelectMany(Moments).Where(m => m > instant).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
                }

                place.Seen = instant;
            }
        }
    }

    private static IEnumerable<Guid> Changed(CatalogueSnapshot former, IReadOnlyList<OfferView> offers) => offers
        .Where(o => !former.Offers.TryGetValue(o.Id, out var before)
            || (!ReferenceEquals(before, o) && (before.ValidFrom != o.ValidFrom || before.ValidTo != o.ValidTo || !before.Prices.SequenceEqual(o.Prices))))
        .Select(o => o.Id);

    /// <summary>When an offer changes by itself.</summary>
    private static IEnumerable<DateTimeOffset> Moments(OfferView offer) =>
        offer.ValidTo is { } end ? offer.Prices.Select(p => p.ValidFrom).Append(offer.ValidFrom).Append(end) : offer.Prices.Select(p => p.ValidFrom).Append(offer.ValidFrom);

    private void Add(Guid outlet, Ear ear)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(outlet, out var place))
            {
                watched[outlet] = place = new() { Seen = clock.GetUtcNow() };
            }

            place.Ears.Add(ear);
        }
    }

    private void Remove(Guid outlet, Ear ear)
    {
        lock (gate)
        {
            var place = watched[outlet];
            place.Ears.Remove(ear);
            if (place.Ears.Count == 0)
            {
                watched.Remove(outlet);
            }
        }

        ear.Dispose();
    }

    /// <summary>An outlet that somebody listens to.</summary>
    private sealed class Watched
    {
        public List<Ear> Ears { get; } = [];

        /// <summary>Until when the clock's own changes were told.</summary>
        public required DateTimeOffset Seen { get; set; }

        /// <summary>When the clock changes something next; null when that has to be worked out.</summary>
        public DateTimeOffset? Next { get; set; }

        public void Tell(IEnumerable<Guid> offers)
        {
            foreach (var offer in offers)
            {
                foreach (var ear in Ears)
                {
                    ear.Hear(offer);
                }
            }
        }
    }

    /// <summary>What one listener has yet to take: no more than the outlet has offers.</summary>
    private sealed class Ear : IDisposable
    {
        private readonly Lock gate = new();
        private readonly Queue<Guid> order = [];
        private readonly HashSet<Guid> waiting = [];

        /// <summary>Counts what waits.</summary>
        public SemaphoreSlim Changed { get; } = new(0);

        public void Hear(Guid offer)
        {
            lock (gate)
            {
                if (waiting.Add(offer))
                {
                    order.Enqueue(offer);
                    Changed.Release();
                }
            }
        }

        public Guid? Take()
        {
            lock (gate)
            {
                return order.TryDequeue(out var offer) && waiting.Remove(offer) ? offer : null;
            }
        }

        public void Dispose() => Changed.Dispose();
    }
}
