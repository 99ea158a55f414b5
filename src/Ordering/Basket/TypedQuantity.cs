using System.Globalization;
using System.Text;
using Commerce.Ordering.Domain;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Basket;

/// <summary>Numbers as people type them: also with the wide digits of a Chinese keyboard, 。 for the point, commas between thousands.</summary>
internal static class TypedQuantity
{
    /// <summary>The exact quantity, or why it can't be read.</summary>
    public static Result<Quantity> Read(string text, MeasureUnit unit) =>
        Number(text) is not { } value ? OrderingErrors.NotANumber
        : !Quantity.IsExact(value, unit) ? OrderingErrors.TooFine
        : Quantity.Of(value, unit);

    /// <summary>The number, or null.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(
            (text ?? "").Normalize(NormalizationForm.FormKC).Replace('。', '.').Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal).Trim(),
            NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The number alone, as it stands in a field.</summary>
    public static string Text(Quantity quantity) => quantity.Value.ToString("0.######", CultureInfo.InvariantCulture);
}
