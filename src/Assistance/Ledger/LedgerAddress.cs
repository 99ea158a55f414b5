using System.Globalization;
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
    /// <summary>How many years back a report may reach.</summary>
    public const int MostYears = 9;

    public int Year { get; init; }

    public Month? Month { get; init; }

    /// <summary>20263: a quarter instead of a month or the whole year.</summary>
    public int? Quarter { get; init; }

    /// <summary>The first year of several; null for one.</summary>
    public int? Since { get; init; }

    public Guid? Unit { get; init; }

    public Guid? Village { get; init; }

    public Guid? Product { get; init; }

    public PurchasePurpose? Purpose { get; init; }

    public GoodsOrigin? Origin { get; init; }

    /// <summary>调整以前月份: rows for this earlier month.</summary>
    public Month? Adjusts { get; init; }

    /// <summary>月报口径: what the month's table counts.</summary>
    public bool AsInMonthTable { get; init; }

    public Channel? Channel { get; init; }

    public Guid? Outlet { get; init; }

    /// <summary>As the ledger knew it at the end of this China day; null for as it knows it now.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>万元 instead of 元.</summary>
    public bool InWan { get; init; }

    /// <summary>What was ordered and paid beside what was accepted.</summary>
    public bool WithFlows { get; init; }

    /// <summary>The column that sorts, with a minus for the largest first; empty as it comes.</summary>
    public string Sort { get; init; } = "";

    /// <summary>What totals are shown by.</summary>
    public IReadOnlyList<TotalsBy> By { get; init; } = [];

    public TotalsFilter Filter => new(
        Unit is { } u ? [u] : null, Village is { } v ? [v] : null, Product is { } p ? [p] : null, Months, Purpose, Origin, Adjusts, AsInMonthTable, Channel, Outlet);

    private IReadOnlyList<Month>? Months =>
        Month is { } m ? [m] : Quarter is { } q ? [.. Enumerable.Range(1, 3).Select(i => SharedKernel.Month.Of(q / 10, (((q % 10) - 1) * 3) + i))] : null;

    /// <summary>Reads the part of an address behind the question mark.</summary>
    /// <param name="query">Such as ?month=2026-06&amp;unit=ou_….</param>
    /// <param name="thisYear">The year when none is named.</param>
    public static LedgerAddress Read(string query, int thisYear)
    {
        var said = QueryHelpers.ParseQuery(query);
        var month = SharedKernel.Month.TryParse(Text("month"), out var m) ? m : (Month?)null;
        var quarter = month is null ? QuarterOf(Text("quarter")) : null;
        var year = month?.Year ?? quarter / 10 ?? (int.TryParse(Text("year"), out var y) ? y : thisYear);
        return new()
        {
            Year = year,
            Month = month,
            Quarter = quarter,
            Since = month is null && quarter is null && int.TryParse(Text("since"), out var since) && since < year && since >= year - MostYears ? since : null,
            Unit = Id("unit", "ou"),
            Village = Id("village", "vil"),
            Product = Id("product", "prd"),
            Purpose = Choice<PurchasePurpose>("purpose"),
            Origin = Choice<GoodsOrigin>("origin"),
            Adjusts = SharedKernel.Month.TryParse(Text("adjusts"), out var earlier) ? earlier : null,
            AsInMonthTable = Text("of") == "month",
            Channel = Choice<Channel>("channel"),
            Outlet = Id("outlet", "out"),
            KnownOn = DateOnly.TryParseExact(Text("known"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null,
            InWan = Text("money") == "wan",
            WithFlows = Text("show") == "flow",
            Sort = Text("sort").TrimStart('-') is "amount" or "todate" or "rate" or "rows" ? Text("sort") : "",
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
            ("year", Month is null && Quarter is null ? $"{Year}" : null), ("since", Since?.ToString(CultureInfo.InvariantCulture)), ("month", Month?.ToString()),
            ("quarter", Quarter is { } q ? $"{q / 10}-q{q % 10}" : null), ("unit", Unit is { } u ? NodeId.Encode("ou", u) : null),
            ("village", Village is { } v ? NodeId.Encode("vil", v) : null), ("product", Product is { } p ? NodeId.Encode("prd", p) : null),
            ("purpose", Purpose is { } purpose ? Word(purpose) : null), ("origin", Origin is { } origin ? Word(origin) : null),
            ("adjusts", Adjusts?.ToString()), ("of", AsInMonthTable ? "month" : null),
            ("channel", Channel is { } channel ? Word(channel) : null), ("outlet", Outlet is { } o ? NodeId.Encode("out", o) : null),
            ("known", KnownOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("money", InWan ? "wan" : null), ("show", WithFlows ? "flow" : null), ("sort", Sort.Length > 0 ? Sort : null), ("by", By.Count > 0 ? string.Join(',', By.Select(b => Word(b))) : null),
        ];
        return QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));
    }

    // 2026-q3 becomes 20263.
    private static int? QuarterOf(string text) =>
        text.Length == 7 && text[4..6] == "-q" && text[6] is >= '1' and <= '4' && int.TryParse(text[..4], CultureInfo.InvariantCulture, out var year) && year >= 1900 ? (year * 10) + (text[6] - '0') : null;

    private static string Word(Enum value) => GraphJson.EnumName(value).ToLowerInvariant();
}
