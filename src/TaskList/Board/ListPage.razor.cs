using System.Globalization;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Figures;
using Commerce.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace Commerce.TaskList.Board;

/// <summary>A year's list as of a day, narrowed by what stands in the address.</summary>
public sealed partial class ListPage
{
    private readonly HashSet<Guid> opened = [];
    private ListSheet? sheet;
    private HashSet<Guid> mine = [];
    private ListFilter filter = new(null, null);
    private Dictionary<Guid, IReadOnlyList<MeasureView>> left = [];

    /// <summary>The list's year; the latest unless said.</summary>
    [SupplyParameterFromQuery]
    private int? Year { get; set; }

    /// <summary>The day, 2026-07-01; today unless said.</summary>
    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOf { get; set; }

    /// <summary>mine, or a unit's id.</summary>
    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    /// <summary>overdue, month or computed.</summary>
    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    private bool MayImport => Errands.Person.Can(Capability.TaskSupervise);

    private bool MayArchive => Errands.Person.OfTheWholeHouse.Contains(Capability.TaskSupervise) || Errands.Person.OfTheWholeHouse.Contains(Capability.AuditRead);

    private bool AllOpen => left.Count > 0 && (filter.Narrows || left.Keys.All(opened.Contains));

    private IEnumerable<Chip> Shows =>
    [
        new(ListFilter.Overdue, W["逾期的", "Late"], Count(filter with { Show = ListFilter.Overdue })),
        new(ListFilter.Month, W["本月到期的", "Due this month"], Count(filter with { Show = ListFilter.Month })),
        new(ListFilter.Computed, W["系统计算的", "Reckoned"], Count(filter with { Show = ListFilter.Computed })),
    ];

    private IEnumerable<(Guid Id, string Name)> Units =>
        sheet!.List!.Tasks.SelectMany(t => t.Answering).DistinctBy(a => a.UnitId).Select(a => (a.UnitId, a.Name)).OrderBy(u => u.Name, StringComparer.Create(new("zh-CN"), false));

    private string Under
    {
        get
        {
            var measures = sheet!.List!.Tasks.SelectMany(t => t.Measures).ToList();
            var (late, near) = (measures.Count(m => m.Light.Colour == LightColour.Red), measures.Count(m => m.Light.Colour == LightColour.Yellow));
            return W[
                $"截至{W.Day(sheet.List.AsOf)}：{sheet.List.Tasks.Count()} 项任务，{measures.Count} 条措施；逾期 {late} 条，临近或待补 {near} 条",
                $"As of {W.Day(sheet.List.AsOf)}: {sheet.List.Tasks.Count()} tasks, {measures.Count} measures; {late} late, {near} near or waiting"];
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var day = DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var said) ? said : (DateOnly?)null;
        sheet = await Errands.Run((ReadBoard read) => read.List(Year, day, CancellationToken.None));
        if (sheet.List is null)
        {
            return;
        }

        var reporting = Errands.Person.UnitsWhere(Capability.TaskReport);
        var answering = sheet.List.Tasks.SelectMany(t => t.Answering).Select(a => a.UnitId).ToHashSet();
        mine = [.. (reporting.Count > 0 ? reporting : Errands.Person.UnitIds).Where(answering.Contains)];
        filter = new(Unit == "mine" ? mine : NodeId.TryDecode(Unit ?? "", "ou", out var unit) ? new HashSet<Guid> { unit } : null, Show);
        left = sheet.List.Tasks.Select(t => (t.Id, Measures: filter.Of(t))).Where(t => t.Measures.Count > 0).ToDictionary(t => t.Id, t => t.Measures);
    }

    /// <summary>Numbers of measures that follow each other as a span: 7–17, or 43, 47.</summary>
    private static string Span(IReadOnlyList<MeasureView> measures) => measures.Count == 1 ? $"{measures[0].Number}"
        : measures[^1].Number - measures[0].Number == measures.Count - 1 ? $"{measures[0].Number}–{measures[^1].Number}"
        : string.Join("、", measures.Select(m => m.Number));

    private int Count(ListFilter by) => sheet!.List!.Tasks.Sum(t => by.Of(t).Count);

    private bool IsOpen(TaskView task) => filter.Narrows ? !opened.Contains(task.Id) : opened.Contains(task.Id);

    private void Fold(TaskView task)
    {
        if (!opened.Remove(task.Id))
        {
            opened.Add(task.Id);
        }
    }

    private void FoldAll()
    {
        var open = sheet!.List!.Tasks.Any(t => left.ContainsKey(t.Id) && !IsOpen(t));
        opened.Clear();
        if (open != filter.Narrows)
        {
            opened.UnionWith(left.Keys);
        }
    }

    /// <summary>What the units that are asked for have to do in a task.</summary>
    private string? MyPart(TaskView task)
    {
        var parts = filter.Units is null ? [] : task.Answering.Where(a => filter.Units.Contains(a.UnitId)).ToList();
        return parts.Count == 0 ? null : string.Join(W["；", "; "], parts.Select(a => $"{a.Name}：{W.Name(a.Role)}{(a.Owes ? W["，须上报", ", must report"] : W["，可上报", ", may report"])}"));
    }

    private string At(string path) => sheet!.List!.AsOf == sheet.Today ? path : $"{path}?asOf={sheet.List.AsOf:yyyy-MM-dd}";

    private string Export(string extension) => $"/tasks/export.{extension}?year={sheet!.List!.Year}&asOf={sheet.List.AsOf:yyyy-MM-dd}";

    private void Go(string name, string? value) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, string.IsNullOrEmpty(value) ? null : value));

    private RenderFragment Shown(FigureView figure) => FigureFragments.Of(figure, W, figure.Path is { } path ? At(path) : null);
}
