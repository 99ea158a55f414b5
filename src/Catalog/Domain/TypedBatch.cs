using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>How what somebody typed of a batch is taken.</summary>
internal static class TypedBatch
{
    /// <summary>Trimmed, empty texts left out, the quantity in a unit that the goods are sold by.</summary>
    public static Result<BatchFacts> Read(
        string number, DateOnly? harvestedOn, DateOnly? producedOn, DateOnly? expiresOn, QuantityInput? quantity, string? place, string? note, Product product, Guid? variantId)
    {
        Quantity? amount = null;
        if (quantity is not null)
        {
            if (quantity.Value <= 0 || !Quantity.IsExact(quantity.Value, quantity.Unit)
                || !product.Variants.Exists(v => (variantId is null || v.Id == variantId) && v.SoldBy.Dimension() == quantity.Unit.Dimension()))
            {
                return BatchErrors.QuantityShape;
            }

            amount = Quantity.Of(quantity.Value, quantity.Unit);
        }

        return new BatchFacts(number.Trim(), harvestedOn, producedOn, expiresOn, amount, Text(place), Text(note));
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
