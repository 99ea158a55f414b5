using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Components;

namespace Commerce.Assistance.Ledger;

/// <summary>The rows of the ledger that an address asks for, the last first.</summary>
public sealed partial class LedgerPage(Errands errands, NavigationManager navigation, TimeProvider clock)
{
    private LedgerAddress address = new();
    private RowsPage? rows;

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
    private string? Quarter { get; set; }

    [SupplyParameterFromQuery]
    private string? Since { get; set; }

    [SupplyParameterFromQuery]
    private string? Channel { get; set; }

    [SupplyParameterFromQuery]
    private string? Outlet { get; set; }

    [SupplyParameterFromQuery]
    private string? Known { get; set; }

    private string Here => navigation.Uri;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        address = LedgerAddress.Read(new Uri(navigation.Uri).Query, clock.GetUtcNow().DayInChina().Year);
        rows = await errands.Run((ReadRows read) => read.Page(address, null, CancellationToken.None));
    }

    private async Task ReadOn(long before)
    {
        var more = await errands.Run((ReadRows read) => read.Page(address, before, CancellationToken.None));
        rows = more with { Rows = [.. rows!.Rows, .. more.Rows] };
    }

    private string Note(NamedRow row)
    {
        var notes = new List<string>();
        if (row.Entry.AdjustsMonth is { } earlier)
        {
            notes.Add(earlier.Year == row.Entry.Month.Year ? W[$"调整以前月份（{W.Month(earlier)}）", $"for {W.Month(earlier)}"] : W[$"跨年调整（{W.Month(earlier)}）", $"for an earlier year ({W.Month(earlier)})"]);
        }

        if (row.Entry.ForwardFrom is { } closed)
        {
            notes.Add(W[$"{W.Month(closed)}已结账，记入本月", $"{W.Month(closed)} was closed"]);
        }

        if (row.Entry.Reason is { } reason)
        {
            notes.Add(reason);
        }

        return string.Join(W["；", "; "], notes);
    }
}
