using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.ReadModel;

/// <summary>A county as it is shown: the origin of goods.</summary>
internal sealed class OriginView
{
    public required string County { get; init; }

    public required string CountyCode { get; init; }

    public required IReadOnlyList<(DateOnly From, DateOnly? To)> Designations { get; init; }

    /// <summary>Was it on the list of assisted counties on that day?</summary>
    public bool Designated(DateOnly on) => Designations.Any(d => d.From <= on && (d.To is not { } end || on <= end));
}

internal sealed class VillageView : IHaveId
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required OriginView Origin { get; init; }

    public string? Township { get; init; }

    public DateOnly? DesignatedFrom { get; init; }

    public DateOnly? DesignatedTo { get; init; }

    public required bool Sample { get; init; }

    public List<ProducerView> Producers { get; } = [];

    public string County => Origin.County;

    public bool Designated(DateOnly on) => DesignatedFrom is { } from && from <= on && (DesignatedTo is not { } end || on <= end);
}

internal sealed class ProducerView : IHaveId
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public VillageView? Village { get; init; }

    public required OriginView Origin { get; init; }

    public required AssistanceModel Model { get; init; }

    public string? Endorsement { get; init; }

    public string? BenefitMechanism { get; init; }

    public int? Households { get; init; }

    /// <summary>The day for which that number holds; null when it wasn't recorded.</summary>
    public DateOnly? HouseholdsOn { get; init; }

    /// <summary>The unit that acts for it (代办).</summary>
    public required Guid SupplyUnitId { get; init; }

    public required bool Sample { get; init; }

    /// <summary>暂停供货: since when; null while it supplies.</summary>
    public DateTimeOffset? SuspendedFrom { get; init; }

    public string? SuspensionReason { get; init; }

    public required int Version { get; init; }
}

internal sealed class SpeciesView : IHaveId
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public DateOnly? BaselineFrom { get; init; }

    public DateOnly? BaselineTo { get; init; }

    public required bool Sample { get; init; }

    public required int Version { get; init; }
}

/// <summary>Words that mean the same.</summary>
internal sealed record SynonymGroupView(Guid Id, IReadOnlyList<string> Words, int Version) : IHaveId;

internal sealed class CategoryView : IHaveId
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public CategoryView? Parent { get; init; }

    /// <summary>Itself, its parent, and so on to the root.</summary>
    public IEnumerable<CategoryView> Path
    {
        get
        {
            for (var category = this; category is not null; category = category.Parent)
            {
                yield return category;
            }
        }
    }
}
