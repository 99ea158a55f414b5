using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>Speaks GraphQL over HTTP as a client would.</summary>
public sealed class Api(HttpClient http)
{
    public HttpClient Http { get; } = http;

    /// <summary>The whole answer, errors included.</summary>
    public async Task<JsonElement> Send(string query, object? variables = null)
    {
        var answer = await Http.PostAsJsonAsync("/graphql", new { query, variables });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of an answer that must have no errors.</summary>
    public async Task<JsonElement> Data(string query, object? variables = null)
    {
        var answer = await Send(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>A mutation that must be done: its payload.</summary>
    public async Task<JsonElement> Do(string name, string fields, object input)
    {
        var payload = await Try(name, fields, input);
        Assert.Equal("[]", payload.GetProperty("errors").ToString());
        return payload;
    }

    /// <summary>A mutation's payload, refused or not.</summary>
    public async Task<JsonElement> Try(string name, string fields, object input)
    {
        var type = char.ToUpperInvariant(name[0]) + name[1..] + "Input";
        var data = await Data($"mutation($input: {type}!) {{ {name}(input: $input) {{ {fields} errors {{ code message path }} replayed }} }}", new { input });
        return data.GetProperty(name);
    }

    /// <summary>The code of the refusal of a mutation that must be refused.</summary>
    public async Task<string> Refused(string name, object input) =>
        (await Try(name, "", input)).GetProperty("errors").EnumerateArray().Single().GetProperty("code").GetString()!;

    public static string Key() => Guid.NewGuid().ToString();
}
