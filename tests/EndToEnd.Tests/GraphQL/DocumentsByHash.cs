using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Commerce.EndToEnd.Tests.Walls;
using Commerce.Platform.GraphQL;
using Commerce.Platform.GraphQL.Limits;
using GraphQL;
using GraphQL.Transport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests.GraphQL;

/// <summary>Documents that are asked for by the SHA-256 of their text (decision 20).</summary>
[Collection(OneHost.Name)]
public sealed partial class DocumentsByHash(RunningHost host)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_document_is_known_by_its_hash_once_it_was_shown_and_GET_works_too()
    {
        const string Text = "query Shown { villages { id name } }";
        var hash = TrustedDocuments.HashOf(Text);

        Assert.Equal(["PERSISTED_QUERY_NOT_FOUND"], Doors.Codes(await Post(null, hash)));
        Assert.Equal([], Doors.Codes(await Post(Text, hash)));
        Assert.Equal([], Doors.Codes(await Post(null, hash)));
        Assert.Equal([], Doors.Codes(await Post(null, hash.ToUpperInvariant())));
        var extensions = Uri.EscapeDataString(JsonSerializer.Serialize(new { persistedQuery = new { version = 1, sha256Hash = hash } }));
        var got = await host.Anybody().Http.GetFromJsonAsync<JsonElement>($"/graphql?extensions={extensions}");
        Assert.True(got.GetProperty("data").GetProperty("villages").GetArrayLength() > 0);
    }

    [Fact]
    public async Task A_hash_of_another_text_is_refused_and_the_text_is_not_kept()
    {
        var hash = TrustedDocuments.HashOf("query Mine { villages { id } }");

        Assert.Equal(["PERSISTED_QUERY_MISMATCH"], Doors.Codes(await Post("query Other { villages { name } }", hash)));
        Assert.Equal(["PERSISTED_QUERY_NOT_FOUND"], Doors.Codes(await Post(null, hash)));
    }

    [Fact]
    public async Task A_text_that_the_rules_refuse_is_not_kept()
    {
        const string Text = "query Costly { products(first: 101) { totalCount } }";
        var hash = TrustedDocuments.HashOf(Text);

        Assert.Equal(["PAGE_TOO_LARGE"], Doors.Codes(await Post(Text, hash)));
        Assert.Equal(["PERSISTED_QUERY_NOT_FOUND"], Doors.Codes(await Post(null, hash)));
    }

    [Theory]
    [InlineData("""{"version": 2, "sha256Hash": "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"}""")]
    [InlineData("""{"version": 1, "sha256Hash": "ecf4"}""")]
    [InlineData("""{"version": 1, "sha256Hash": 7}""")]
    [InlineData("""{"version": 1, "sha256Hash": "zzf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"}""")]
    [InlineData("\"x\"")]
    public async Task A_malformed_extension_is_a_bad_request(string persisted)
    {
        using var body = new StringContent("""{"query": "{ villages { id } }", "extensions": {"persistedQuery": HERE}}""".Replace("HERE", persisted, StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
        var answer = await host.Anybody().Http.PostAsync(new Uri("/graphql", UriKind.Relative), body);

        Assert.Equal(["BAD_REQUEST"], Doors.Codes(await answer.Content.ReadFromJsonAsync<JsonElement>()));
    }

    [Fact]
    public async Task The_shipped_list_holds_what_the_pages_and_the_sample_clients_ask_and_each_is_known_by_its_hash()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "src"));
        var asked = new[] { "Catalog/Kiosk/kiosk.js", "Ordering/wwwroot/accept.js", "Ordering/Retail/Pages/buy.js" }
            .SelectMany(f => Literal().Matches(File.ReadAllText(Path.Combine(root, f)))).Select(m => m.Groups["text"].Value)
            .Concat(Directory.GetFiles(Path.Combine(root, "..", "docs", "clients", "documents")).Select(File.ReadAllText))
            .DistinctBy(TrustedDocuments.HashOf).OrderBy(TrustedDocuments.HashOf, StringComparer.Ordinal).ToDictionary(TrustedDocuments.HashOf);
        var list = Path.Combine(root, "Host", "trusted-documents.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(list, JsonSerializer.Serialize(asked, Readable) + "\n");
        }

        Assert.True(asked.Count >= 10, $"only {asked.Count} were found");
        Assert.Equal(asked, JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(list)));
        Assert.Equal(asked, host.Services.GetRequiredService<TrustedDocuments>().Texts);
        Assert.DoesNotContain(await Codes(asked.Keys), c => c is "PERSISTED_QUERY_NOT_FOUND" or "INVALID_DOCUMENT" or "SYNTAX_ERROR");
    }

    [Fact]
    public void Where_only_trusted_documents_run_another_is_refused_by_text_and_by_hash_and_is_not_kept()
    {
        const string Trusted = "{ villages { id } }", Other = "{ villages { name } }";
        using var documents = new PersistedDocuments(new(new Dictionary<string, string> { [TrustedDocuments.HashOf(Trusted)] = Trusted }, true));
        var byHash = Request(null, TrustedDocuments.HashOf(Trusted));
        var shown = Request(Other, TrustedDocuments.HashOf(Other));

        Assert.Null(documents.Complete(byHash));
        Assert.Equal(Trusted, byHash.Query);
        Assert.Null(documents.Complete(Request(Trusted, null)));
        Assert.Equal(GraphRefusals.NotTrusted, documents.Complete(Request(Other, null)));
        Assert.Equal(GraphRefusals.NotTrusted, documents.Complete(shown));
        documents.Keep(shown);
        Assert.Equal(GraphRefusals.NotTrusted, documents.Complete(Request(null, TrustedDocuments.HashOf(Other))));
    }

    [Fact]
    public void A_flood_of_texts_pushes_others_out_and_takes_no_more_room()
    {
        using var documents = new PersistedDocuments(new(new Dictionary<string, string>(), false));
        for (var i = 0; i < 5000; i++)
        {
            var text = $"query Q{i} {{ villages {{ id }} }}";
            documents.Keep(Request(text, TrustedDocuments.HashOf(text)));
        }

        var known = Enumerable.Range(0, 5000).Count(i => documents.Complete(Request(null, TrustedDocuments.HashOf($"query Q{i} {{ villages {{ id }} }}"))) is null);
        Assert.InRange(known, 0, 1000);
    }

    private async Task<List<string>> Codes(IEnumerable<string> hashes)
    {
        List<string> codes = [];
        foreach (var hash in hashes)
        {
            codes.AddRange(Doors.Codes(await Post(null, hash)));
        }

        return codes;
    }

    private async Task<JsonElement> Post(string? query, string sha256Hash)
    {
        var answer = await host.Anybody().Http.PostAsJsonAsync("/graphql", new { query, extensions = new { persistedQuery = new { version = 1, sha256Hash } } });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static GraphQLRequest Request(string? query, string? hash) => new()
    {
        Query = query,
        Extensions = hash is null ? null : new Inputs(new Dictionary<string, object?> { ["persistedQuery"] = new Dictionary<string, object?> { ["version"] = 1, ["sha256Hash"] = hash } }),
    };

    [GeneratedRegex("""(?<quote>['`])(?<text>(?:query|mutation|subscription)\b[^'`]*?\{[^'`]*)\k<quote>""")]
    private static partial Regex Literal();

    private static string Here([CallerFilePath] string here = "") => here;
}
