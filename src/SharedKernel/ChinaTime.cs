namespace Commerce.SharedKernel;

/// <summary>Days and months are cut in Asia/Shanghai, never in UTC (decisions: a purchase counts in the month of the second signature, China time).</summary>
public static class ChinaTime
{
    // China has kept UTC+8 without summer time since 1991; a fixed offset needs no time-zone data on the machine.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The calendar day in China at an instant.</summary>
    public static DateOnly DayInChina(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The calendar month in China at an instant.</summary>
    public static Month MonthInChina(this DateTimeOffset instant) => Month.Of(instant.DayInChina());

    /// <summary>The instant (UTC) at which a day begins in China.</summary>
    public static DateTimeOffset StartInChina(this DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>The instant as clocks in China show it, for people to read.</summary>
    public static DateTimeOffset ClockInChina(this DateTimeOffset instant) => instant.ToOffset(Offset);
}
