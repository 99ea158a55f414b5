using System.Text.Encodings.Web;
using System.Text.Json;
using Commerce.Organisations.Domain;

namespace Commerce.Organisations.Samples;

/// <summary>An account of the demonstration.</summary>
/// <param name="UserName">Also its key in demo-accounts.json.</param>
/// <param name="Name">As it stands on papers.</param>
/// <param name="Home">The home unit.</param>
/// <param name="Role">The role.</param>
/// <param name="RoleUnit">Where.</param>
internal sealed record DemoAccount(string UserName, string Name, string Home, Role Role, string RoleUnit);

/// <summary>The accounts of the demonstration; their passwords are new in each data folder.</summary>
internal static class DemoAccounts
{
    private const string Root = SampleOrganisations.Root;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("buyer", "张采购", "公路局", Role.Buyer, "公路局"),
        new("keeper", "王保管", "公路局", Role.Keeper, "公路局"),
        new("officer", "周主任", "机关党委", Role.Officer, Root),
        new("approver", "李审批", "公路局", Role.Approver, "公路局"),
        new("purchaser", "赵采购员", "公路局", Role.Purchaser, "公路局"),
        new("supplier", "孙队长(代办)", "包保帮扶工作队", Role.Supplier, "包保帮扶工作队"),
        new("clerk", "钱店长", "吉高集团", Role.Supplier, "吉高集团"),
        new("liaison", "吴联络", "公路局", Role.Liaison, "公路局"),
        new("buyer2", "刘采购", "运输局", Role.Buyer, "运输局"),
        new("supervisor", "郑督查", Root, Role.Supervisor, Root),
        new("auditor", "冯审计", Root, Role.Auditor, Root),
        new("admin", "陈管理员", Root, Role.Administrator, Root),
    ];

    /// <summary>Writes demo-accounts.json, readable by its owner alone.</summary>
    public static async Task Write(string folder, IReadOnlyDictionary<string, string> passwords, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var accounts = All.ToDictionary(a => a.UserName, a => new { a.UserName, Password = passwords[a.UserName], Unit = a.Home });
        var path = Path.Combine(folder, "demo-accounts.json");
        var half = path + ".new";
        File.Delete(half);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(half, options))
        {
            await JsonSerializer.SerializeAsync(file, accounts, Readable, ct);
        }

        File.Move(half, path, overwrite: true);
    }
}
