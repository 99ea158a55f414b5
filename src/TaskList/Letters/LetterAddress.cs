using Commerce.Platform.GraphQL;
using Commerce.TaskList.Domain;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.TaskList.Letters;

/// <summary>What the page of letters shows, as it stands in the address: an export takes the same rows along. What can't be read narrows nothing.</summary>
internal sealed record LetterAddress(LetterFilter Filter)
{
    public static LetterAddress Read(string query)
    {
        var said = QueryHelpers.ParseQuery(query);
        return new(new LetterFilter(
            int.TryParse(Said("year"), out var year) ? year : null, Choice<LetterState>("state"), Choice<LetterColour>("colour"), NodeId.TryDecode(Said("unit"), "ou", out var unit) ? unit : null));

        string Said(string name) => said.TryGetValue(name, out var value) ? value.ToString() : "";

        T? Choice<T>(string name)
            where T : struct, Enum => Enum.GetValues<T>().Where(v => Word(v) == Said(name)).Select(v => (T?)v).FirstOrDefault();
    }

    /// <summary>The address of a page or file that shows this.</summary>
    public string At(string path)
    {
        List<(string Name, string? Value)> parts =
        [
            ("year", Filter.Year is { } year ? $"{year}" : null), ("state", Filter.State is { } state ? Word(state) : null), ("colour", Filter.Colour is { } colour ? Word(colour) : null),
            ("unit", Filter.UnitId is { } unit ? NodeId.Encode("ou", unit) : null),
        ];
        return QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));
    }

    public static string Word(Enum value) => GraphJson.EnumName(value).ToLowerInvariant();
}
