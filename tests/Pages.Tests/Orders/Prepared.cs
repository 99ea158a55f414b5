using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Commerce.Pages.Tests.Orders;

/// <summary>Orders brought as far as a test needs them, through the API: for the canteen, or of the buyer's own.</summary>
/// <param name="house">The server.</param>
/// <param name="personal">Bought by the buyer for themselves, in bags.</param>
internal sealed class Prepared(OpenHouse house, bool personal = false)
{
    private string Unit => personal ? "BAG" : "JIN";

    /// <summary>Rice of 明东村, handed in by the buyer; its number and id.</summary>
    public async Task<(string Id, string Number)> Submitted(decimal jin)
    {
        using var buyer = await house.Api("buyer");
        var unit = (await Ask(buyer, "{ viewer { units { id } } }", new { })).GetProperty("viewer").GetProperty("units")[0].GetProperty("id").GetString();
        var products = (await Ask(
            buyer, "{ products(first: 20, filter: { text: \"明东大米\" }) { nodes { variants { soldBy { code } offers { id buyerGroup } } } } }", new { })).GetProperty("products").GetProperty("nodes");
        var offer = products.EnumerateArray().SelectMany(p => p.GetProperty("variants").EnumerateArray()).Where(v => v.GetProperty("soldBy").GetProperty("code").GetString() == Unit)
            .SelectMany(v => v.GetProperty("offers").EnumerateArray()).First(o => o.GetProperty("buyerGroup").GetString() == (personal ? "STAFF_WELFARE" : "DEPARTMENT_CANTEEN")).GetProperty("id").GetString();
        var order = await Do(buyer, "orderCreate", "order { id number }", new
        {
            idempotencyKey = Key(),
            unitId = unit,
            purpose = personal ? "PERSONAL" : "CANTEEN",
            submit = true,
            lines = new[] { new { offerId = offer, quantity = new { value = jin, unit = Unit } } },
        });
        return (order.GetProperty("order").GetProperty("id").GetString()!, order.GetProperty("order").GetProperty("number").GetString()!);
    }

    public async Task<(string Id, string Number)> Approved(decimal jin)
    {
        var order = await Submitted(jin);
        using var approver = await house.Api("approver");
        await Do(approver, "orderDecide", "order { id }", new { idempotencyKey = Key(), orderId = order.Id, expectedVersion = await Version(approver, order.Id), decision = "APPROVED" });
        return order;
    }

    public async Task<(string Id, string Number)> Confirmed(decimal jin)
    {
        var order = await Approved(jin);
        using var supplier = await house.Api("supplier");
        await Do(supplier, "orderConfirm", "order { id }", new { idempotencyKey = Key(), orderId = order.Id, expectedVersion = await Version(supplier, order.Id) });
        return order;
    }

    /// <summary>On the way to the unit; the delivery's number.</summary>
    public async Task<string> Dispatched(decimal jin, string? batchId = null)
    {
        var order = await Confirmed(jin);
        using var supplier = await house.Api("supplier");
        var line = (await Ask(supplier, "query($id: ID!) { node(id: $id) { ... on PurchaseOrder { lines { id } } } }", new { id = order.Id })).GetProperty("node").GetProperty("lines")[0].GetProperty("id").GetString();
        var sent = await Do(supplier, "deliveryDispatch", "delivery { number }", new
        {
            idempotencyKey = Key(),
            orderId = order.Id,
            expectedVersion = await Version(supplier, order.Id),
            lines = new[] { new { lineId = line, quantity = new { value = jin, unit = Unit }, batch = "MD-20260610", batchId } },
        });
        return sent.GetProperty("delivery").GetProperty("number").GetString()!;
    }

    /// <summary>On the way, of a batch on record that is called back then; the batch's id.</summary>
    public async Task<string> Recalled(decimal jin, string number, string reason)
    {
        using var supplier = await house.Api("supplier");
        var rice = (await Ask(supplier, "{ products(first: 1, filter: { text: \"明东大米\" }) { nodes { id } } }", new { })).GetProperty("products").GetProperty("nodes")[0].GetProperty("id").GetString();
        var batch = (await Do(supplier, "batchRecord", "batch { id version }", new { idempotencyKey = Key(), productId = rice, number, producedOn = "2026-06-01" })).GetProperty("batch");
        var id = batch.GetProperty("id").GetString()!;
        await Dispatched(jin, id);
        await Do(supplier, "batchWithdraw", "batch { id }", new { idempotencyKey = Key(), batchId = id, expectedVersion = batch.GetProperty("version").GetInt32(), reason });
        return id;
    }

    /// <summary>IN_TRANSIT, WEIGHED or ACCEPTED.</summary>
    public async Task<string> DeliveryState(string number) => (await Delivery(number)).GetProperty("state").GetString()!;

    /// <summary>The number of the order that a delivery belongs to.</summary>
    public async Task<string> OrderOf(string delivery)
    {
        using var keeper = await house.Api("keeper");
        var orders = (await Ask(keeper, "{ purchaseOrders(first: 50) { nodes { number deliveries { number } } } }", new { })).GetProperty("purchaseOrders").GetProperty("nodes");
        return orders.EnumerateArray().Single(o => o.GetProperty("deliveries").EnumerateArray().Any(d => d.GetProperty("number").GetString() == delivery)).GetProperty("number").GetString()!;
    }

    /// <summary>Somebody weighs a delivery of one line and signs first.</summary>
    public async Task<string> Weigh(string number, decimal jin, string by)
    {
        var delivery = await Delivery(number);
        using var api = await house.Api(by);
        var recorded = await Do(api, "acceptanceRecord", "acceptance { id }", new
        {
            idempotencyKey = Key(),
            deliveryId = delivery.GetProperty("id").GetString(),
            lines = new[] { new { lineId = delivery.GetProperty("lines")[0].GetProperty("line").GetProperty("id").GetString(), net = new { value = jin, unit = Unit } } },
        });
        return recorded.GetProperty("acceptance").GetProperty("id").GetString()!;
    }

    /// <summary>Somebody signs second.</summary>
    public async Task Sign(string acceptance, string by)
    {
        using var api = await house.Api(by);
        await Do(api, "acceptanceSign", "acceptance { id }", new { idempotencyKey = Key(), acceptanceId = acceptance });
    }

    private async Task<JsonElement> Delivery(string number)
    {
        using var keeper = await house.Api("keeper");
        var orders = (await Ask(keeper, "{ purchaseOrders(first: 50) { nodes { deliveries { id number state lines { line { id } } } } } }", new { })).GetProperty("purchaseOrders").GetProperty("nodes");
        return orders.EnumerateArray().SelectMany(o => o.GetProperty("deliveries").EnumerateArray()).Single(d => d.GetProperty("number").GetString() == number);
    }

    private static string Key() => Guid.NewGuid().ToString("N");

    private static async Task<int> Version(HttpClient api, string order) =>
        (await Ask(api, "query($id: ID!) { node(id: $id) { ... on PurchaseOrder { version } } }", new { id = order })).GetProperty("node").GetProperty("version").GetInt32();

    private static async Task<JsonElement> Do(HttpClient api, string mutation, string asked, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var done = (await Ask(api, $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {asked} errors {{ message }} }} }}", new { input })).GetProperty(mutation);
        Assert.True(done.GetProperty("errors").GetArrayLength() == 0, done.ToString());
        return done;
    }

    private static async Task<JsonElement> Ask(HttpClient api, string query, object variables)
    {
        var answer = await (await api.PostAsJsonAsync("/graphql", new { query, variables })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object, answer.ToString());
        return data.Clone();
    }
}
