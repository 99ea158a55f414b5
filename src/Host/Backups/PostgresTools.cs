using System.Diagnostics;
using Npgsql;

namespace Commerce.Host.Backups;

/// <summary>PostgreSQL's own pg_dump and pg_restore, found on the PATH. The password goes by a file of its own, never by the command line.</summary>
internal static class PostgresTools
{
    /// <exception cref="UnusableInputException">The tool isn't there or it failed; its own words are repeated.</exception>
    public static async Task Run(string tool, string connectionString, IEnumerable<string> arguments, CancellationToken ct)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var path = Find(tool) ?? throw new UnusableInputException(
            $"{tool} isn't on the PATH. Install PostgreSQL's client programs, of the server's version or newer (Debian: postgresql-client). Nothing was changed.");
        var start = new ProcessStartInfo(path) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in (string[])["--host", connection.Host ?? "localhost", "--port", $"{connection.Port}", "--username", connection.Username ?? "", "--no-password", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGSSLMODE"] = Spelled(connection.SslMode);
        if (connection.RootCertificate is { Length: > 0 } root)
        {
            start.Environment["PGSSLROOTCERT"] = root;
        }

        var passwords = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            if (connection.Password is { Length: > 0 } password)
            {
                await using (var file = Private.Create(passwords))
                await using (var text = new StreamWriter(file))
                {
                    await text.WriteLineAsync("*:*:*:*:" + password.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal));
                }

                start.Environment["PGPASSFILE"] = passwords;
            }

            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var said = process.StandardError.ReadToEndAsync(ct);
            await Task.WhenAll(said, process.StandardOutput.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0)
            {
                throw new UnusableInputException($"{tool} ended with {process.ExitCode}: {(await said).Trim()}");
            }
        }
        finally
        {
            File.Delete(passwords);
        }
    }

    private static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? tool + ".exe" : tool)).FirstOrDefault(File.Exists);

    private static string Spelled(SslMode mode) => mode switch
    {
        SslMode.Disable => "disable",
        SslMode.Allow => "allow",
        SslMode.Prefer => "prefer",
        SslMode.Require => "require",
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
    };
}
