using Xunit;

namespace Commerce.Architecture.Tests;

/// <summary>Tables leave the house by one door, FileOut, which marks them; what leaves otherwise stands here with its reason.</summary>
public sealed class FilesTakenAway
{
    private static readonly Dictionary<string, string> Otherwise = new()
    {
        ["src/Platform/Documents/FileOut.cs"] = "the door itself",
        ["src/Platform/Files/FileDoor.cs"] = "what somebody handed in, as it is",
        ["src/Organisations/Personal/CopyDoor.cs"] = "a person's own data, marked inside",
        ["src/Organisations/ImportDirectory/TemplateDoor.cs"] = "a form to fill in",
        ["src/Ordering/ImportBudgets/BudgetTemplateDoor.cs"] = "a form to fill in",
        ["src/Ordering/ImportStock/StockTemplateDoor.cs"] = "a form to fill in",
        ["src/Catalog/ImportGoods/GoodsBookDoor.cs"] = "a form to fill in",
        ["src/Assistance/DaySheets/Import/SalesTemplateDoor.cs"] = "a form to fill in",
        ["src/Assistance/External/ExternalFiles.cs"] = "a form to fill in",
        ["src/Assistance/Ledger/LedgerFiles.cs"] = "the month's report as two people signed it, the same for everybody",
        ["src/TaskList/Circulars/CircularDoor.cs"] = "a circular as it was issued, the same for everybody; its drafts go through FileOut",
        ["src/Assistance/YearClose/YearFiles.cs"] = "the year's report as two people signed it, and the archive with names masked",
    };

    [Fact]
    public void No_table_leaves_the_house_without_its_mark()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Commerce.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        var files = Directory.GetFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("Results.File(", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

        Assert.Equal(Otherwise.Keys.Order(StringComparer.Ordinal), files);
    }
}
