using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Commerce.Platform.Personal;

/// <summary>A column that is marked as holding a name.</summary>
/// <param name="Name">The column.</param>
/// <param name="Id">The column beside it that says whose.</param>
internal sealed record MarkedColumn(string Name, string Id);

/// <summary>Takes a person's name out of kept JSON: events, and the values before and after in the audit trail.</summary>
/// <param name="person">Who.</param>
/// <param name="label">What stands in place of the name.</param>
internal sealed class PersonInJson(Guid person, string label)
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string id = person.ToString();
    private bool changed;

    /// <summary>The JSON without the name; null when it didn't stand there.</summary>
    /// <param name="json">What is kept.</param>
    /// <param name="alsoByName">Also where only the name stands, without an id beside it.</param>
    /// <param name="peopleTables">The tables with marked columns.</param>
    public string? Without(string json, Func<string, bool> alsoByName, IReadOnlyDictionary<string, MarkedColumn[]> peopleTables)
    {
        changed = false;
        var root = JsonNode.Parse(json);
        Visit(root, alsoByName, peopleTables);
        return changed ? root!.ToJsonString(Written) : null;
    }

    private void Visit(JsonNode? node, Func<string, bool> alsoByName, IReadOnlyDictionary<string, MarkedColumn[]> peopleTables)
    {
        if (node is JsonArray array)
        {
            foreach (var one in array)
            {
                Visit(one, alsoByName, peopleTables);
            }
        }
        else if (node is JsonObject of)
        {
            MarkedRow(of, peopleTables);
            foreach (var (name, _) in of.ToList())
            {
                if (name.Equals("name", StringComparison.OrdinalIgnoreCase) && of["accountId"] is { } account)
                {
                    Replace(of, name, account, _ => false);
                }
                else if (PersonColumns.SaysWho(name))
                {
                    Replace(of, name, of[PersonColumns.IdBeside(name)], alsoByName);
                }
                else
                {
                    Visit(of[name], alsoByName, peopleTables);
                }
            }
        }
    }

    // A row of the audit trail with marked columns: {"table":"users","key":["…"],"columns":{…}}; the key is the person where no column says who.
    private void MarkedRow(JsonObject of, IReadOnlyDictionary<string, MarkedColumn[]> peopleTables)
    {
        if (of["table"] is JsonValue table && peopleTables.TryGetValue(table.ToString(), out var marked) && of["key"] is JsonArray { Count: > 0 } key && of["columns"] is JsonObject columns)
        {
            foreach (var column in marked)
            {
                Replace(columns, column.Name, columns[column.Id] ?? key[0], _ => false);
            }
        }
    }

    private void Replace(JsonObject of, string name, JsonNode? whose, Func<string, bool> alsoByName)
    {
        if (of[name] is JsonArray beforeAndAfter)
        {
            for (var i = 0; i < beforeAndAfter.Count; i++)
            {
                if (Names(beforeAndAfter[i], whose is JsonArray ids && ids.Count > i ? ids[i] : whose, alsoByName))
                {
                    beforeAndAfter[i] = label;
                    changed = true;
                }
            }
        }
        else if (Names(of[name], whose, alsoByName))
        {
            of[name] = label;
            changed = true;
        }
    }

    private bool Names(JsonNode? name, JsonNode? whose, Func<string, bool> alsoByName) =>
        name is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.ToString() is var text && text.Length > 0 && text != label
        && (whose is null or JsonArray ? alsoByName(text) : IsPerson(whose));

    private bool IsPerson(JsonNode? whose) => whose is JsonValue value && value.ToString().Equals(id, StringComparison.OrdinalIgnoreCase);
}
