using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>常购清单: goods that a unit orders again and again, kept under a name. Holds nothing and promises no price.</summary>
internal sealed class PurchaseList : IVersioned
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    /// <summary>The most kinds of goods on one list.</summary>
    public const int MostLines = 100;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid UnitId { get; init; }

    public string Name { get; set; } = "";

    public string SavedByName { get; set; } = "";

    public DateTimeOffset SavedAt { get; set; }

    public List<PurchaseListLine> Lines { get; } = [];

    /// <summary>Writes the list anew.</summary>
    public Result Write(string name, IReadOnlyList<PurchaseListLine> lines, Person who, DateTimeOffset now)
    {
        if (name.Trim().Length is 0 or > LongestName)
        {
            return OrderingErrors.ListNameWrong(LongestName);
        }

        if (lines.Count is 0 or > MostLines || lines.DistinctBy(l => l.OfferId).Count() < lines.Count)
        {
            return OrderingErrors.ListLinesWrong(MostLines);
        }

        (Name, SavedByName, SavedAt) = (name.Trim(), who.Name, now);
        Lines.Clear();
        Lines.AddRange(lines);
        return Result.Done;
    }
}

/// <summary>Goods on a list, as they were called when it was saved, and how much is usual.</summary>
internal sealed class PurchaseListLine
{
    public required Guid Id { get; init; }

    public Guid ListId { get; init; }

    public required int Position { get; init; }

    public required Guid OfferId { get; init; }

    public required string ProductName { get; init; }

    public required long Milli { get; init; }

    public required MeasureUnit Unit { get; init; }

    public Quantity Quantity => new(Milli, Unit);
}
