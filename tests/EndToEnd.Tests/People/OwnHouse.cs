using System.Net.Http.Json;
using System.Text.Json;
using Commerce.EndToEnd.Tests.Operations;
using Commerce.EndToEnd.Tests.Walls;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.People;

/// <summary>A server of its own with two administrators, where people come and go.</summary>
internal sealed class OwnHouse : IAsyncDisposable
{
    private readonly Room room;

    private OwnHouse(Room room, RunningHost host, Api admin, Api second, string unitId) => (this.room, Host, Admin, Second, UnitId) = (room, host, admin, second, unitId);

    public RunningHost Host { get; }

    public Api Admin { get; private set; }

    public Api Second { get; private set; }

    /// <summary>The buyer's unit.</summary>
    public string UnitId { get; }

    public static async Task<OwnHouse> Open(DatabaseProvider provider)
    {
        var room = await Room.Create(provider);
        var host = new RunningHost();
        foreach (var (key, value) in room.Settings)
        {
            host.Settings[key.Replace("__", ":", StringComparison.Ordinal)] = value;
        }

        await host.InitializeAsync();
        var admin = await host.SignIn("admin");
        var second = (await Newcomer.Create(host, "second", "省交通运输厅", "ADMINISTRATOR")).Api;
        return new(room, host, admin, second, await new TheLine(host).UnitOf(await host.SignIn("buyer")));
    }

    /// <summary>A new person with roles in the buyer's unit, signed in.</summary>
    public async Task<Newcomer> Join(string userName, string name, params string[] roles)
    {
        var account = (await Admin.Do("accountCreate", "account { id version }", new { idempotencyKey = Api.Key(), userName, name, homeUnitId = UnitId, password = Newcomer.Password })).GetProperty("account");
        var id = account.GetProperty("id").GetString()!;
        foreach (var role in roles)
        {
            await Admin.Do("roleAssign", "assignment { id }", new { idempotencyKey = Api.Key(), accountId = id, role, unitId = UnitId });
        }

        return new(await In(userName), id, account.GetProperty("version").GetInt32(), []);
    }

    /// <summary>The two administrators, after a night.</summary>
    public async Task SignIn() => (Admin, Second) = (await Host.SignIn("admin"), await In("second"));

    private async Task<Api> In(string userName)
    {
        var api = Host.Anybody();
        var answer = await api.Http.PostAsJsonAsync("/account/login", new { userName, password = Newcomer.Password });
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        return api;
    }

    /// <summary>The person orders rice in vain, with words about them in the answer, and weighs what a colleague ordered, up to the ledger.</summary>
    public async Task<(string Order, string Acceptance)> Play(Newcomer person, string name)
    {
        var line = new TheLine(Host);
        var offer = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!;
        var vain = await line.Order(person.Api, offer, 5);
        await (await Host.SignIn("approver")).Do(
            "orderDecide", "order { status }",
            new { idempotencyKey = Api.Key(), orderId = vain.GetProperty("id").GetString(), expectedVersion = vain.GetProperty("version").GetInt32(), decision = "REJECTED", comment = $"请{name}重报" });
        var order = await line.Order(await Host.SignIn("buyer"), offer, 100);
        var delivery = await line.Deliver(order, 100);
        var recorded = (await person.Api.Do(
            "acceptanceRecord", "acceptance { id }",
            new
            {
                idempotencyKey = Api.Key(),
                deliveryId = delivery.GetProperty("id").GetString(),
                lines = new[] { new { lineId = order.GetProperty("lines")[0].GetProperty("id").GetString(), net = new { value = 50m, unit = "KG" } } },
            })).GetProperty("acceptance").GetProperty("id").GetString()!;
        await (await Host.SignIn("purchaser")).Do("acceptanceSign", "acceptance { id }", new { idempotencyKey = Api.Key(), acceptanceId = recorded });
        return (vain.GetProperty("id").GetString()!, recorded);
    }

    /// <summary>A list that says by name alone who saved it.</summary>
    public async Task SaveList(Newcomer person, string name) => await person.Api.Do(
        "purchaseListSave", "list { name }",
        new
        {
            idempotencyKey = Api.Key(),
            unitId = UnitId,
            name,
            lines = new[] { new { offerId = (await new TheLine(Host).Offer(TheLine.Rice)).GetProperty("id").GetString(), quantity = new { value = 1, unit = "JIN" } } },
        });

    public async Task Disable(Newcomer person)
    {
        await Admin.Do("accountDisable", "account { disabled }", new { idempotencyKey = Api.Key(), accountId = person.Id, expectedVersion = person.Version });
        await new TheLine(Host).UntilCounted();
    }

    /// <summary>The first administrator asks.</summary>
    public async Task<(string? Id, string? Code, string Message)> Ask(Newcomer person, string reason)
    {
        var version = (await Admin.Data("query($a: ID!) { node(id: $a) { ... on Account { version } } }", new { a = person.Id })).GetProperty("node").GetProperty("version").GetInt32();
        var payload = await Admin.Try("erasureAsk", "request { id }", new { idempotencyKey = Api.Key(), accountId = person.Id, expectedVersion = version, reason });
        return payload.GetProperty("errors").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } error
            ? (null, error.GetProperty("code").GetString(), error.GetProperty("message").GetString()!)
            : (payload.GetProperty("request").GetProperty("id").GetString(), null, "");
    }

    /// <summary>Asked by one, agreed to by the other, and everywhere done.</summary>
    public async Task<(string Label, IReadOnlyList<string?> KeptIn)> Erase(Newcomer person)
    {
        var (id, _, message) = await Ask(person, "离任满一年，本人申请");
        Assert.True(id is not null, message);
        var done = (await Second.Do("erasureDecide", "request { state label keptIn }", new { idempotencyKey = Api.Key(), requestId = id, expectedVersion = 1, agreed = true })).GetProperty("request");
        await new TheLine(Host).UntilCounted();
        return (done.GetProperty("label").GetString()!, [.. done.GetProperty("keptIn").EnumerateArray().Select(k => k.GetString())]);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        room.Dispose();
    }
}

/// <summary>One on SQLite for all tests of a class.</summary>
public sealed class SqliteHouse : IAsyncLifetime
{
    internal OwnHouse House { get; private set; } = null!;

    public async Task InitializeAsync() => House = await OwnHouse.Open(DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await House.DisposeAsync();
}
