using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Commerce.Pages.Tests.Months;

/// <summary>Rice for the highways bureau's canteen, from order to second signature, played through the API: what the pages of the ledger are tried with.</summary>
internal sealed class SackOfRice(OpenHouse house)
{
    /// <summary>PO-2026-000018.</summary>
    public string Order { get; private set; } = "";

    /// <summary>100 斤 ordered at 5.60, 48.6 kg weighed: 544.32.</summary>
    public async Task Arrives()
    {
        var offer = await Offer();
        var unit = (await Ask("buyer", "{ viewer { units { id } } }")).GetProperty("viewer").GetProperty("units")[0].GetProperty("id").GetString();
        var order = (await Do("buyer", "orderCreate", "order { id number version lines { id } }", new() { ["unitId"] = unit, ["purpose"] = "CANTEEN", ["submit"] = true, ["lines"] = new[] { new { offerId = offer, quantity = Jin(100) } } })).GetProperty("order");
        var id = order.GetProperty("id").GetString();
        var line = order.GetProperty("lines")[0].GetProperty("id").GetString();
        Order = order.GetProperty("number").GetString()!;
        order = (await Do("approver", "orderDecide", "order { version }", new() { ["orderId"] = id, ["expectedVersion"] = order.GetProperty("version").GetInt32(), ["decision"] = "APPROVED" })).GetProperty("order");
        order = (await Do("supplier", "orderConfirm", "order { version }", new() { ["orderId"] = id, ["expectedVersion"] = order.GetProperty("version").GetInt32() })).GetProperty("order");
        var delivery = (await Do("supplier", "deliveryDispatch", "delivery { id }", new() { ["orderId"] = id, ["expectedVersion"] = order.GetProperty("version").GetInt32(), ["lines"] = new[] { new { lineId = line, quantity = Jin(100), batch = "2026-A" } } })).GetProperty("delivery");
        var acceptance = (await Do("keeper", "acceptanceRecord", "acceptance { id }", new() { ["deliveryId"] = delivery.GetProperty("id").GetString(), ["lines"] = new[] { new { lineId = line, net = new { value = 48.6, unit = "KG" } } } }))
            .GetProperty("acceptance").GetProperty("id").GetString();
        await Do("purchaser", "acceptanceSign", "acceptance { id }", new() { ["acceptanceId"] = acceptance });
        await Counted();
    }

    /// <summary>Waits until nothing is on its way to the ledger.</summary>
    public async Task Counted()
    {
        for (var i = 0; i < 200; i++)
        {
            var backlog = (await Ask("admin", "{ eventBacklog { pending parked { reason } } }")).GetProperty("eventBacklog");
            if (backlog.GetProperty("pending").GetInt32() == 0 && backlog.GetProperty("parked").GetArrayLength() == 0)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("Events didn't arrive within 10 seconds.");
    }

    private static object Jin(int value) => new { value, unit = "JIN" };

    private async Task<string> Offer() => (await Ask("buyer", "{ products(first: 10, filter: {text: \"明东大米\"}) { nodes { name variants { soldBy { code } offers { id buyerGroup } } } } }"))
        .GetProperty("products").GetProperty("nodes").EnumerateArray().First(p => p.GetProperty("name").GetString() == "明东大米")
        .GetProperty("variants").EnumerateArray().Where(v => v.GetProperty("soldBy").GetProperty("code").GetString() == "JIN")
        .SelectMany(v => v.GetProperty("offers").EnumerateArray()).First(o => o.GetProperty("buyerGroup").GetString() == "DEPARTMENT_CANTEEN").GetProperty("id").GetString()!;

    private async Task<JsonElement> Do(string account, string mutation, string selection, Dictionary<string, object?> input)
    {
        input["idempotencyKey"] = Guid.NewGuid().ToString();
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var done = (await Ask(account, $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {selection} errors {{ message }} }} }}", new { input })).GetProperty(mutation);
        Assert.Empty(done.GetProperty("errors").EnumerateArray());
        return done;
    }

    private async Task<JsonElement> Ask(string account, string query, object? variables = null)
    {
        using var api = await house.Api(account);
        var answer = await (await api.PostAsJsonAsync("/graphql", new { query, variables })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.TryGetProperty("data", out var data) && !answer.TryGetProperty("errors", out _), answer.ToString());
        return data;
    }
}
