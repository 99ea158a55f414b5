using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Xunit;

namespace Commerce.Architecture.Tests;

/// <summary>Which project may reference which. Read from the project files, since compiled references hide unused ones.</summary>
public sealed class ProjectArrows
{
    private static readonly string[] Modules = ["Organisations", "Catalog", "Ordering", "Assistance", "TaskList"];
    private static readonly string[] House = ["Contracts", "SharedKernel", "Platform", "Ui"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Contracts"] = [],
        ["SharedKernel"] = [],
        ["Platform"] = ["SharedKernel"],
        ["Ui"] = ["SharedKernel", "Platform"],
        ["Organisations"] = House,
        ["Catalog"] = House,
        ["Ordering"] = House,
        ["Assistance"] = House,
        ["TaskList"] = House,
        ["Migrations.Sqlite"] = [.. Modules, "Platform"],
        ["Migrations.PostgreSql"] = [.. Modules, "Platform"],
        ["Migrations.SqlServer"] = [.. Modules, "Platform"],
        ["Host"] = [.. Modules, .. House, "Migrations.Sqlite", "Migrations.PostgreSql", "Migrations.SqlServer"],
    };

    [Fact]
    public void Every_project_under_src_has_its_row_and_keeps_to_it()
    {
        var projects = Directory.GetFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories);

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal));
        Assert.Empty(projects.SelectMany(p => Violations(Path.GetFileNameWithoutExtension(p), File.ReadAllText(p))));
    }

    [Fact]
    public void A_module_that_references_another_is_seen()
    {
        var planted = """<Project><ItemGroup><ProjectReference Include="../Catalog/Catalog.csproj" /><ProjectReference Include="../Platform/Platform.csproj" /></ItemGroup></Project>""";

        Assert.Equal(["Ordering → Catalog"], Violations("Ordering", planted));
    }

    private static IEnumerable<string> Violations(string project, string text) => XDocument.Parse(text).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
        .Where(to => !Allowed[project].Contains(to)).Select(to => $"{project} → {to}");

    internal static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
