using Commerce.SharedKernel;

namespace Commerce.Catalog;

/// <summary>A quantity as a client gives it; not checked yet.</summary>
internal sealed record QuantityInput(decimal Value, MeasureUnit Unit);
