using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>From a month to a month, both included; it may cross the year (11 to 2).</summary>
internal readonly record struct Season(int FromMonth, int ToMonth)
{
    /// <summary>Its months in their order, over New Year when need be. A method, because what is kept of a request is kept without it.</summary>
    public IEnumerable<int> AllMonths()
    {
        var first = FromMonth;
        return Enumerable.Range(0, ((ToMonth - FromMonth + 12) % 12) + 1).Select(after => ((first - 1 + after) % 12) + 1);
    }

    public bool Has(int month) => month is >= 1 and <= 12 && (FromMonth <= ToMonth ? FromMonth <= month && month <= ToMonth : FromMonth <= month || month <= ToMonth);
}

/// <summary>What a shelf life is counted in.</summary>
internal enum ShelfLifeUnit
{
    Days,
    Months,
}

/// <summary>How long goods keep (保质期).</summary>
internal readonly record struct ShelfLife(int Number, ShelfLifeUnit Unit);

/// <summary>What may be said of a product, whoever says it: a form, the API, a workbook.</summary>
internal static class ProductDetails
{
    public static Result Check(string name, string? summary, IReadOnlyList<string>? synonyms, Season? season, string? storage, ShelfLife? shelfLife) =>
        name.Trim().Length is 0 or > 100 ? CatalogErrors.NameShape
        : summary?.Trim() is { Length: > 400 } ? CatalogErrors.SummaryTooLong
        : synonyms is not null && (synonyms.Count > 20 || synonyms.Any(s => s.Trim().Length is 0 or > 40 || s.Contains('|', StringComparison.Ordinal))) ? CatalogErrors.SynonymShape
        : season is { FromMonth: < 1 or > 12 } or { ToMonth: < 1 or > 12 } ? DetailErrors.SeasonMonths
        : storage?.Trim() is { Length: > 200 } ? DetailErrors.StorageTooLong
        : shelfLife is { Number: < 1 } or { Unit: ShelfLifeUnit.Days, Number: > 3650 } or { Unit: ShelfLifeUnit.Months, Number: > 120 } ? DetailErrors.ShelfLifeRange
        : Result.Done;
}

/// <summary>The refusals about season, storage and shelf life.</summary>
internal static class DetailErrors
{
    public static Error SeasonMonths { get; } = new Error(
        ErrorCode.Invalid, "上市月份应在 1 至 12 之间；没有做任何更改。跨年的照实填，例如 11 月至 2 月。", "Months of the season lie between 1 and 12; nothing was changed. It may cross the year, such as 11 to 2.").At("season");

    public static Error StorageTooLong { get; } = new Error(
        ErrorCode.Invalid, "储存方法最多 200 字；没有做任何更改。", "How it is stored takes at most 200 characters; nothing was changed.").At("storage");

    public static Error ShelfLifeRange { get; } = new Error(
        ErrorCode.Invalid, "保质期应为 1 至 3650 天，或 1 至 120 个月；没有做任何更改。", "A shelf life is 1 to 3,650 days or 1 to 120 months; nothing was changed.").At("shelfLife");
}
