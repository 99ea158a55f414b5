using System.Runtime.CompilerServices;
using Commerce.Catalog;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>The printed schema is what clients are written against: it changes only on purpose.</summary>
[Collection(OneHost.Name)]
public sealed class GoldenSchema(RunningHost host)
{
    [Fact]
    public Task The_printed_schema_is_the_golden_file() => IsGolden(host.Services.GetRequiredService<PrintedSchema>().Text, "schema.graphql");

    [Fact]
    public async Task The_schema_of_a_host_that_serves_the_catalogue_alone_is_a_golden_file_of_its_own()
    {
        var graph = new GraphBuilder();
        new CatalogModule().Bind(graph);
        var (_, printed, rules) = SchemaAssembly.Build(graph, publicOnly: true);

        Assert.All(rules.Values, rule => Assert.IsType<Access.Anyone>(rule));
        Assert.DoesNotContain("Mutation", printed, StringComparison.Ordinal);
        await IsGolden(printed, "catalogue-schema.graphql");
    }

    private static async Task IsGolden(string printed, string name)
    {
        var golden = Path.Combine(Folder(), "golden", name);
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
