using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Commerce.Walkthrough;

namespace Commerce.Load;

/// <summary>A question that a shop asks, in many bodies, and what counts as a right answer.</summary>
internal sealed record Read(string Name, string File, IReadOnlyList<string> Bodies, Func<JsonElement, bool> Right);

/// <summary>The four reads: comparable in fields with what a shop server elsewhere is asked.</summary>
internal static class Reads
{
    private const string Fields = """
        nodes { id name slug category { id name } producer { id name village { id name } }
          variants { id sku specification offers { id price { amount currency } available { value } stockState } } } totalCount
        """;

    private const string List = $"query L($after: String) {{ products(first: 20, after: $after, orderBy: NAME) {{ {Fields} }} }}";
    private const string Distinct = $"query L($max: Decimal) {{ products(first: 20, filter: {{ priceMax: $max }}, orderBy: NAME) {{ {Fields} }} }}";
    private const string Search = $"query S($text: String!) {{ products(first: 20, filter: {{ text: $text }}) {{ {Fields} }} }}";
    private const string Detail = """
        query D($slug: String!) { product(slug: $slug) { id name slug summary category { id name } producer { id name village { id name } }
          variants { id sku specification nominalContent { value } offers { id price { amount currency } available { value } stockState minimum { value } } } } }
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<IReadOnlyList<Read>> Of(GraphClient anonymous, int count)
    {
        // The oracle for the search, and the cursors of the first fifty pages.
        var ginseng = 0;
        var cursors = new List<string?> { null };
        for (string? after = null; ;)
        {
            var page = (await anonymous.Ask("query A($after: String) { products(first: 100, after: $after) { nodes { name summary synonyms } pageInfo { hasNextPage endCursor } } }", new { after })).GetProperty("products");
            ginseng += page.GetProperty("nodes").EnumerateArray().Count(p =>
                $"{p.Text("name")}|{p.GetProperty("summary").GetString()}|{string.Join('|', p.GetProperty("synonyms").EnumerateArray().Select(s => s.GetString()))}".Contains("人参", StringComparison.Ordinal));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.GetProperty("pageInfo").Text("endCursor");
        }

        for (var i = 0; i < Math.Min(49, (count / 20) - 1); i++)
        {
            cursors.Add((await anonymous.Ask("query A($after: String) { products(first: 20, after: $after, orderBy: NAME) { pageInfo { endCursor } } }", new { after = cursors[^1] })).GetProperty("products").GetProperty("pageInfo").Text("endCursor"));
        }

        return
        [
            new("list of 20", "list", [.. cursors.Select(after => Body(List, new { after }))], d => FullPage(d, count)),
            new("list of 20, each with another variable", "distinct", [Body(Distinct, new { max = "1@@" })], d => FullPage(d, count)),
            new("search 人参", "search", [Body(Search, new { text = "人参" })], d => d.GetProperty("products").Number("totalCount") == ginseng),
            new(
                "product detail",
                "detail",
                [.. Enumerable.Range(0, 200).Select(i => Body(Detail, new { slug = $"bench-{i * 97 % count:00000}" }))],
                d => d.GetProperty("product").GetProperty("variants") is var v && v.GetArrayLength() > 0 && v[0].GetProperty("offers").GetArrayLength() == 1),
        ];
    }

    /// <summary>Asks a few by hand and keeps the first answer's bytes for the bare server.</summary>
    public static async Task Check(this Read read, HttpClient http, string folder)
    {
        foreach (var (body, i) in read.Bodies.Take(5).Select((b, i) => (b, i)))
        {
            using var content = new StringContent(body.Replace("@@", $"{10_000_000 + i}", StringComparison.Ordinal), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync("/graphql", content);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var json = JsonDocument.Parse(bytes).RootElement;
            if (json.TryGetProperty("errors", out var errors) || !read.Right(json.GetProperty("data")))
            {
                throw new InvalidOperationException($"{read.Name}: the answer isn't right: {Encoding.UTF8.GetString(bytes)[..Math.Min(600, bytes.Length)]}");
            }

            if (i == 0)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, read.File + ".json"), bytes);
            }
        }
    }

    private static bool FullPage(JsonElement data, int count) =>
        data.GetProperty("products") is var page && page.Number("totalCount") >= count && page.GetProperty("nodes").GetArrayLength() == 20
        && page.GetProperty("nodes").EnumerateArray().All(p => p.GetProperty("variants").GetArrayLength() > 0);

    private static string Body(string query, object variables) => JsonSerializer.Serialize(new { query = query.ReplaceLineEndings(" "), variables }, Json);
}
