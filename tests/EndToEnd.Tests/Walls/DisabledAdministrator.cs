namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>Somebody who might do much, until a moment ago: the token is still in hand.</summary>
internal static class DisabledAdministrator
{
    private static readonly string Name = "was.admin." + Guid.NewGuid().ToString("N")[..8];

    private static Api? once;

    public static async Task<Api> SignIn(RunningHost host) => once ??= await New(host);

    private static async Task<Api> New(RunningHost host)
    {
        var (api, id, version, _) = await Newcomer.Create(host, Name, "省交通运输厅", "ADMINISTRATOR");
        var admin = await host.SignIn("admin");
        await admin.Do("accountDisable", "account { disabled }", new { idempotencyKey = Api.Key(), accountId = id, expectedVersion = version });
        return api;
    }
}
