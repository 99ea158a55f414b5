using System.Globalization;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui.States;
using Microsoft.AspNetCore.Components;

namespace Commerce.Assistance.Filings;

/// <summary>A year's filings of the reserved share by unit, as known on a day.</summary>
public sealed partial class FilingsPage(Errands errands, NavigationManager navigation, TimeProvider clock)
{
    private FilingsView? view;
    private int year;
    private DateOnly day;
    private string? done;

    [SupplyParameterFromQuery(Name = "year")]
    private int? YearAsked { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    private string? DayAsked { get; set; }

    private DateOnly Today => clock.GetUtcNow().DayInChina();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        year = YearAsked is { } asked && asked >= Today.Year - 3 && asked <= Today.Year + 1 ? asked : Today.Year;
        day = DateOnly.TryParse(DayAsked, CultureInfo.InvariantCulture, out var known) && known <= Today ? known : Today;
        await Read();
    }

    private async Task Read() => view = await errands.Run((ReadFilings filings) => filings.List(year, day, CancellationToken.None));

    private async Task Said(string? what)
    {
        done = what;
        await Read();
    }

    private void Go(string? ofYear, string? asOf) => navigation.NavigateTo($"/assistance/filings?year={ofYear}{(string.IsNullOrEmpty(asOf) ? "" : $"&day={asOf}")}");

    private LedgerAddress Rows(FilingRow row) => new() { Year = year, Unit = row.UnitId, Channel = Channel.Platform832 };

    private bool IsLate(FilingRow row) => row.Standing.Filed is null && (row.State is null or FilingState.Draft or FilingState.SentBack) && view?.Rule is { } rule && rule.DueOn < day;

    // The year's last month that has begun by the day.
    private Month RuleMonth => day.Year > year ? Month.Of(year, 12) : day.Year < year ? Month.Of(year, 1) : Month.Of(day);

    private string StateOf(FilingRow row) => IsLate(row) ? W[$"{W.Of(row.State)}，逾期", $"{W.Of(row.State)}, late"] : W.Of(row.State);

    private LightKind KindOf(FilingRow row) => IsLate(row) ? LightKind.Overdue : FilingWords.Light(row.State);

    private string RateOf(FilingRow row) => row.Standing.IsRepresented ? FilingWords.Remark(row.Standing.Filed!, W.Chinese)!
        : row.Standing.Progress is { } rate ? FilingWords.Percent(rate) : W["不适用", "n/a"];
}
