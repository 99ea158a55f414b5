using Commerce.Platform.GraphQL;
using Commerce.TaskList.Domain;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.TaskList.Problems;

/// <summary>What the page of problems shows, as it stands in the address: a file takes the same rows along. What can't be read narrows nothing.</summary>
internal sealed record ProblemAddress(Guid? Unit, ProblemSource? Source, ProblemState? State, bool Overdue, Guid? Action, Guid? Inspection = null)
{
    public ProblemFilter Filter => new(Unit is { } unit ? [unit] : null, Source, State, Overdue, Action, Inspection);

    public static ProblemAddress Read(string query)
    {
        var said = QueryHelpers.ParseQuery(query);
        return new(Id("unit", "ou"), Choice<ProblemSource>("source"), Choice<ProblemState>("state"), Said("late") == "yes", Id("action", "spa"), Id("inspection", "ins"));

        string Said(string name) => said.TryGetValue(name, out var value) ? value.ToString() : "";

        Guid? Id(string name, string prefix) => NodeId.TryDecode(Said(name), prefix, out var id) ? id : null;

        T? Choice<T>(string name)
            where T : struct, Enum => Enum.GetValues<T>().Where(v => Word(v) == Said(name)).Select(v => (T?)v).FirstOrDefault();
    }

    /// <summary>The address of a page or file that shows this.</summary>
    public string At(string path)
    {
        List<(string Name, string? Value)> parts =
        [
            ("unit", Unit is { } unit ? NodeId.Encode("ou", unit) : null), ("source", Source is { } source ? Word(source) : null), ("state", State is { } state ? Word(state) : null),
            ("late", Overdue ? "yes" : null), ("action", Action is { } action ? NodeId.Encode("spa", action) : null),
            ("inspection", Inspection is { } inspection ? NodeId.Encode("ins", inspection) : null),
        ];
        return QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));
    }

    public static string Word(Enum value) => GraphJson.EnumName(value).ToLowerInvariant();
}
