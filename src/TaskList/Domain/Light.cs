using Commerce.SharedKernel;

namespace Commerce.TaskList.Domain;

/// <summary>The colour of a light, the gravest last.</summary>
internal enum LightColour
{
    None,
    Green,
    Yellow,
    Red,
}

/// <summary>A colour and the reason for it; never one without the other.</summary>
/// <param name="Colour">The colour.</param>
/// <param name="Chinese">Why.</param>
/// <param name="English">Why.</param>
internal sealed record Light(LightColour Colour, string Chinese, string English)
{
    /// <summary>It is yellow for its day alone, and not for being behind.</summary>
    public bool Near { get; init; }

    /// <summary>The reason as it is told to one of several units, when it is about some of them alone; null when it is the same to all.</summary>
    public Func<string, (string Chinese, string English)>? Told { get; init; }

    /// <summary>The reason as a letter to a unit gives it: of other units it says nothing.</summary>
    /// <param name="unit">As called on the list.</param>
    public (string Chinese, string English) To(string unit) => Told?.Invoke(unit) ?? (Chinese, English);

    public string Reason(bool chinese) => chinese ? Chinese : English;

    /// <summary>The gravest; of equals the first.</summary>
    public static Light Worst(IEnumerable<Light> lights, Light otherwise) => lights.OrderByDescending(l => l.Colour).FirstOrDefault() ?? otherwise;
}

/// <summary>How often standing work is reported.</summary>
internal enum Rhythm
{
    Monthly,
    Quarterly,
}

/// <summary>From where on a light changes; settings.</summary>
/// <param name="NearDays">So many days before the day it is near: yellow.</param>
/// <param name="BehindPoints">So many points of a hundred behind the calendar: yellow.</param>
/// <param name="Rhythm">How often standing work is reported.</param>
/// <param name="GraceDays">Days after a period in which its report may still come.</param>
internal sealed record LightRules(int NearDays, int BehindPoints, Rhythm Rhythm, int GraceDays)
{
    /// <summary>The last period whose report is due by a day: its first and last month; null while none of the year is.</summary>
    public (Month First, Month Last)? LastPeriodDue(int year, DateOnly day)
    {
        var length = Rhythm == Rhythm.Monthly ? 1 : 3;
        var latest = day.AddDays(-GraceDays - 1);
        if (latest.Year < year)
        {
            return null;
        }

        // How many whole periods have ended, counted from the list's first January; standing work goes on after its year.
        var months = ((latest.Year - year) * 12) + latest.Month - (latest.AddDays(1).Day == 1 ? 0 : 1);
        var periods = months / length;
        if (periods == 0)
        {
            return null;
        }

        var last = periods * length;
        return (MonthAt(year, last - length), MonthAt(year, last - 1));
    }

    private static Month MonthAt(int year, int index) => Month.Of(year + (index / 12), (index % 12) + 1);
}
