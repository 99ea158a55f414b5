using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>Months in a row in which one version of a rule holds.</summary>
/// <param name="From">202601.</param>
/// <param name="To">202606, itself included.</param>
/// <param name="Rule">The version.</param>
internal sealed record RulePeriod(int From, int To, FigureRule Rule);

/// <summary>All rules that were agreed to, and which of them holds in a month.</summary>
internal sealed class RuleBook
{
    private readonly IReadOnlyList<FigureRule> agreed;

    /// <param name="agreed">Agreed versions; the ones that the platform comes with are added.</param>
    public RuleBook(IEnumerable<FigureRule> agreed) =>
        this.agreed = [.. Enum.GetValues<CountedFigure>().Select(FigureRule.BuiltIn), .. agreed.OrderBy(r => r.Number)];

    /// <summary>As the rules were known at the end of a China day.</summary>
    public RuleBook AsKnownOn(DateOnly? day) => day is { } on ? new(agreed.Where(r => !r.IsBuiltIn && r.DecidedAt!.Value.DayInChina() <= on)) : this;

    /// <summary>The version that holds in a month.</summary>
    public FigureRule In(CountedFigure figure, int month) => agreed.Last(r => r.Figure == figure && r.FromMonthNumber <= month);

    /// <summary>The newest version, whether its month has come or not.</summary>
    public FigureRule Newest(CountedFigure figure) => agreed.Last(r => r.Figure == figure);

    /// <summary>The versions that hold from one month to another, each with its months.</summary>
    public IReadOnlyList<RulePeriod> Of(CountedFigure figure, int from, int to)
    {
        // A later version may begin in the same month as an earlier one, which then never holds.
        int[] starts = [.. agreed.Where(r => r.Figure == figure && r.FromMonthNumber > from && r.FromMonthNumber <= to).Select(r => r.FromMonthNumber).Append(from).Distinct().Order()];
        return [.. starts.Select((start, i) => new RulePeriod(start, i + 1 < starts.Length ? starts[i + 1] - 1 : to, In(figure, start)))];
    }
}
