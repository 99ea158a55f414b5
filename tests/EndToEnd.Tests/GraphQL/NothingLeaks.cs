using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Commerce.EndToEnd.Tests.GraphQL;

/// <summary>A server in production tells a stranger nothing of its schema or of its inside.</summary>
[Collection(InProduction.Name)]
public sealed partial class NothingLeaks(ProductionHost host)
{
    /// <summary>Names near those of the schema, as somebody who guesses would write them.</summary>
    private static readonly string[] NearlyRight =
    [
        "produkts", "product_s", "orgUnit", "purchaseOrder", "eventBacklogs", "viewers", "acounts", "legerEntries", "programm", "village", "outlet", "categorys",
        "serviceArea", "assistanceTotal", "unitGroup", "noed", "users", "admin", "debug", "_service", "_entities", "health", "config", "secrets", "env",
    ];

    [Fact]
    public async Task Two_hundred_probes_learn_nothing()
    {
        var api = host.Anybody();
        var probes = Probes().ToList();

        foreach (var probe in probes)
        {
            var answer = await api.Http.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent(probe, Encoding.UTF8, "application/json"));
            var text = await answer.Content.ReadAsStringAsync();
            var errors = JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateArray().ToList();

            Assert.True((int)answer.StatusCode < 500, text);
            Assert.False(Leak().IsMatch(text), probe + " -> " + text);
            Assert.All(errors, e => Assert.Matches("^[A-Z_]+$", e.GetProperty("extensions").GetProperty("code").GetString()));
            Assert.All(errors, e => Assert.Subset(new HashSet<string> { "code", "id" }, e.GetProperty("extensions").EnumerateObject().Select(p => p.Name).ToHashSet()));
        }

        Assert.InRange(probes.Count, 200, 1000);
    }

    [Fact]
    public async Task Introspection_is_off_without_the_permission_also_when_its_document_is_known()
    {
        const string query = "{ __schema { queryType { name } types { name } } }";
        var administrator = await host.SignIn();

        var before = await host.Anybody().Send(query);
        var permitted = await administrator.Send(query);
        var after = await host.Anybody().Send(query);

        Assert.Equal("INTROSPECTION_OFF", Code(before));
        Assert.Equal("Query", permitted.GetProperty("data").GetProperty("__schema").GetProperty("queryType").GetProperty("name").GetString());
        Assert.Equal("INTROSPECTION_OFF", Code(after));
    }

    [Fact]
    public async Task Whoever_may_see_the_schema_is_told_what_is_wrong()
    {
        var told = await (await host.SignIn()).Send("{ produkts { name } }");
        var hidden = await host.Anybody().Send("{ produkts { name } }");

        Assert.Contains("produkts", told.ToString(), StringComparison.Ordinal);
        Assert.Equal("INVALID_DOCUMENT", Code(hidden));
        Assert.DoesNotContain("produkts", hidden.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, hidden.GetProperty("errors")[0].GetProperty("locations")[0].GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("/graphiql")]
    [InlineData("/graphql/ui")]
    [InlineData("/ui/graphiql")]
    [InlineData("/ui/playground")]
    [InlineData("/ui/altair")]
    [InlineData("/playground")]
    [InlineData("/voyager")]
    [InlineData("/swagger")]
    [InlineData("/graphql/schema.graphql")]
    public async Task No_tool_is_served(string path)
    {
        var answer = await host.Anybody().Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
    }

    [Fact]
    public async Task The_endpoint_shows_a_browser_no_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.TryAddWithoutValidation("Accept", "text/html");

        var answer = await host.Anybody().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_unforeseen_fault_shows_a_number_that_stands_in_the_log_and_nothing_else()
    {
        var administrator = await host.SignIn();
        await Rename("parked_events", "parked_events_away");
        JsonElement answer;
        try
        {
            answer = await administrator.Send("{ eventBacklog { pending parked { name } } }");
        }
        finally
        {
            await Rename("parked_events_away", "parked_events");
        }

        var error = answer.GetProperty("errors").EnumerateArray().Single();
        var id = error.GetProperty("extensions").GetProperty("id").GetString()!;

        Assert.Equal("INTERNAL", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(id, error.GetProperty("message").GetString()!, StringComparison.Ordinal);
        Assert.False(Leak().IsMatch(answer.ToString()), answer.ToString());
        Assert.Contains(host.Log, line => line.Contains(id, StringComparison.Ordinal) && line.Contains("parked_events", StringComparison.Ordinal));
    }

    /// <summary>What a guess must not be answered with: the schema's names beyond those asked for, and anything of the inside.</summary>
    [GeneratedRegex(@"(?i:did you mean)|\bQuery\b|\bMutation\b|OrgUnit|ProductConnection|ProductFilter|Input!|\bString\b|\bInt\b|purchaseOrders|ledgerEntries|   at |Exception|Commerce\.|(?i:sqlite)|Npgsql|parked_events|/src/|\.cs\b|GraphQL\.NET")]
    private static partial Regex Leak();

    private static IEnumerable<string> Probes()
    {
        var documents = NearlyRight.SelectMany(n => new[]
        {
            $"{{ {n} }}", $"{{ {n} {{ id }} }}", $"query Q($a: {n}!) {{ viewer(a: $a) {{ name }} }}", $"mutation {{ {n}(input: {{}}) {{ id }} }}",
            $"{{ node(id: \"x\") {{ ... on {n} {{ id }} }} }}", $"{{ viewer {{ {n} }} }}", $"subscription {{ {n} }}",
        }).Concat(
        [
            "{ __schema { types { name } } }", "{ __type(name: \"Query\") { fields { name } } }", "query A { ...f } fragment f on Query { __schema { directives { name } } }",
            "{ products }", "{ products { name } }", "{ products(first: \"x\") { nodes { name } } }", "{ products(fist: 1) { nodes { name } } }",
            "{ products(first: 1, filter: {txt: \"a\"}) { nodes { name } } }", "{ products(first: 1, orderBy: PRIZE) { nodes { name } } }",
            "{ viewer }", "{ villages { name { first } } }", "{ villages @skp(if: true) { name } }", "mutation { offerSetPrice { replayed } }", "mutation { offerSetPrice(input: {}) { replayed } }",
            "query($f: ProductFilter) { products(first: 1, filter: $f) { nodes { nam } } }", "{ products(first: 1, after: \"abc\") { nodes { name } } }", "{", "}", "{ a", "\u00ff", "{ villages { name } ",
        ]);
        foreach (var document in documents)
        {
            yield return JsonSerializer.Serialize(new { query = document });
        }

        yield return JsonSerializer.Serialize(new { query = "query($f: ProductFilter) { products(first: 1, filter: $f) { nodes { name } } }", variables = new { f = new { txt = 1 } } });
        yield return JsonSerializer.Serialize(new { query = "query($n: Int!) { products(first: $n) { nodes { name } } }", variables = new { n = "many" } });
        yield return JsonSerializer.Serialize(new { query = "query($n: Int!) { products(first: $n) { nodes { name } } }" });
        yield return JsonSerializer.Serialize(new { query = "{ villages { name } }", operationName = "Secret" });
        yield return "{\"query\": 1}";
        yield return "[]";
        yield return "null";
        yield return "{";
    }

    private async Task Rename(string from, string to)
    {
        await using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(Path.GetDirectoryName(host.FileOf("x"))!, "platform*.db").Single()}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"ALTER TABLE {from} RENAME TO {to}";
        await command.ExecuteNonQueryAsync();
    }

    private static string Code(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
}
