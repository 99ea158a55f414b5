using Commerce.SharedKernel;
using Xunit;

namespace Commerce.SharedKernel.Tests;

public sealed class ChinaTimeTests
{
    [Fact]
    public void The_month_is_cut_at_midnight_in_China_not_in_Greenwich()
    {
        var lastSecond = new DateTimeOffset(2026, 12, 31, 15, 59, 59, TimeSpan.Zero);

        Assert.Equal(Month.Of(2026, 12), lastSecond.MonthInChina());
        Assert.Equal(Month.Of(2027, 1), lastSecond.AddSeconds(1).MonthInChina());
        Assert.Equal(lastSecond.AddSeconds(1), new DateOnly(2027, 1, 1).StartInChina());
    }

    [Theory]
    [InlineData("2026-06", true)]
    [InlineData("2026-6", false)]
    [InlineData("2026-13", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_month_is_read_in_one_form_only(string? text, bool good) => Assert.Equal(good, Month.TryParse(text, out _));

    [Fact]
    public void After_December_comes_January() => Assert.Equal(Month.Of(2027, 1), Month.Of(2026, 12).Next());
}
