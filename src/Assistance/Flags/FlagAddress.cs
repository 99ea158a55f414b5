using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.Assistance.Flags;

/// <summary>What the page of flags shows, as it stands in the address: an export takes the same rows along. What can't be read narrows nothing.</summary>
internal sealed record FlagAddress(Guid? Unit, FlagKind? Kind, FlagState? State)
{
    public FlagFilter Filter => new(Unit is { } unit ? [unit] : null, Kind, State);

    public static FlagAddress Read(string query)
    {
        var said = QueryHelpers.ParseQuery(query);
        return new(NodeId.TryDecode(Said("unit"), "ou", out var unit) ? unit : null, Choice<FlagKind>("kind"), Choice<FlagState>("state"));

        string Said(string name) => said.TryGetValue(name, out var value) ? value.ToString() : "";

        T? Choice<T>(string name)
            where T : struct, Enum => Spelled.TryRead<T>(Said(name).ToUpperInvariant(), out var value) ? value : null;
    }

    /// <summary>The address of a page or file that shows this.</summary>
    public string At(string path)
    {
        List<(string Name, string? Value)> parts =
        [
            ("unit", Unit is { } unit ? NodeId.Encode("ou", unit) : null), ("kind", Kind is { } kind ? Word(kind) : null), ("state", State is { } state ? Word(state) : null),
        ];
        return QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));
    }

    public static string Word(Enum value) => GraphJson.EnumName(value).ToLowerInvariant();
}
