using Commerce.SharedKernel;

namespace Commerce.Catalog.SampleData;

/// <summary>A line of the sample catalogue. Lists in one text are separated by '|'.</summary>
internal sealed record SampleGood(
    string Name, string Slug, string Category, string Producer, string Summary, string Synonyms, string Uses, long? TaxBasisPoints, string Certificates,
    string Season, string Storage, IReadOnlyList<SamplePack> Packs);

/// <summary>A variant with its price, and the letters of those to whom it is offered.</summary>
internal sealed record SamplePack(
    string Specification, MeasureUnit SoldBy, MeasureUnit PricedBy, decimal Content, MeasureUnit ContentUnit, decimal Price, string For, bool CatchWeight = false, int Tolerance = 0);
