using System.Globalization;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Reports;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Commerce.Ui.Charts;
using Microsoft.AspNetCore.Components;

namespace Commerce.Assistance.Totals;

/// <summary>Reports by unit, village, product, purpose, channel, outlet, month, quarter and year in any combination; each line leads down to its ledger rows.</summary>
public sealed partial class TotalsPage(Errands errands, NavigationManager navigation, TimeProvider clock)
{
    private static readonly TotalsBy[] Offered =
    [
        TotalsBy.Unit, TotalsBy.Village, TotalsBy.Product, TotalsBy.Purpose, TotalsBy.Channel, TotalsBy.Outlet, TotalsBy.Month, TotalsBy.Quarter, TotalsBy.Year,
    ];

    private LedgerAddress address = new();
    private Report? report;
    private Error? refused;
    private string whose = "";
    private IReadOnlyList<string> scope = [];

    // Any of these is another question; they are read together from the address.
    [SupplyParameterFromQuery]
    private string? Year { get; set; }

    [SupplyParameterFromQuery]
    private string? Month { get; set; }

    [SupplyParameterFromQuery]
    private string? Quarter { get; set; }

    [SupplyParameterFromQuery]
    private string? Since { get; set; }

    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Village { get; set; }

    [SupplyParameterFromQuery]
    private string? Product { get; set; }

    [SupplyParameterFromQuery]
    private string? Purpose { get; set; }

    [SupplyParameterFromQuery]
    private string? Origin { get; set; }

    [SupplyParameterFromQuery]
    private string? Adjusts { get; set; }

    [SupplyParameterFromQuery]
    private string? Channel { get; set; }

    [SupplyParameterFromQuery]
    private string? Outlet { get; set; }

    [SupplyParameterFromQuery]
    private string? Of { get; set; }

    [SupplyParameterFromQuery]
    private string? Known { get; set; }

    [SupplyParameterFromQuery(Name = "money")]
    private string? MoneyIn { get; set; }

    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    [SupplyParameterFromQuery]
    private string? By { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    private string Here => navigation.Uri;

    private IReadOnlyList<TotalsBy> Chosen => ReadSheet.ByOf(address);

    private string Yesterday => clock.GetUtcNow().DayInChina().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Caption => W[$"{report!.Period.Said(true)}消费帮扶采购（{report.Money.Unit(true)}）", $"Purchases of {report.Period.Said(false)} ({report.Money.Unit(false)})"];

    private IReadOnlyList<Bar> Bars =>
    [
        .. report!.Lines.Select(l => new Bar(
            l.Labels[0], l.Sums.Amount.Amount, report.Money.Text(l.Sums.Amount), null, l.Sums.Entries == 0 ? null : ReadSheet.Narrow(address, report.By, l.Key).At("/ledger"))),
    ];

    private IEnumerable<string> Notes => ReportNotes.Of(report!, string.Join(" ", scope), address.KnownOn, W.Chinese);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        address = LedgerAddress.Read(new Uri(navigation.Uri).Query, clock.GetUtcNow().DayInChina().Year);
        var read = await errands.Run((ReadReport reports) => reports.Read(address, W.Chinese, CancellationToken.None));
        refused = read.Error;
        report = read.Error is null ? read.Value : null;
        scope = (await errands.Run((ReadChoices choices) => choices.Read(address.Year, CancellationToken.None))).Said(address, W.Chinese).ToList();
        whose = await errands.Run((ReadSheet sheet) => sheet.Whose(address, CancellationToken.None));
    }

    // One more dimension, or one less; none left means by unit again.
    private string Toggled(TotalsBy by)
    {
        var next = Chosen.Contains(by) ? Chosen.Where(b => b != by) : Chosen.Append(by);
        return navigation.GetUriWithQueryParameter("by", string.Join(',', next.Select(b => GraphJson.EnumName(b).ToLowerInvariant())) is { Length: > 0 } words ? words : null);
    }

    private string Without(string name) => navigation.GetUriWithQueryParameter(name, (string?)null);

    private void Set(string name, string? value) => navigation.NavigateTo(navigation.GetUriWithQueryParameter(name, string.IsNullOrEmpty(value) ? null : value));

    private string Share(ReportLine line) =>
        report!.Total == Money.Zero || (report.HelpSell is not null && line.Key.Channel == Domain.Channel.HelpSell) ? "" : Rounding.HalfAwayFromZero(line.Sums.Amount.Amount / report.Total.Amount * 100, 1).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Percent(decimal? share) => share is { } s ? (s * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "—";
}
