using System.Runtime.CompilerServices;
using Commerce.Platform.Modules;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>The printed schema is what clients are written against: it changes only on purpose.</summary>
[Collection(OneHost.Name)]
public sealed class GoldenSchema(RunningHost host)
{
    [Fact]
    public async Task The_printed_schema_is_the_golden_file()
    {
        var printed = host.Services.GetRequiredService<PrintedSchema>().Text;
        var golden = Path.Combine(Folder(), "golden", "schema.graphql");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            await File.WriteAllTextAsync(golden, printed);
        }

        Assert.True(File.Exists(golden), "Run once with UPDATE_GOLDEN=1 and look at the difference.");
        Assert.Equal(await File.ReadAllTextAsync(golden), printed);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
