using System.Globalization;
using Commerce.Assistance.Ledger;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Components;

namespace Commerce.Assistance.Totals;

/// <summary>Totals by unit, village, month, purpose and product in any combination; each leads down to its ledger rows.</summary>
public sealed partial class TotalsPage(Errands errands, NavigationManager navigation, TimeProvider clock)
{
    private static readonly TotalsBy[] Offered = [TotalsBy.Unit, TotalsBy.Village, TotalsBy.Month, TotalsBy.Purpose, TotalsBy.Product];
    private LedgerAddress address = new();
    private IReadOnlyList<SheetRow>? rows;

    // Any of these is another question; they are read together from the address.
    [SupplyParameterFromQuery]
    private string? Year { get; set; }

    [SupplyParameterFromQuery]
    private string? Month { get; set; }

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
    private string? Of { get; set; }

    [SupplyParameterFromQuery]
    private string? By { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    private string Here => navigation.Uri;

    private IReadOnlyList<TotalsBy> Chosen => ReadSheet.ByOf(address);

    private Money Whole => rows!.Sum(r => r.Sums.Amount);

    private IEnumerable<SheetRow> Ordered => Sort switch
    {
        "amount" => rows!.OrderBy(r => r.Sums.Amount),
        "-amount" => rows!.OrderByDescending(r => r.Sums.Amount),
        "rows" => rows!.OrderBy(r => r.Sums.Entries),
        "-rows" => rows!.OrderByDescending(r => r.Sums.Entries),
        _ => rows!,
    };

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        address = LedgerAddress.Read(new Uri(navigation.Uri).Query, clock.GetUtcNow().DayInChina().Year);
        rows = await errands.Run((ReadSheet sheet) => sheet.Read(address, W.Chinese, CancellationToken.None));
    }

    // One more dimension, or one less; none left means by unit again.
    private string Toggled(TotalsBy by)
    {
        var next = Chosen.Contains(by) ? Chosen.Where(b => b != by) : Chosen.Append(by);
        return navigation.GetUriWithQueryParameter("by", string.Join(',', next.Select(b => GraphJson.EnumName(b).ToLowerInvariant())) is { Length: > 0 } words ? words : null);
    }

    private string Share(SheetRow row) => Whole == Money.Zero ? "" : Rounding.HalfAwayFromZero(row.Sums.Amount.Amount / Whole.Amount * 100, 1).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
