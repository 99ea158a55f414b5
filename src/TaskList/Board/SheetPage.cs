using System.Globalization;
using Commerce.Platform.People;
using Commerce.Ui;
using Microsoft.AspNetCore.Components;

namespace Commerce.TaskList.Board;

/// <summary>The page of a task or of a measure, as of the day in the address.</summary>
public abstract class SheetPage : ComponentBase
{
    private (int Year, int Number) shown;

    /// <summary>The list's year.</summary>
    [Parameter]
    public int Year { get; set; }

    /// <summary>Its number in the list.</summary>
    [Parameter]
    public int Number { get; set; }

    /// <summary>The day, 2026-07-01; today unless said.</summary>
    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOf { get; set; }

    /// <summary>Asks and acts.</summary>
    [Inject]
    protected Errands Errands { get; set; } = null!;

    /// <summary>The words.</summary>
    [Inject]
    protected Words W { get; set; } = null!;

    /// <summary>It was looked for: there may be none.</summary>
    protected bool Looked { get; private set; }

    /// <summary>What was done last, in words.</summary>
    protected string? Said { get; private set; }

    private protected TaskSheet? Sheet { get; private set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (shown != (Year, Number))
        {
            (shown, Said) = ((Year, Number), null);
        }

        await Read();
    }

    private protected abstract Task<TaskSheet?> Ask(DateOnly? day);

    /// <summary>Something was done (with words), or refused because it had moved on (without): either way it is read anew.</summary>
    protected async Task Happened(string? what)
    {
        Said = what;
        await Read();
    }

    /// <summary>The same day on another page.</summary>
    protected string At(string path) => Sheet!.IsToday ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={Sheet.Task.Standing.AsOf:yyyy-MM-dd}";

    private async Task Read()
    {
        Sheet = await Ask(DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
        Looked = true;
    }
}
