using Commerce.Platform.GraphQL;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Inspections;

/// <summary>What was found in a county at a level, as shown.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Unit">Who reported it.</param>
/// <param name="Files">Its evidence.</param>
internal sealed record InspectionFigureView(InspectionFigure Figure, string Unit, IReadOnlyList<FileView> Files);

/// <summary>What a level adds up to. Levels look at the same things again, so they are never summed with each other.</summary>
/// <param name="Level">The level.</param>
/// <param name="Counties">How many counties it asks for: all, or those that were drawn.</param>
/// <param name="Reported">How many have reported.</param>
/// <param name="Checked">检查数.</param>
/// <param name="Found">发现问题数.</param>
/// <param name="Mended">已整改数.</param>
internal sealed record InspectionTotal(InspectionLevel Level, int Counties, int Reported, int Checked, int Found, int Mended)
{
    /// <summary>What it says of a figure of the measure, by the figure's words: problems found, problems mended, counties that have reported, else what was checked. Null while nobody has reported.</summary>
    public decimal? AsFigure(string label) => Reported == 0 ? null
        : label.Contains("发现", StringComparison.Ordinal) ? Found
        : label.Contains("整改", StringComparison.Ordinal) || label.Contains("解决", StringComparison.Ordinal) ? Mended
        : label.Contains("县市区", StringComparison.Ordinal) ? Reported
        : Checked;
}

/// <summary>An inspection as shown.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Measure">The number of its measure.</param>
/// <param name="Year">Of its list.</param>
/// <param name="All">All versions of all figures, the latest first.</param>
/// <param name="ProblemCount">Problems opened from it that the person may see.</param>
/// <param name="ClosedCount">Of which closed.</param>
internal sealed record InspectionView(Inspection Inspection, int Measure, int Year, IReadOnlyList<InspectionFigureView> All, int ProblemCount, int ClosedCount) : IHaveId
{
    public Guid Id => Inspection.Id;

    public string Name => Inspection.Name;

    public string Kind => Inspection.Kind;

    public string CountedIn => Inspection.Unit;

    public DateOnly From => Inspection.From;

    public DateOnly To => Inspection.To;

    public bool Sample => Inspection.Sample;

    public int Version => Inspection.Version;

    public IReadOnlyList<InspectionLevel> Levels => [.. Enum.GetValues<InspectionLevel>().Where(Inspection.Has)];

    public IReadOnlyList<string> Counties => [.. Inspection.Counties.OrderBy(c => c.Position).Select(c => c.Name)];

    /// <summary>In the order of the draw.</summary>
    public IReadOnlyList<string> Drawn => [.. Inspection.Counties.Where(c => c.Drawn is not null).OrderBy(c => c.Drawn).Select(c => c.Name)];

    public string? Seed => Inspection.Seed;

    public string? DrawnBy => Inspection.DrawnByName;

    public DateTimeOffset? DrawnAt => Inspection.DrawnAt;

    /// <summary>Drawn again now it gives the same counties.</summary>
    public bool? DrawHolds => Seed is { } seed ? Inspection.InOrder(seed, Counties).Take(Drawn.Count).SequenceEqual(Drawn) : null;

    /// <summary>The figures that count: the last version of each.</summary>
    public IReadOnlyList<InspectionFigureView> Latest => [.. All.DistinctBy(f => (f.Figure.Level, f.Figure.County))];

    public IReadOnlyList<InspectionTotal> Totals => [.. Levels.Select(TotalOf)];

    public InspectionFigureView? Of(InspectionLevel level, string county) => Latest.FirstOrDefault(f => f.Figure.Level == level && f.Figure.County == county);

    /// <summary>The level asks this county for figures.</summary>
    public bool Asks(InspectionLevel level, string county) => level != InspectionLevel.Province || Drawn.Contains(county);

    private InspectionTotal TotalOf(InspectionLevel level)
    {
        var figures = Latest.Where(f => f.Figure.Level == level).Select(f => f.Figure).ToList();
        return new(level, Counties.Count(c => Asks(level, c)), figures.Count, figures.Sum(f => f.Checked), figures.Sum(f => f.Found), figures.Sum(f => f.Mended));
    }
}
