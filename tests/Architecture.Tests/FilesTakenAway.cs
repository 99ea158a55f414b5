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

    private static readonly Dictionary<string, string> ToSeal = new()
    {
        ["src/Platform/Documents/FileOut.cs"] = "the door itself",
        ["src/TaskList/Letters/LetterDoor.cs"] = "a supervision letter is printed, sealed and sent to its unit: a mark would stand below the seal",
    };

    [Fact]
    public void No_table_leaves_the_house_without_its_mark()
    {
        Assert.Equal(Otherwise.Keys.Order(StringComparer.Ordinal), FilesWith("Results.File("));
    }

    [Fact]
    public void Only_papers_that_are_sealed_leave_without_a_mark()
    {
        Assert.Equal(ToSeal.Keys.Order(StringComparer.Ordinal), FilesWith("GiveToSeal("));
    }

    private static IEnumerable<string> FilesWith(string call)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Commerce.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return Directory.GetFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains(call, StringComparison.Ordinal)).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
    }
}
