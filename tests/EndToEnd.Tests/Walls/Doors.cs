using System.Text;
using System.Text.Json;
using GraphQL.Types;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>Writes an operation for any root field of the schema, every argument filled in.</summary>
internal static class Doors
{
    /// <summary>The id of nothing.</summary>
    public const string Nothing = "none_00000000000000000000000000000000";

    /// <summary>The request for a root field.</summary>
    /// <param name="field">Of Query or Mutation.</param>
    /// <param name="mutation">Which of them.</param>
    /// <param name="id">The id to give for an argument or input field, by its path such as "input.unitId"; null where another value is to stand.</param>
    /// <param name="selection">What is asked of the answer; the errors and the type's name when left out.</param>
    public static (string Query, Dictionary<string, object?> Variables) Knock(FieldType field, bool mutation, Func<string, string?>? id = null, string? selection = null)
    {
        var variables = new Dictionary<string, object?>();
        var (declared, given) = (new StringBuilder(), new StringBuilder());
        foreach (var argument in field.Arguments ?? [])
        {
            declared.Append(declared.Length == 0 ? "" : ", ").Append('$').Append(argument.Name).Append(": ").Append(argument.ResolvedType);
            given.Append(given.Length == 0 ? "" : ", ").Append(argument.Name).Append(": $").Append(argument.Name);
            variables[argument.Name] = Value(argument.ResolvedType!, argument.Name, id ?? (_ => Nothing));
        }

        var leaf = Named(field.ResolvedType!) is ScalarGraphType or EnumerationGraphType;
        var asked = selection ?? (mutation ? "errors { code message path }" : "__typename");
        return ((mutation ? "mutation" : "query") + (declared.Length > 0 ? $"({declared})" : "")
            + $" {{ {field.Name}{(given.Length > 0 ? $"({given})" : "")}{(leaf ? "" : $" {{ {asked} }}")} }}", variables);
    }

    /// <summary>The type itself, without "not null" and "list of".</summary>
    public static IGraphType Named(IGraphType type) => type is IProvideResolvedType wrapped ? Named(wrapped.ResolvedType!) : type;

    /// <summary>All the paths on which a root field takes an id.</summary>
    public static IEnumerable<string> IdPaths(FieldType field) => (field.Arguments ?? []).SelectMany(a => IdPaths(a.ResolvedType!, a.Name));

    private static IEnumerable<string> IdPaths(IGraphType type, string path) => Named(type) switch
    {
        IdGraphType when !path.EndsWith("idempotencyKey", StringComparison.Ordinal) => [path],
        IInputObjectGraphType input => input.Fields.SelectMany(f => IdPaths(f.ResolvedType!, $"{path}.{f.Name}")),
        _ => [],
    };

    private static object? Value(IGraphType type, string path, Func<string, string?> id) => type switch
    {
        NonNullGraphType some => Value(some.ResolvedType!, path, id),
        ListGraphType list => new[] { Value(list.ResolvedType!, path, id) },
        IInputObjectGraphType input => input.Fields.ToDictionary(f => f.Name, f => Value(f.ResolvedType!, $"{path}.{f.Name}", id)),
        EnumerationGraphType choice => choice.Values.First().Name,
        IdGraphType => path.EndsWith("idempotencyKey", StringComparison.Ordinal) ? Api.Key() : id(path),
        IntGraphType => path.EndsWith("year", StringComparison.Ordinal) ? 2026 : 1,
        BooleanGraphType => false,
        _ => type.Name switch
        {
            "Date" => "2026-06-10",
            "DateTime" => "2026-06-10T02:00:00Z",
            "Decimal" => "1",
            "YearMonth" => "2026-06",
            _ => path.EndsWith("after", StringComparison.Ordinal) ? null : "试",
        },
    };

    /// <summary>True when the answer says that this person may not.</summary>
    public static bool Denies(JsonElement answer) => Codes(answer).Any(c => c is "FORBIDDEN" or "UNAUTHENTICATED");

    /// <summary>The codes of all errors, those of the protocol and those in a mutation's payload.</summary>
    public static IEnumerable<string> Codes(JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out var errors))
        {
            foreach (var error in errors.EnumerateArray())
            {
                yield return error.TryGetProperty("extensions", out var e) && e.TryGetProperty("code", out var code) ? code.GetString()! : "";
            }
        }

        if (answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
        {
            foreach (var payload in data.EnumerateObject().Select(p => p.Value).Where(p => p.ValueKind == JsonValueKind.Object))
            {
                foreach (var error in payload.TryGetProperty("errors", out var refused) && refused.ValueKind == JsonValueKind.Array ? refused.EnumerateArray().ToList() : [])
                {
                    yield return error.GetProperty("code").GetString()!;
                }
            }
        }
    }
}
