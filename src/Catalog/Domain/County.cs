namespace Commerce.Catalog.Domain;

/// <summary>A county (县) by its GB/T 2260 code, with the times at which it stood on the list of assisted counties.</summary>
internal sealed class County : ICatalogueFact
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public List<CountyDesignation> Designations { get; init; } = [];
}

/// <summary>From a day to a day (both included, open while null) on the list.</summary>
internal sealed class CountyDesignation : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required string CountyCode { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}
