using System.Net.Http.Json;
using System.Text.Json;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>A new account with roles in a unit, signed in.</summary>
internal sealed record Newcomer(Api Api, string Id, int Version, IReadOnlyList<(string Id, int Version)> Roles)
{
    public const string Password = "a-long-enough-pass";

    public static async Task<Newcomer> Create(RunningHost host, string name, string unitName, params string[] roles)
    {
        var admin = await host.SignIn("admin");
        var unit = await UnitId(admin, unitName);
        var account = (await admin.Do("accountCreate", "account { id version }", new { idempotencyKey = Api.Key(), userName = name, name = "新来的", homeUnitId = unit, password = Password })).GetProperty("account");
        var id = account.GetProperty("id").GetString()!;
        var assigned = new List<(string, int)>();
        foreach (var role in roles)
        {
            var one = (await admin.Do("roleAssign", "assignment { id version }", new { idempotencyKey = Api.Key(), accountId = id, role, unitId = unit })).GetProperty("assignment");
            assigned.Add((one.GetProperty("id").GetString()!, one.GetProperty("version").GetInt32()));
        }

        var api = host.Anybody();
        var answer = await api.Http.PostAsJsonAsync("/account/login", new { userName = name, password = Password });
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        return new(api, id, account.GetProperty("version").GetInt32(), assigned);
    }

    public static async Task<string> UnitId(Api api, string name) => (await api.Data("{ orgUnits { id name } }")).GetProperty("orgUnits").EnumerateArray()
        .First(u => u.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
}
