using System.Text.Json;

namespace Commerce.Organisations.Tests.SignIn;

internal static class DemoPasswords
{
    public static async Task<string> Of(Office office, string userName)
    {
        await using var file = File.OpenRead(Path.Combine(office.DataFolder, "demo-accounts.json"));
        using var json = await JsonDocument.ParseAsync(file);
        return json.RootElement.GetProperty(userName).GetProperty("password").GetString()!;
    }
}
