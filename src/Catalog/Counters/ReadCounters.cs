using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Counters;

/// <summary>What the pages of counters ask.</summary>
/// <param name="catalogue">The catalogue in memory.</param>
/// <param name="clock">Offers hold at an instant, the baseline on a day.</param>
internal sealed class ReadCounters(Catalogue catalogue, TimeProvider clock)
{
    /// <summary>All pairs, and what stands elsewhere.</summary>
    public async Task<CounterSheet> All(CancellationToken ct)
    {
        var snapshot = await catalogue.Current(ct);
        return new(
            [.. snapshot.Surroundings.ServiceAreasInOrder.Select(a => new Pair(a, [.. a.Outlets.Where(o => o.Kind == OutletKind.OwnStore).SelectMany(o => Added(snapshot, o)).Distinct()]))],
            [.. snapshot.Surroundings.OutletsInOrder.Where(o => o.ServiceArea is null)]);
    }

    /// <summary>One pair with its outlets and what they sell; null when there is none.</summary>
    public async Task<PairSheet?> One(Guid area, CancellationToken ct)
    {
        var snapshot = await catalogue.Current(ct);
        var now = clock.GetUtcNow();
        return snapshot.Surroundings.ServiceAreas.GetValueOrDefault(area) is { } found
            ? new(found, [.. found.Outlets.Select(o => new OutletSheet(o, NodeId.Encode("out", o.Id), snapshot.OffersAt(o.Id).Count(x => x.ValidAt(now)), [.. Added(snapshot, o)]))], now.DayInChina())
            : null;
    }

    /// <summary>Species on sale there today that the baseline of own stores doesn't hold today: measure 44.</summary>
    private IEnumerable<string> Added(CatalogueSnapshot snapshot, OutletView outlet)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInChina();
        return outlet is { Kind: OutletKind.OwnStore, Working: true }
            ? snapshot.OffersAt(outlet.Id).Where(o => o.ValidAt(now)).Select(o => o.Variant.Product.Species).OfType<SpeciesView>()
                .Where(s => !(s.BaselineFrom <= today && (s.BaselineTo is not { } end || today <= end))).Select(s => s.Name).Distinct().Order(StringComparer.Ordinal)
            : [];
    }
}

/// <summary>A pair and the kinds that its own store added.</summary>
internal sealed record Pair(ServiceAreaView Area, IReadOnlyList<string> Added)
{
    public bool OwnStore => Area.Outlets.Exists(o => o is { Kind: OutletKind.OwnStore, Working: true });

    /// <summary>Its two sides by their directions, each with whether a counter works there.</summary>
    public IReadOnlyList<(string Direction, bool Working)> Sides { get; } =
        [.. Area.Outlets.Where(o => o.Kind == OutletKind.SpecialtyCounter).GroupBy(o => o.Direction ?? "").Select(g => (g.Key, g.Any(o => o.Working)))];
}

/// <summary>All pairs, and outlets that stand at none.</summary>
internal sealed record CounterSheet(IReadOnlyList<Pair> Pairs, IReadOnlyList<OutletView> Elsewhere)
{
    public int SetUp { get; } = Pairs.Count(p => p.Area.SetUp);

    public int WorkingSides { get; } = Pairs.Sum(p => p.Area.WorkingSides);

    public IReadOnlyList<string> Added { get; } = [.. Pairs.SelectMany(p => p.Added).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>A pair's page.</summary>
internal sealed record PairSheet(ServiceAreaView Area, IReadOnlyList<OutletSheet> Outlets, DateOnly Today);

/// <summary>An outlet on it.</summary>
internal sealed record OutletSheet(OutletView Outlet, string NodeId, int Offers, IReadOnlyList<string> Added);
