using System.Net;
using System.Net.Sockets;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>What can't work is told in one line that names the key, with exit code 1.</summary>
public sealed class WrongSettings
{
    [Theory]
    [InlineData("Hosst=db;Password=hunter2-hunter2", "can't be read")]
    [InlineData("Host=127.0.0.1;Port=1;Username=x;Password=hunter2-hunter2;Database=y", "leads to no database")]
    public async Task A_database_that_can_not_be_reached_is_named_without_its_password(string connection, string why)
    {
        using var room = await Room.Create(DatabaseProvider.Sqlite);

        var (code, answer, said) = await HostProcess.Run(
            room,
            new Dictionary<string, string> { ["Commerce__Database__Provider"] = "PostgreSql", ["Commerce__Database__ConnectionString"] = connection },
            "migrate", "--data", room.Data);

        Assert.Equal((1, ""), (code, answer));
        Assert.Contains($"Setting Commerce:Database:ConnectionString {why}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_named_and_the_data_folder_is_its_owners_alone()
    {
        using var room = await Room.Create(DatabaseProvider.Sqlite);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (code, answer, said) = await HostProcess.Run(room, null, "--data", room.Data, "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal((1, ""), (code, answer));
        Assert.StartsWith("Setting Urls can't be listened at", said.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(room.Data));
        }
    }
}
