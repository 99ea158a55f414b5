using System.Text;
using System.Text.Json;
using Commerce.Walkthrough;

// dotnet run --project tests/Walkthrough -- --url http://localhost:5080 --accounts data/demo-accounts.json
Console.OutputEncoding = Encoding.UTF8;
var url = Option("--url", "http://localhost:5080");
var accountsFile = Option("--accounts", Path.Combine("data", "demo-accounts.json"));
if (!File.Exists(accountsFile))
{
    Console.Error.WriteLine($"没有找到 {accountsFile}：请先启动示例服务器（dotnet run --project src/Host），或用 --accounts 指明演示账号文件。");
    return 2;
}

using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(30) };
var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(accountsFile)).RootElement;
var sheet = new Sheet(Console.Out);
try
{
    await new Story(role => new GraphClient(http, accounts.GetProperty(role).Text("userName"), accounts.GetProperty(role).Text("password")), sheet).Play();
}
catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
{
    Console.Error.WriteLine($"服务器 {url} 没有应答：{e.Message}");
    return 2;
}
catch (Exception e) when (e is GraphRefusedException or StoryStoppedException)
{
    sheet.Check($"走不下去了：{e.Message}", false);
}

Console.WriteLine(sheet.Wrong == 0 ? $"\n全部相符：{sheet.Right} 项" : $"\n有 {sheet.Wrong} 项不符，{sheet.Right} 项相符");
return sheet.Wrong == 0 ? 0 : 1;

string Option(string name, string fallback)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
}
