using Commerce.Catalog.Domain;
using Commerce.SharedKernel;

namespace Commerce.Catalog.CreateProduct;

/// <summary>What a new product's fields must look like.</summary>
internal static class ProductShape
{
    public static Result Check(CreateProduct.Input input)
    {
        if (ProductDetails.Check(input.Name, input.Summary, input.Synonyms, season: null, storage: null, shelfLife: null) is { Failed: true } unfit)
        {
            return unfit;
        }

        if (input.Slug is { } slug && (slug.Length is 0 or > 80 || !slug.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
        {
            return CatalogErrors.SlugShape;
        }

        if (input.PermittedUses.Count == 0)
        {
            return CatalogErrors.NoUse;
        }

        if (input.TaxRatePercent is { } rate && (rate is <= 0 or >= 100 || !IsHundredths(rate)))
        {
            return CatalogErrors.TaxRateShape;
        }

        if (input.Variants.Count is 0 or > 50)
        {
            return CatalogErrors.NoVariant;
        }

        for (var i = 0; i < input.Variants.Count; i++)
        {
            if (Check(input.Variants[i], i) is { Failed: true } refused)
            {
                return refused;
            }
        }

        return input.Variants.Select(v => v.Sku.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < input.Variants.Count
            ? CatalogErrors.VariantShape(input.Variants.Count - 1, "sku", "货号不能重复", "two variants have the same SKU")
            : Result.Done;
    }

    private static Result Check(CreateProduct.Variant variant, int index)
    {
        if (variant.Sku.Trim().Length is 0 or > 40)
        {
            return CatalogErrors.VariantShape(index, "sku", "货号应为 1 至 40 个字", "a SKU has 1 to 40 characters");
        }

        if (variant.Barcode is { } barcode && (barcode.Length is 0 or > 40 || !barcode.All(char.IsAsciiLetterOrDigit)))
        {
            return CatalogErrors.VariantShape(index, "barcode", "条码应为 1 至 40 个字母或数字", "a barcode has 1 to 40 letters or digits");
        }

        if (variant.Specification.Trim().Length is 0 or > 100)
        {
            return CatalogErrors.VariantShape(index, "specification", "规格应为 1 至 100 个字", "a specification has 1 to 100 characters");
        }

        if (variant.SoldBy.Dimension() != variant.PricedBy.Dimension())
        {
            return CatalogErrors.VariantShape(index, "pricedBy", "计价单位与销售单位须为同类", "it must be priced by a unit of the kind it is sold by");
        }

        if (variant.NominalContent.Value <= 0 || !Quantity.IsExact(variant.NominalContent.Value, variant.NominalContent.Unit))
        {
            return CatalogErrors.VariantShape(index, "nominalContent", "净含量须为正，最多精确到千分之一克或毫升", "the net content must be positive and not finer than a thousandth of g, ml or piece");
        }

        if (variant.CatchWeight == true && variant.PricedBy.Dimension() != MeasureDimension.Mass)
        {
            return CatalogErrors.VariantShape(index, "catchWeight", "按实重结算的规格须按重量计价", "a catch-weight variant must be priced by weight");
        }

        return variant.TolerancePercent is { } tolerance && (tolerance is < 0 or > 50 || !IsHundredths(tolerance))
            ? CatalogErrors.VariantShape(index, "tolerancePercent", "允差应在 0 与 50 之间，最多两位小数", "the tolerance lies between 0 and 50 with at most two places")
            : Result.Done;
    }

    private static bool IsHundredths(decimal value) => decimal.Truncate(value * 100) == value * 100;
}
