using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Totals;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Commerce.Assistance.Ledger;

/// <summary>What a page of the ledger shows, as it stands in the address: a link reopens the same view, and an export takes the same rows along.
/// What can't be read narrows nothing.</summary>
internal sealed record LedgerAddress
{
    public int Year { get; init; }

    public Month? Month { get; init; }

    public Guid? Unit { get; init; }

    public Guid? Village { get; init; }

    public Guid? Product { get; init; }

    public PurchasePurpose? Purpose { get; init; }

    public GoodsOrigin? Origin { get; init; }

    /// <summary>调整以前月份: rows for this earlier month.</summary>
    public Month? Adjusts { get; init; }

    /// <summary>月报口径: what the month's table counts.</summary>
    public bool AsInMonthTable { get; init; }

    /// <summary>What totals are shown by.</summary>
    public IReadOnlyList<TotalsBy> By { get; init; } = [];

    public TotalsFilter Filter => new(
        Unit is { } u ? [u] : null, Village is { } v ? [v] : null, Product is { } p ? [p] : null, Month is { } m ? [m] : null, Purpose, Origin, Adjusts, AsInMonthTable);

    /// <summary>Reads the part of an address behind the question mark.</summary>
    /// <param name="query">Such as ?month=2026-06&amp;unit=ou_….</param>
    /// <param name="thisYear">The year when none is named.</param>
    public static LedgerAddress Read(string query, int thisYear)
    {
        var said = QueryHelpers.ParseQuery(query);
        var month = SharedKernel.Month.TryParse(Text("month"), out var m) ? m : (Month?)null;
        return new()
        {
            Year = month?.Year ?? (int.TryParse(Text("year"), out var year) ? year : thisYear),
            Month = month,
            Unit = Id("unit", "ou"),
            Village = Id("village", "vil"),
            Product = Id("product", "prd"),
            Purpose = Choice<PurchasePurpose>("purpose"),
            Origin = Choice<GoodsOrigin>("origin"),
            Adjusts = SharedKernel.Month.TryParse(Text("adjusts"), out var earlier) ? earlier : null,
            AsInMonthTable = Text("of") == "month",
            By = [.. Text("by").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(b => Spelled.TryRead<TotalsBy>(b.ToUpperInvariant(), out var by) ? by : (TotalsBy?)null).OfType<TotalsBy>().Distinct()],
        };

        string Text(string name) => said.TryGetValue(name, out StringValues value) ? value.ToString() : "";

        Guid? Id(string name, string prefix) => NodeId.TryDecode(Text(name), prefix, out var id) ? id : null;

        T? Choice<T>(string name)
            where T : struct, Enum => Spelled.TryRead<T>(Text(name).ToUpperInvariant(), out var value) ? value : null;
    }

    /// <summary>The address of a page that shows this.</summary>
    public string At(string path)
    {
        List<(string Name, string? Value)> parts =
        [
            ("year", Month is null ? $"{Year}" : null), ("month", Month?.ToString()), ("unit", Unit is { } u ? NodeId.Encode("ou", u) : null),
            ("village", Village is { } v ? NodeId.Encode("vil", v) : null), ("product", Product is { } p ? NodeId.Encode("prd", p) : null),
            ("purpose", Purpose is { } purpose ? Word(purpose) : null), ("origin", Origin is { } origin ? Word(origin) : null),
            ("adjusts", Adjusts?.ToString()), ("of", AsInMonthTable ? "month" : null), ("by", By.Count > 0 ? string.Join(',', By.Select(b => Word(b))) : null),
        ];
        return QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));
    }

    private static string Word(Enum value) => GraphJson.EnumName(value).ToLowerInvariant();
}
