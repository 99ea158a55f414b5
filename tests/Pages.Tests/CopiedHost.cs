using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace Commerce.Pages.Tests;

/// <summary>The program in a process of its own on a copy of the house's data, to be killed and started again under the same address.</summary>
public sealed class CopiedHost : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "commerce-tests", Guid.NewGuid().ToString("N"));
    private readonly int port;
    private Process? process;

    private CopiedHost(int port) => this.port = port;

    public Uri Address => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");

    public static async Task<CopiedHost> Of(OpenHouse house)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var host = new CopiedHost(((IPEndPoint)free.LocalEndpoint).Port);
        free.Stop();
        Directory.CreateDirectory(host.folder);
        foreach (var file in Directory.GetFiles(house.Folder, "*.db"))
        {
            await using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(host.folder, Path.GetFileName(file)), Pooling = false }.ToString());
            await from.OpenAsync();
            await to.OpenAsync();
            from.BackupDatabase(to);
        }

        await host.Start();
        return host;
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task Start()
    {
        process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Commerce.Host.dll"), "--data", folder, "--urls", Address.ToString(), "--demo", "true"])
        { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await Kill();
        }

        process?.Dispose();
        Directory.Delete(folder, true);
    }
}
