// A client of the API in C#:  dotnet run -- http://localhost:5080 data/demo-accounts.json
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.SampleClient;

Console.OutputEncoding = System.Text.Encoding.UTF8;
var documents = Path.Combine(AppContext.BaseDirectory, "documents");
using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");

// 1. Goods that are found by a word, and the next page.
string? after = null;
foreach (var number in new[] { 1, 2 })
{
    var page = (await Ask<Goods>("goods", new { text = "明东", first = 2, after })).Products;
    Console.WriteLine($"page {number} of {page.TotalCount} goods");
    foreach (var good in page.Nodes)
    {
        Console.WriteLine($"  {good.Name}, {good.Producer.Village?.Name ?? "-"}");
    }

    after = page.PageInfo.EndCursor;
}

// 2. A request that isn't executed says what to do.
try
{
    await Ask<Goods>("goods", new { first = 1000 });
}
catch (RefusedException refusal)
{
    Console.WriteLine($"refused {refusal.Message}");
}

// 3. Signing in: a token for the header.
using var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(args[1]));
var buyer = accounts.RootElement.GetProperty("buyer");
using var login = await http.PostAsJsonAsync("/account/login", new { userName = buyer.GetProperty("userName").GetString(), password = buyer.GetProperty("password").GetString() });
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await login.Content.ReadFromJsonAsync<Token>())!.AccessToken);
var me = (await Ask<Me>("me", new { })).Viewer!;
Console.WriteLine($"signed in as {me.Name}, {me.Units[0].Name}");

// 4. A mutation that is refused is data: it says why, and nothing was changed.
var offer = (await Ask<Goods>("goods", new { text = "明东大米", first = 1 })).Products.Nodes.SelectMany(g => g.Variants).SelectMany(v => v.Offers).First();
var refused = await Save("", Guid.NewGuid());
Console.WriteLine($"refused {refused.Errors[0].Code}: {refused.Errors[0].Message}");

// 5. One that is done, sent twice with its key: the same answer, done once.
var key = Guid.NewGuid();
var first = await Save($"常买 {key.ToString()[..8]}", key);
var again = await Save($"常买 {key.ToString()[..8]}", key);
Console.WriteLine($"saved {first.List!.Name}");
Console.WriteLine($"replayed {(again.Replayed ? "true" : "false")}, same answer {(first.List == again.List ? "true" : "false")}");

async Task<T> Ask<T>(string document, object variables)
{
    var query = await File.ReadAllTextAsync(Path.Combine(documents, document + ".graphql"));
    using var response = await http.PostAsJsonAsync("/graphql", new { query, variables });
    var answer = (await response.Content.ReadFromJsonAsync<Answer<T>>())!;
    return answer.Errors is [var error, ..] ? throw new RefusedException($"{error.Extensions.Code}: {error.Message}") : answer.Data!;
}

async Task<SavePayload> Save(string name, Guid idempotencyKey) => (await Ask<SaveList>("save-list", new
{
    input = new
    {
        idempotencyKey,
        unitId = me.Units[0].Id,
        name,
        lines = new[] { new { offerId = offer.Id, quantity = new { value = offer.Minimum.Value, unit = offer.Minimum.Unit.Code } } },
    },
})).PurchaseListSave;
