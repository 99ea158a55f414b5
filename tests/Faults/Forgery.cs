using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Commerce.Faults;

/// <summary>False facts, put into the outbox behind the host's back: signed as our own, told as any other.</summary>
internal static class Forgery
{
    public static JsonNode Line(this JsonNode fact) => fact["lines"]!.AsArray()[0]!;

    /// <summary>The youngest event of a name.</summary>
    public static async Task<string> Youngest(Place place, string name)
    {
        await using var db = await place.Open("ordering");
        await using var read = db.CreateCommand();
#pragma warning disable CA2100 // The names are ours.
        read.CommandText = $"SELECT \"Body\" FROM outbox WHERE \"Name\" = 'Commerce.Contracts.Ordering.{name}' ORDER BY \"Sequence\" DESC LIMIT 1";
#pragma warning restore CA2100
        return (string)(await read.ExecuteScalarAsync())!;
    }

    /// <summary>Adds a changed copy of the youngest event of a name, under an id and line ids of its own.</summary>
    public static async Task<string> Add(Place place, string name, Action<JsonNode> change)
    {
        var fact = JsonNode.Parse(await Youngest(place, name))!;
        foreach (var line in fact["lines"]!.AsArray())
        {
            line!["lineId"] = Guid.NewGuid().ToString();
        }

        change(fact);
        await using var db = await place.Open("ordering");
        await Insert(db, place, name, fact.ToJsonString());
        return name;
    }

    /// <summary>Adds an event as it is.</summary>
    public static async Task Insert(DbConnection db, Place place, string name, string body, DbTransaction? among = null)
    {
        await using var write = db.CreateCommand();
        write.Transaction = among;
#pragma warning disable CA2100 // The names are ours.
        write.CommandText = $"INSERT INTO outbox (\"Id\", \"Name\", \"Body\", \"OccurredAt\") SELECT @id, \"Name\", @body, \"OccurredAt\" FROM outbox WHERE \"Name\" = 'Commerce.Contracts.Ordering.{name}' ORDER BY \"Sequence\" DESC LIMIT 1";
#pragma warning restore CA2100
        Set("id", place.SetUp == SetUp.Embedded ? Guid.NewGuid().ToString().ToUpper(CultureInfo.InvariantCulture) : Guid.NewGuid());
        Set("body", body);
        await write.ExecuteNonQueryAsync();

        void Set(string parameter, object value)
        {
            var p = write.CreateParameter();
            p.ParameterName = parameter;
            p.Value = value;
            write.Parameters.Add(p);
        }
    }
}
