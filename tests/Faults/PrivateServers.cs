using System.Diagnostics;
using Npgsql;

namespace Commerce.Faults;

/// <summary>A PostgreSQL and a RabbitMQ of this run's own, started when first needed and ended with the program. tests/servers.sh knows how.</summary>
internal static class PrivateServers
{
    private static readonly Lazy<Task<(string Postgres, int Broker)>> Running = new(Start);
    private static string? folder;

    /// <summary>Why there are none here; null when there are.</summary>
    public static string? Missing { get; } =
        Directory.Exists("/usr/lib/postgresql") && File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server") ? null : "PostgreSQL and RabbitMQ aren't installed; ./test.sh installs them.";

    public static int BrokerPid => int.Parse(File.ReadAllText(Path.Combine(folder!, "rabbitmq", "pid")).Trim(), System.Globalization.CultureInfo.InvariantCulture);

    public static int PostgresPid => int.Parse(File.ReadLines(Path.Combine(folder!, "postgres", "data", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A database, empty or a copy of another that nobody uses now, and an empty virtual host.</summary>
    public static async Task<(string Connection, int BrokerPort, string VirtualHost)> Room(string? like)
    {
        var (postgres, broker) = await Running.Value;
        var name = "f" + Guid.NewGuid().ToString("N");

        // Not pooled: the server restarts between two suites.
        await using (var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres) { Pooling = false }.ToString()))
        {
            await connection.OpenAsync();
            await using var create = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
            create.CommandText = $"CREATE DATABASE {name}{(like is null ? "" : $" TEMPLATE {like}")}";
#pragma warning restore CA2100
            await create.ExecuteNonQueryAsync();
        }

        await Script("rabbitmq", "vhost", Path.Combine(folder!, "rabbitmq"), name);
        return (new NpgsqlConnectionStringBuilder(postgres) { Database = name, MaxPoolSize = 60 }.ToString(), broker, name);
    }

    public static Task RestartPostgres() => Script("postgres", "restart", Path.Combine(folder!, "postgres"));

    public static Task KillBroker() => Script("rabbitmq", "kill", Path.Combine(folder!, "rabbitmq"));

    public static Task StartBroker() => Script("rabbitmq", "start", Path.Combine(folder!, "rabbitmq"));

    /// <summary>SIGSTOP or SIGCONT.</summary>
    public static async Task Signal(int pid, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{pid}"]);
        await kill.WaitForExitAsync();
    }

    private static async Task<(string Postgres, int Broker)> Start()
    {
        folder = Directory.CreateTempSubdirectory("commerce-servers-").FullName;
#pragma warning disable CA1416 // Only Debian has these servers for us.
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
#pragma warning restore CA1416
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        var postgres = await Script("postgres", "start", Path.Combine(folder, "postgres"));
        var broker = await Script("rabbitmq", "start", Path.Combine(folder, "rabbitmq"));
        return (postgres, int.Parse(broker, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void Stop()
    {
        Script("postgres", "stop", Path.Combine(folder!, "postgres")).GetAwaiter().GetResult();
        Script("rabbitmq", "stop", Path.Combine(folder!, "rabbitmq")).GetAwaiter().GetResult();
        Directory.Delete(folder!, recursive: true);
    }

    private static async Task<string> Script(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "tests", "servers.sh"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new SuiteFailedException($"servers.sh {string.Join(' ', arguments)}: {await errors}");
    }
}
