using System.Net.Http.Json;
using System.Text.Json;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>Somebody who might do much, until a moment ago: the token is still in hand.</summary>
internal static class DisabledAdministrator
{
    private const string Password = "a-long-enough-pass";

    private static readonly string Name = "was.admin." + Guid.NewGuid().ToString("N")[..8];

    private static Api? once;

    public static async Task<Api> SignIn(RunningHost host) => once ??= await New(host);

    /// <summary>A new account with a role in the unit of the sample account, signed in.</summary>
    public static async Task<(Api Api, string Id, int Version)> Create(RunningHost host, string name, string role)
    {
        var admin = await host.SignIn("admin");
        var unit = (await admin.Data("{ viewer { units { id } } }")).GetProperty("viewer").GetProperty("units")[0].GetProperty("id").GetString();
        var account = (await admin.Do("accountCreate", "account { id version }", new { idempotencyKey = Api.Key(), userName = name, name = "曾任", homeUnitId = unit, password = Password })).GetProperty("account");
        var id = account.GetProperty("id").GetString()!;
        await admin.Do("roleAssign", "assignment { id }", new { idempotencyKey = Api.Key(), accountId = id, role, unitId = unit });
        var api = host.Anybody();
        var answer = await api.Http.PostAsJsonAsync("/account/login", new { userName = name, password = Password });
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        return (api, id, account.GetProperty("version").GetInt32());
    }

    private static async Task<Api> New(RunningHost host)
    {
        var (api, id, version) = await Create(host, Name, "ADMINISTRATOR");
        var admin = await host.SignIn("admin");
        await admin.Do("accountDisable", "account { disabled }", new { idempotencyKey = Api.Key(), accountId = id, expectedVersion = version });
        return api;
    }
}
