using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Commerce.EndToEnd.Tests.GraphQL;

/// <summary>The clients of docs/clients, run as their README says against a host that executes trusted documents alone. Skipped by name where node or curl is missing, never where all is judged.</summary>
public sealed partial class SampleClients(SampleClients.TrustedHost fixture) : IClassFixture<SampleClients.TrustedHost>
{
    private static readonly string Clients = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "docs", "clients"));

    [SkippableFact]
    public Task In_curl() => Tells(Clients, Path.Combine(Clients, "curl", "client.sh"));

    [SkippableFact]
    public async Task In_JavaScript_with_types_that_are_those_of_the_schema()
    {
        var folder = Path.Combine(Clients, "javascript");
        var types = Path.Combine(folder, "generated.d.ts");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await Run(folder, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        }

        var before = await File.ReadAllTextAsync(types);
        await Run(folder, "npm", "run", "-s", "types");
        Assert.Equal(before, await File.ReadAllTextAsync(types));
        await Run(folder, "npm", "run", "-s", "check");
        await Tells(folder, "node", "client.js");
    }

    [SkippableFact]
    public Task In_CSharp() => Tells(Path.Combine(Clients, "csharp"), "dotnet", "run", "--");

    /// <summary>All three tell the same.</summary>
    private async Task Tells(string folder, string program, params string[] arguments)
    {
        var host = await fixture.Host;
        Assert.Matches(Story(), (await Run(folder, program, [.. arguments, host.Address.ToString().TrimEnd('/'), host.FileOf("demo-accounts.json")])).ReplaceLineEndings("\n"));
    }

    private static async Task<string> Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("MSBUILDSDKSPATH");
        try
        {
            using var process = Process.Start(start)!;
            var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await said} {await wrong}");
            return await said;
        }
        catch (Win32Exception missing)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", $"The sample clients need {program}: {missing.Message}");
            Skip.If(true, $"{Path.GetFileName(program)} isn't here: {missing.Message}");
            throw;
        }
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    [GeneratedRegex("""
        ^page 1 of \d+ goods
          (?<first>[^\n]+)
          [^\n]+
        page 2 of \d+ goods
          (?!\k<first>)[^\n]+
          [^\n]+
        refused PAGE_TOO_LARGE: first 最多 100，请翻页。
        signed in as 张采购, 公路局
        refused INVALID: 请给清单起一个不超过 60 字的名称；没有做任何更改。
        saved 常买 [0-9a-f]{8}
        replayed true, same answer true
        $
        """)]
    private static partial Regex Story();

    /// <summary>A host of their own, started for the first one that runs.</summary>
    public sealed class TrustedHost : IAsyncLifetime
    {
        private readonly Lazy<Task<RunningHost>> started = new(async () =>
        {
            var host = new RunningHost { Settings = { ["Commerce:GraphQL:TrustedOnly"] = "true" } };
            await host.InitializeAsync();
            return host;
        });

        public Task<RunningHost> Host => started.Value;

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await (started.IsValueCreated ? (await Host).DisposeAsync() : Task.CompletedTask);
    }
}
