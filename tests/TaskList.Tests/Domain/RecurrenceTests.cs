using Commerce.TaskList.Domain;
using Xunit;

namespace Commerce.TaskList.Tests.Domain;

public sealed class RecurrenceTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void Every_month_by_the_fifth()
    {
        var rhythm = new Recurrence(RecurrencePeriod.Month, 5, null);

        Assert.Equal((null, null, new DateOnly(2026, 1, 5)), rhythm.Around(new(2026, 1, 5), First));
        Assert.Equal((null, new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 5)), rhythm.Around(new(2026, 1, 6), First));
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 5), new DateOnly(2026, 3, 5)), rhythm.Around(new(2026, 2, 6), First));
    }

    [Fact]
    public void A_month_without_that_day_ends_on_its_last() =>
        Assert.Equal(new DateOnly(2026, 2, 28), new Recurrence(RecurrencePeriod.Month, 31, null).Around(new(2026, 2, 10), First).Next);

    [Fact]
    public void A_quarter_ends_with_its_last_month_unless_said() =>
        Assert.Equal(
            (new DateOnly(2026, 6, 30), new DateOnly(2026, 4, 10)),
            (new Recurrence(RecurrencePeriod.Quarter, null, null).Around(new(2026, 4, 1), First).Next, new Recurrence(RecurrencePeriod.Quarter, 10, 1).Around(new(2026, 4, 1), First).Next));

    [Fact]
    public void Every_ten_days_end_on_the_tenth_the_twentieth_and_the_last()
    {
        var rhythm = new Recurrence(RecurrencePeriod.TenDays, null, null);

        Assert.Equal(
            [new(2026, 2, 10), new(2026, 2, 20), new(2026, 2, 28)],
            new DateOnly[] { new(2026, 2, 3), new(2026, 2, 11), new(2026, 2, 21) }.Select(d => rhythm.Around(d, First).Next));
    }

    [Fact]
    public void A_week_ends_on_the_day_that_is_said() =>
        Assert.Equal(new DateOnly(2026, 6, 26), new Recurrence(RecurrencePeriod.Week, 5, null).Around(new(2026, 6, 22), First).Next);
}
