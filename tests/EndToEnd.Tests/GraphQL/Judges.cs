using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace Commerce.EndToEnd.Tests.GraphQL;

/// <summary>Judges that others wrote: the audits of GraphQL over HTTP, and the comparison of schemas. They need Node; their versions are locked.</summary>
[Collection(OneHost.Name)]
public sealed class Judges(RunningHost host, ITestOutputHelper output)
{
    private static readonly string Golden = Path.Combine(Folder(), "..", "golden");
    private static readonly string Programs = Path.Combine(Folder(), "..", "..", "Judges");

    [SkippableFact]
    public async Task Every_MUST_and_SHOULD_of_GraphQL_over_HTTP_is_kept()
    {
        await Install();

        var verdict = await Ask("audit.js", new Uri(host.Address, "/graphql").ToString());

        output.WriteLine(verdict.ToString());
        Assert.Equal(61, verdict.GetProperty("total").GetInt32());
        Assert.DoesNotContain(verdict.GetProperty("failed").EnumerateArray(), f => f.GetProperty("demand").GetString() != "MAY");
        Assert.Equal(61, verdict.GetProperty("passed").GetInt32());
    }

    [SkippableFact]
    public async Task The_schema_breaks_no_client_of_the_last_release_unannounced()
    {
        await Install();

        var verdict = await Ask("diff.js", Released, Path.Combine(Golden, "schema.graphql"), Announced);

        output.WriteLine(verdict.ToString());
        Assert.Equal("[]", verdict.GetProperty("unannounced").ToString());
        Assert.Equal("[]", verdict.GetProperty("stale").ToString());
    }

    [SkippableFact]
    public async Task The_comparison_sees_a_field_that_is_gone_until_it_is_announced()
    {
        await Install();
        var broken = Path.GetTempFileName();
        var announced = Path.GetTempFileName();
        await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(Released)).Replace("  slug: String!\n", "", StringComparison.Ordinal));

        var silent = await Ask("diff.js", Released, broken, announced);
        await File.WriteAllTextAsync(announced, "FIELD_REMOVED Product.slug announced here\n");
        var said = await Ask("diff.js", Released, broken, announced);

        Assert.Equal("FIELD_REMOVED Product.slug", silent.GetProperty("unannounced").EnumerateArray().Single().GetProperty("key").GetString());
        Assert.Equal("[]", said.GetProperty("unannounced").ToString());
        File.Delete(broken);
        File.Delete(announced);
    }

    private static string Released => Path.Combine(Golden, "released.graphql");

    private static string Announced => Path.Combine(Golden, "announced-breaks.txt");

    private static readonly Lazy<Task<string?>> Installed = new(InstallOnce);

    /// <summary>Where Node is missing the judges are skipped by name, but never where the whole is judged.</summary>
    internal static async Task Install()
    {
        var missing = await Installed.Value;
        Assert.True(missing is null || Environment.GetEnvironmentVariable("CI") != "true", "The judges need node and npm: " + missing);
        Skip.If(missing is not null, "The judges need node and npm: " + missing);
    }

    /// <summary>What is missing, or null.</summary>
    private static async Task<string?> InstallOnce()
    {
        try
        {
            await Run("node", "--version");
            if (!Directory.Exists(Path.Combine(Programs, "node_modules")))
            {
                await Run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            }

            return null;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return e.Message;
        }
    }

    private static async Task<JsonElement> Ask(string program, params string[] arguments) =>
        JsonSerializer.Deserialize<JsonElement>(await Run("node", [program, .. arguments]));

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Programs, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
