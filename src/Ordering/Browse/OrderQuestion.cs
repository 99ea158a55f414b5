using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Browse;

/// <summary>What an address asks the list of orders for; what can't be read asks for nothing.</summary>
/// <param name="Status">Such as SUBMITTED.</param>
/// <param name="Purpose">Such as CANTEEN.</param>
/// <param name="Unit">A unit's id.</param>
/// <param name="Village">A village's id.</param>
/// <param name="From">First day of submitting.</param>
/// <param name="To">Last day of submitting.</param>
/// <param name="Text">A part of the number or of a product's name.</param>
internal sealed record OrderQuestion(string? Status, string? Purpose, string? Unit, string? Village, string? From, string? To, string? Text)
{
    public OrderFilter Filter => new(
        Guid.TryParse(Unit, out var unit) ? [unit] : null,
        Named<OrderStatus>(Status) is { } status ? [status] : null,
        Named<PurchasePurpose>(Purpose),
        Guid.TryParse(Village, out var village) ? [village] : null,
        Day(From) is { } from ? new Days(from, Day(To)) : Day(To) is { } to ? new Days(null, to) : null,
        Text is { Length: > 100 } ? Text[..100] : Text);

    /// <summary>The same question as a query string, for a link to its export.</summary>
    public string Query => string.Join('&', new (string Name, string? Value)[]
        { ("status", Status), ("purpose", Purpose), ("unit", Unit), ("village", Village), ("from", From), ("to", To), ("text", Text) }
        .Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => GraphJson.EnumName(v) == text).Select(v => (T?)v).FirstOrDefault();
}
