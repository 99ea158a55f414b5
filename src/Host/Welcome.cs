using Commerce.Platform.Modules;

namespace Commerce.Host;

/// <summary>What the person at the terminal reads: where to click, as whom, and at last the ready line.</summary>
internal static class Welcome
{
    public static void Print(IEnumerable<string> urls, HostSettings settings)
    {
        var url = urls.First();
        if (settings.Demo && !settings.Roles.HasFlag(Roles.Catalogue))
        {
            Console.WriteLine($"""

                Commerce 消费帮扶采购平台（演示，示例数据）
                  Pages / 页面      {url}
                  API               {url}/graphql
                  Try these three accounts first / 先试这三个账号: buyer, keeper, officer
                  Passwords / 密码  {Path.Combine(settings.Database.DataFolder, "demo-accounts.json")}

                """);
        }

        Console.WriteLine($"ready {url}");
    }
}
