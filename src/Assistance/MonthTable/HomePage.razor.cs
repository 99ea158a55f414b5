using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Months;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Commerce.Ui.Charts;
using Microsoft.AspNetCore.Components;

namespace Commerce.Assistance.MonthTable;

/// <summary>The front page: a month's fixed table, each figure a door to what it is made of.</summary>
public sealed partial class HomePage(Errands errands, NavigationManager navigation, TimeProvider clock)
{
    private MonthView? view;
    private YearView? year;
    private Month month;
    private string? unit;

    [SupplyParameterFromQuery(Name = "month")]
    private string? MonthAsked { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    private string? UnitAsked { get; set; }

    private Errands Errands => errands;

    private TimeProvider Clock => clock;

    private Month Now => clock.GetUtcNow().MonthInChina();

    private IReadOnlyList<MonthLine> Lines => view is null ? [] : [.. view.Lines.Where(l => unit is null || IdOf(l) == unit)];

    private Guid? OnlyUnit => Lines.Count == 1 ? Lines[0].UnitId : null;

    private string Whose => Lines.Count == 1 ? Lines[0].Unit : W["全部单位", "All units"];

    private MonthVersionView? Closed => view is { State: MonthState.Closed } closed ? closed.Versions[0] : null;

    private string State => view!.State switch
    {
        MonthState.Open => W["未结账，数字还会变", "Not closed: figures may still move"],
        MonthState.Signed => W[$"{view.FirstBy} 已签字，等第二人", $"Signed by {view.FirstBy}, waits for the second"],
        MonthState.Closed => W[$"已结账（第 {Closed!.Number} 版，{W.Moment(Closed.ClosedAt)}）", $"Closed (version {Closed!.Number}, {W.Moment(Closed.ClosedAt)})"],
    };

    private LedgerAddress Shown => new() { Year = month.Year, Month = month, Unit = OnlyUnit, AsInMonthTable = true };

    private IEnumerable<Month> Choosable => Enumerable.Range(0, 24).Select(back => Before(Now, back)).Union([month]);

    private string File => $"/months/{month}/table.xlsx{(unit is null ? "" : $"?unit={unit}")}";

    private MonthLine Sum => MonthFigures.Sum(Lines);

    private IEnumerable<(MonthLine Line, MonthAdjustment Adjustment)> Adjustments => Lines.SelectMany(l => l.Adjustments.Select(a => (l, a)));

    private IReadOnlyList<Bar> Columns =>
    [
        .. year!.Months.Select(m => new Bar(
            W[$"{m.Month.OfYear}月", m.Month.ToString()[5..]], m.Amount.Amount, Words.Yuan(m.Amount), m.YearBefore == Money.Zero ? null : m.YearBefore.Amount,
            $"/?month={m.Month}{(unit is null ? "" : $"&unit={unit}")}",
            [W[$"累计 {Words.Yuan(m.ToDate)}", $"to date {Words.Yuan(m.ToDate)}"], W[$"去年 {Words.Yuan(m.YearBefore)}", $"last year {Words.Yuan(m.YearBefore)}"]])),
    ];

    private IReadOnlyList<Bar> Bars =>
    [
        .. Lines.Where(l => l.Total != Money.Zero).Select(l => new Bar(l.Unit, l.Total.Amount, Words.Yuan(l.Total), Href: (Shown with { Unit = l.UnitId }).At("/ledger"))),
    ];

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        month = Month.TryParse(MonthAsked, out var asked) && asked <= Now ? asked : Now;
        unit = string.IsNullOrEmpty(UnitAsked) ? null : UnitAsked;
        view = await errands.Run((ReadMonths months) => months.Read(month, CancellationToken.None));
        var one = unit is null ? null : OnlyUnit;
        year = await errands.Run((ReadYear read) => read.Read(month, one, CancellationToken.None));
    }

    private void Go(string? to, string? of) => navigation.NavigateTo($"/?month={to}{(string.IsNullOrEmpty(of) ? "" : $"&unit={of}")}");

    private IEnumerable<(Money Amount, string Href)> Figures(MonthLine line, Guid? of) =>
        MonthFigures.Of(line, Shown with { Unit = of }).Select(f => (f.Amount, f.Rows.At("/ledger")));

    private string At(MonthLine line, MonthAdjustment adjustment) => MonthFigures.Of(adjustment, Shown with { Unit = line.UnitId }).At("/ledger");

    private static Month Before(Month month, int back) =>
        (month.Year * 12) + month.OfYear - 1 - back is var number ? Month.Of(number / 12, (number % 12) + 1) : month;

    private static string IdOf(MonthLine line) => NodeId.Encode("ou", line.UnitId);
}
