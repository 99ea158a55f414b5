namespace Commerce.TaskList.Domain;

/// <summary>A unit was told that a day is near. One row per deadline, distance and unit, for ever: nobody is told twice.</summary>
internal sealed class Reminder
{
    public required Guid MilestoneId { get; init; }

    /// <summary>The day it speaks of: an extended one is told anew.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>30, 15, 7, 3 or 1 days before.</summary>
    public required int Level { get; init; }

    public required Guid UnitId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Which distance to tell on a day: the nearest that has been reached; null when none has, or the day is over.</summary>
    public static int? LevelOn(DateOnly day, DateOnly due, IEnumerable<int> levels)
    {
        var left = due.DayNumber - day.DayNumber;
        return left < 0 ? null : levels.Where(l => l >= left).Cast<int?>().Min();
    }
}
