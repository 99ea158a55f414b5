using System.Text.Json;

namespace Commerce.EndToEnd.Tests;

/// <summary>A server with the sample accounts.</summary>
public interface IServed
{
    Api Anybody();

    Task<Api> SignIn(string role);
}

/// <summary>Plays the line from order to ledger with the sample accounts of one unit.</summary>
public sealed class TheLine(IServed host)
{
    public const string Rice = "明东大米";

    /// <summary>The canteen's offer of loose rice at 5.60 元/斤.</summary>
    public async Task<JsonElement> Offer(string product, string group = "DEPARTMENT_CANTEEN")
    {
        var data = await host.Anybody().Data(
            """
            query($text: String!) { products(first: 10, filter: {text: $text}) { nodes { name variants { soldBy { code } offers { id buyerGroup version price { amount per { code } } } } } } }
            """, new { text = product });
        return data.GetProperty("products").GetProperty("nodes").EnumerateArray().First(p => p.GetProperty("name").GetString() == product)
            .GetProperty("variants").EnumerateArray()
            .OrderBy(v => v.GetProperty("soldBy").GetProperty("code").GetString() == "JIN" ? 0 : 1)
            .SelectMany(v => v.GetProperty("offers").EnumerateArray()).First(o => o.GetProperty("buyerGroup").GetString() == group);
    }

    public async Task<string> UnitOf(Api api) =>
        (await api.Data("{ viewer { units { id name } } }")).GetProperty("viewer").GetProperty("units")[0].GetProperty("id").GetString()!;

    /// <summary>Orders, submitted at once.</summary>
    public async Task<JsonElement> Order(Api buyer, string offerId, decimal value, string unit = "JIN") => (await buyer.Do(
        "orderCreate", "order { id number status version estimated { amount } lines { id } }",
        new { idempotencyKey = Api.Key(), unitId = await UnitOf(buyer), purpose = "CANTEEN", submit = true, lines = new[] { new { offerId, quantity = new { value, unit } } } })).GetProperty("order");

    /// <summary>Approved, confirmed and dispatched in full: the delivery.</summary>
    public async Task<JsonElement> Deliver(JsonElement order, decimal value, string unit = "JIN")
    {
        var id = order.GetProperty("id").GetString()!;
        var line = order.GetProperty("lines")[0].GetProperty("id").GetString()!;
        var approver = await host.SignIn("approver");
        var supplier = await host.SignIn("supplier");
        var approved = await approver.Do(
            "orderDecide", "order { version status }", new { idempotencyKey = Api.Key(), orderId = id, expectedVersion = order.GetProperty("version").GetInt32(), decision = "APPROVED" });
        var confirmed = await supplier.Do(
            "orderConfirm", "order { version status }", new { idempotencyKey = Api.Key(), orderId = id, expectedVersion = approved.GetProperty("order").GetProperty("version").GetInt32() });
        return (await supplier.Do(
            "deliveryDispatch", "delivery { id number }",
            new
            {
                idempotencyKey = Api.Key(),
                orderId = id,
                expectedVersion = confirmed.GetProperty("order").GetProperty("version").GetInt32(),
                lines = new[] { new { lineId = line, quantity = new { value, unit }, batch = "2026-A" } },
            })).GetProperty("delivery");
    }

    /// <summary>Weighed by the keeper, signed by the purchaser: the acceptance.</summary>
    public async Task<JsonElement> Accept(JsonElement order, JsonElement delivery, decimal netKg)
    {
        var keeper = await host.SignIn("keeper");
        var purchaser = await host.SignIn("purchaser");
        var recorded = (await keeper.Do(
            "acceptanceRecord", "acceptance { id number }",
            new
            {
                idempotencyKey = Api.Key(),
                deliveryId = delivery.GetProperty("id").GetString(),
                lines = new[] { new { lineId = order.GetProperty("lines")[0].GetProperty("id").GetString(), net = new { value = netKg, unit = "KG" } } },
            })).GetProperty("acceptance");
        return (await purchaser.Do(
            "acceptanceSign", "acceptance { id number acceptedAt signatures { by role signedAt recordedAt } }",
            new { idempotencyKey = Api.Key(), acceptanceId = recorded.GetProperty("id").GetString() })).GetProperty("acceptance");
    }

    /// <summary>Waits until nothing is on its way between the modules.</summary>
    public async Task UntilCounted()
    {
        var admin = await host.SignIn("admin");
        var backlog = default(JsonElement);
        for (var i = 0; i < 600; i++)
        {
            backlog = (await admin.Data("{ eventBacklog { pending parked { reason } } }")).GetProperty("eventBacklog");
            if (backlog.GetProperty("pending").GetInt32() == 0 && backlog.GetProperty("parked").GetArrayLength() == 0)
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"Events didn't arrive within a minute: {backlog}.");
    }
}
