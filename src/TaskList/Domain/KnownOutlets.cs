namespace Commerce.TaskList.Domain;

/// <summary>A pair of service areas (对) as Catalog stated it.</summary>
internal sealed class KnownPair
{
    public required Guid Id { get; init; }

    public required int Version { get; set; }

    public required string Name { get; set; }

    public required string Expressway { get; set; }

    /// <summary>Its place in the list, 1 to 42.</summary>
    public required int Position { get; set; }

    public required bool Sample { get; set; }
}

/// <summary>A statement of Catalog about a point of sale. All are kept, so that any day can be asked for.</summary>
internal sealed class OutletStatement
{
    public required Guid OutletId { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>OutletKind in the API's spelling.</summary>
    public required string Kind { get; init; }

    public Guid? PairId { get; init; }

    /// <summary>The carriageway side.</summary>
    public string? Direction { get; init; }

    public required bool Working { get; init; }

    /// <summary>The day from which it has been so; null when it has never opened.</summary>
    public DateOnly? Since { get; init; }

    public required bool OwnStore { get; init; }

    public required bool Sample { get; init; }
}

/// <summary>The latest statement about goods of a kind (种类) on the shelf of an own store.</summary>
internal sealed class ShelvedKind
{
    public required Guid OfferId { get; init; }

    public required long Statement { get; set; }

    public required Guid OutletId { get; set; }

    public required Guid SpeciesId { get; set; }

    public required string SpeciesName { get; set; }

    public DateOnly? BaselineFrom { get; set; }

    public DateOnly? BaselineTo { get; set; }

    public required string ProductName { get; set; }

    /// <summary>First day in China on which it is on sale.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last such day; null while open.</summary>
    public DateOnly? To { get; set; }

    public required bool Sample { get; set; }

    /// <summary>On sale on a day.</summary>
    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>In the baseline list on a day.</summary>
    public bool InBaseline(DateOnly day) => BaselineFrom is { } from && from <= day && (BaselineTo is null || day <= BaselineTo);
}

/// <summary>The latest statement about goods of a village on sale somewhere.</summary>
internal sealed class VillageOffer
{
    public required Guid OfferId { get; init; }

    public required int Version { get; set; }

    public required Guid OutletId { get; set; }

    public required Guid ProductId { get; set; }

    /// <summary>Empty when the goods no longer come from a village.</summary>
    public required string VillageName { get; set; }

    /// <summary>第一书记代言: who speaks for the producer.</summary>
    public string? EndorsedBy { get; set; }

    /// <summary>First day in China on which it is on sale.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last such day; null while open.</summary>
    public DateOnly? To { get; set; }

    public required bool Sample { get; set; }

    /// <summary>On sale on a day.</summary>
    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A pair with its sides on a day.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Counters">Its counters: name, side, and whether each works.</param>
internal sealed record PairState(KnownPair Pair, IReadOnlyList<OutletStatement> Counters)
{
    /// <summary>Set up (measure 43): a working counter on at least one side.</summary>
    public bool SetUp => Counters.Any(c => c.Working);

    /// <summary>Working counters on two different sides.</summary>
    public bool BothSides => Counters.Where(c => c.Working).Select(c => c.Direction).Distinct().Count() > 1;
}

/// <summary>An own store with what stands on its shelves on a day.</summary>
internal sealed record StoreState(OutletStatement Store, IReadOnlyList<ShelvedKind> Kinds);

/// <summary>Points of sale on a day.</summary>
internal sealed class OutletsOn(IReadOnlyList<KnownPair> pairs, IReadOnlyList<OutletStatement> statements, IReadOnlyList<ShelvedKind> kinds, DateOnly day)
{
    private const string Counter = "SPECIALTY_COUNTER";

    // Of the statements that hold on the day the highest version is the valid one; one that has never opened holds from the beginning.
    private readonly List<OutletStatement> outlets =
        [.. statements.Where(s => s.Since is null || s.Since <= day).GroupBy(s => s.OutletId).Select(g => g.MaxBy(s => s.Version)!)];

    public IReadOnlyList<PairState> Pairs =>
    [
        .. pairs.OrderBy(p => p.Position).Select(p => new PairState(p, [.. outlets.Where(o => o.PairId == p.Id && o.Kind == Counter).OrderBy(o => o.Direction, StringComparer.Ordinal)])),
    ];

    /// <summary>Working counters, at whatever pair.</summary>
    public IEnumerable<OutletStatement> Counters => outlets.Where(o => o.Kind == Counter && o.Working);

    /// <summary>自营 stores that are open.</summary>
    public IReadOnlyList<StoreState> Stores =>
    [
        .. outlets.Where(o => o.OwnStore && o.Working).OrderBy(o => o.Name, StringComparer.Ordinal)
            .Select(o => new StoreState(o, [.. kinds.Where(k => k.OutletId == o.OutletId && k.IsOn(day)).OrderBy(k => k.SpeciesName, StringComparer.Ordinal)])),
    ];

    /// <summary>Kinds on the shelves of open own stores that the baseline doesn't have on the day.</summary>
    public IReadOnlyList<string> NewKinds =>
        [.. Stores.SelectMany(s => s.Kinds).Where(k => !k.InBaseline(day)).DistinctBy(k => k.SpeciesId).Select(k => k.SpeciesName).Order(StringComparer.Ordinal)];
}
