using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.Assistance.External;

/// <summary>Which external purchases are asked for; what is left out isn't narrowed.</summary>
/// <param name="UnitIds">Units.</param>
/// <param name="Year">Of the day of the purchase.</param>
/// <param name="State">How far they are.</param>
/// <param name="Kind">Where they were bought.</param>
/// <param name="Text">A part of supplier, goods, order number or invoice number.</param>
internal sealed record ExternalFilter(
    [property: IdOf("ou")] IReadOnlyList<Guid>? UnitIds = null, int? Year = null, ExternalState? State = null, ExternalKind? Kind = null, string? Text = null);

/// <summary>What the page of external purchases shows, as it stands in the address: an export takes the same rows along. What can't be read narrows nothing.</summary>
internal sealed record ExternalAddress(Guid? Unit, int? Year, ExternalState? State, ExternalKind? Kind, string? Text)
{
    public ExternalFilter Filter => new(Unit is { } unit ? [unit] : null, Year, State, Kind, Text);

    public static ExternalAddress Read(string query)
    {
        var said = QueryHelpers.ParseQuery(query);
        return new(
            NodeId.TryDecode(Said("unit"), "ou", out var unit) ? unit : null,
            int.TryParse(Said("year"), out var year) && year is > 1900 and < 9999 ? year : null,
            Choice<ExternalState>("state"),
            Choice<ExternalKind>("kind"),
            Said("text").Trim() is { Length: > 0 and <= 100 } text ? text : null);

        string Said(string name) => said.TryGetValue(name, out var value) ? value.ToString() : "";

        T? Choice<T>(string name)
            where T : struct, Enum => Spelled.TryRead<T>(Said(name).ToUpperInvariant(), out var value) ? value : null;
    }

    /// <summary>The address of a page or file that shows this.</summary>
    public string At(string path)
    {
        List<(string Name, string? Value)> parts =
        [
            ("unit", Unit is { } unit ? NodeId.Encode("ou", unit) : null), ("year", Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("state", State is { } state ? Word(state) : null), ("kind", Kind is { } kind ? Word(kind) : null), ("text", Text),
        ];
        return QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));
    }

    public static string Word(Enum value) => GraphJson.EnumName(value).ToLowerInvariant();
}
