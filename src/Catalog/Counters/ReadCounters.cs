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
            [.. snapshot.Surroundings.OutletsInOrder.Where(o => o.ServiceArea is null)],
            clock.GetUtcNow().DayInChina());
    }

    /// <summary>What each own store (自营超市) that works sells today, kind by kind; goods without a kind are left out, for nobody can say whether they are new.</summary>
    public async Task<KindSheet> Kinds(CancellationToken ct)
    {
        var snapshot = await catalogue.Current(ct);
        var now = clock.GetUtcNow();
        var today = now.DayInChina();
        return new(
            [
                .. from outlet in snapshot.Surroundings.OutletsInOrder
                   where outlet is { Kind: OutletKind.OwnStore, Working: true }
                   from offers in snapshot.OffersAt(outlet.Id).Where(o => o.ValidAt(now) && o.Variant.Product.Species is not null).GroupBy(o => o.Variant.Product.Species!)
                   let added = !InBaseline(offers.Key, today)
                   orderby outlet.Name, added descending, offers.Key.Name
                   select new ShelvedKind(
                       outlet, offers.Key, added, offers.Min(o => o.ValidFrom).DayInChina(), [.. offers.Select(o => o.Variant.Product).Distinct().OrderBy(p => p.Name, StringComparer.Ordinal)]),
            ],
            snapshot.Surroundings.OutletsInOrder.Count(o => o is { Kind: OutletKind.OwnStore, Working: true }),
            today);
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
                .Where(s => !InBaseline(s, today)).Select(s => s.Name).Distinct().Order(StringComparer.Ordinal)
            : [];
    }

    private static bool InBaseline(SpeciesView species, DateOnly day) => species.BaselineFrom <= day && (species.BaselineTo is not { } end || day <= end);
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
internal sealed record CounterSheet(IReadOnlyList<Pair> Pairs, IReadOnlyList<OutletView> Elsewhere, DateOnly Today)
{
    /// <summary>gaps: only pairs without a working counter; own: only those with an own store; anything else: all.</summary>
    public List<Pair> Shown(string? show) => [.. Pairs.Where(p => show switch { "gaps" => !p.Area.SetUp, "own" => p.OwnStore, _ => true })];

    public int SetUp { get; } = Pairs.Count(p => p.Area.SetUp);

    public int WorkingSides { get; } = Pairs.Sum(p => p.Area.WorkingSides);

    public IReadOnlyList<string> Added { get; } = [.. Pairs.SelectMany(p => p.Added).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>A pair's page.</summary>
internal sealed record PairSheet(ServiceAreaView Area, IReadOnlyList<OutletSheet> Outlets, DateOnly Today);

/// <summary>An outlet on it.</summary>
internal sealed record OutletSheet(OutletView Outlet, string NodeId, int Offers, IReadOnlyList<string> Added);

/// <summary>What own stores sell, kind by kind.</summary>
/// <param name="Rows">By store; what it added first.</param>
/// <param name="Stores">Own stores that work, whether they sell goods with a kind or not.</param>
/// <param name="Today">Day in China.</param>
internal sealed record KindSheet(IReadOnlyList<ShelvedKind> Rows, int Stores, DateOnly Today)
{
    /// <summary>Kinds that at least one store added: measure 44.</summary>
    public int Added { get; } = Rows.Where(r => r.Added).Select(r => r.Species.Id).Distinct().Count();
}

/// <summary>A kind on an own store's shelf.</summary>
/// <param name="Store">The own store.</param>
/// <param name="Species">The kind.</param>
/// <param name="Added">It isn't in the baseline list of that day (decision 28).</param>
/// <param name="Since">The first day of the oldest of its offers there that hold today.</param>
/// <param name="Goods">The goods of that kind.</param>
internal sealed record ShelvedKind(OutletView Store, SpeciesView Species, bool Added, DateOnly Since, IReadOnlyList<ProductView> Goods);
