using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>A server whose logs, traces and metrics go to a collector that keeps every byte; its logs tell more than they do unless set so.</summary>
public sealed class Watched : IAsyncLifetime, IDisposable
{
    private readonly HttpListener collector = new();
    private Task listening = Task.CompletedTask;

    public Room Room { get; private set; } = null!;

    public HostProcess Host { get; private set; } = null!;

    /// <summary>What was exported, by the signal's path.</summary>
    public ConcurrentQueue<(string Path, string Bytes)> Exported { get; } = new();

    public async Task InitializeAsync()
    {
        var url = Listen();
        listening = Collect();
        Room = await Room.WithSample(DatabaseProvider.Sqlite);
        Host = await HostProcess.Start(Room, new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["Logging__LogLevel__Default"] = "Information",
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Debug",
        });
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Dispose();
        await listening;
        Room.Dispose();
    }

    public void Dispose() => collector.Close();

    private string Listen()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        collector.Prefixes.Add(url);
        collector.Start();
        return url;
    }

    private async Task Collect()
    {
        while (collector.IsListening)
        {
            try
            {
                var call = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);

                // Texts lie in the messages as they are.
                Exported.Enqueue((call.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
                call.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}

/// <summary>One watched server for the tests that only look at it.</summary>
[CollectionDefinition(Name)]
public sealed class BeingWatched : ICollectionFixture<Watched>
{
    public const string Name = "being watched";
}
