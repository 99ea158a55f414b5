namespace Commerce.TaskList.Domain;

/// <summary>How often a recurring deadline comes back.</summary>
internal enum RecurrencePeriod
{
    Day,
    Week,
    TenDays,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>A rhythm of deadlines: 每月5日前 is (Month, 5).</summary>
/// <param name="Period">How often.</param>
/// <param name="Day">The last day: of the month, or 1 (Monday) to 7 of the week; null is the period's last day.</param>
/// <param name="MonthOfPeriod">Which month of the quarter, half-year or year, from 1; null is its last.</param>
internal sealed record Recurrence(RecurrencePeriod Period, int? Day, int? MonthOfPeriod)
{
    /// <summary>The last deadline gone by (a deadline's own day isn't over), the one before it, and the next; none lies before the first day.</summary>
    public (DateOnly? Before, DateOnly? Last, DateOnly Next) Around(DateOnly asOf, DateOnly first)
    {
        DateOnly? before = null;
        DateOnly? last = null;
        var period = StartOf(first);
        while (true)
        {
            var deadline = DeadlineOf(period);
            if (deadline >= asOf && deadline >= first)
            {
                return (before, last, deadline);
            }

            if (deadline >= first)
            {
                (before, last) = (last, deadline);
            }

            period = NextOf(period);
        }
    }

    private int Months => Period switch
    {
        RecurrencePeriod.Month => 1,
        RecurrencePeriod.Quarter => 3,
        RecurrencePeriod.HalfYear => 6,
        RecurrencePeriod.Year => 12,
        RecurrencePeriod.Day or RecurrencePeriod.Week or RecurrencePeriod.TenDays => 0,
    };

    private DateOnly StartOf(DateOnly day) => Period switch
    {
        RecurrencePeriod.Day => day,
        RecurrencePeriod.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        RecurrencePeriod.TenDays => new(day.Year, day.Month, 1),
        RecurrencePeriod.Month or RecurrencePeriod.Quarter or RecurrencePeriod.HalfYear or RecurrencePeriod.Year => new(day.Year, ((day.Month - 1) / Months * Months) + 1, 1),
    };

    private DateOnly NextOf(DateOnly start) => Period switch
    {
        RecurrencePeriod.Day => start.AddDays(1),
        RecurrencePeriod.Week => start.AddDays(7),
        RecurrencePeriod.TenDays => start.Day < 21 ? start.AddDays(10) : new DateOnly(start.Year, start.Month, 1).AddMonths(1),
        RecurrencePeriod.Month or RecurrencePeriod.Quarter or RecurrencePeriod.HalfYear or RecurrencePeriod.Year => start.AddMonths(Months),
    };

    private DateOnly DeadlineOf(DateOnly start)
    {
        switch (Period)
        {
            case RecurrencePeriod.Day:
                return start;
            case RecurrencePeriod.Week:
                return start.AddDays((Day ?? 7) - 1);
            case RecurrencePeriod.TenDays:
                return NextOf(start).AddDays(-1);
        }

        // A month without that day ends on its last.
        var month = start.AddMonths(Math.Clamp(MonthOfPeriod ?? Months, 1, Months) - 1);
        return new(month.Year, month.Month, Math.Min(Day ?? 31, DateTime.DaysInMonth(month.Year, month.Month)));
    }
}
