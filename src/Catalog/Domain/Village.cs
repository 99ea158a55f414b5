namespace Commerce.Catalog.Domain;

/// <summary>A village; an assisted one (帮扶村) for the days of its designation.</summary>
internal sealed class Village : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string CountyCode { get; set; }

    public string? Township { get; set; }

    public DateOnly? DesignatedFrom { get; set; }

    public DateOnly? DesignatedTo { get; set; }

    public bool Sample { get; init; }
}
