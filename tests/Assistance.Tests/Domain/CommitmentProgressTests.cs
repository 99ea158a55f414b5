using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Assistance.Tests.Domain;

public sealed class CommitmentProgressTests
{
    private static readonly TrendThresholds Thresholds = new AssistanceOptions().Thresholds;

    [Fact]
    public void Without_a_target_there_is_no_progress_no_expectation_and_no_trend()
    {
        var achieved = Money.Of(500m);
        var day = new DateOnly(2026, 6, 30);

        Assert.Null(CommitmentProgress.Rate(null, achieved));
        Assert.Null(CommitmentProgress.ExpectedBy(null, 2026, day));
        Assert.Null(CommitmentProgress.TrendOf(null, achieved, 2026, day, Thresholds));
    }

    [Theory]
    [InlineData("20000", "1", "0.0001")] // 0.00005: half away from zero
    [InlineData("20000", "0.99", "0")]
    [InlineData("10000", "488.32", "0.0488")]
    [InlineData("20000", "-1", "-0.0001")]
    public void Progress_is_rounded_half_away_from_zero_to_four_places(string target, string achieved, string rate) =>
        Assert.Equal(Read(rate), CommitmentProgress.Rate(Money.Of(Read(target)), Money.Of(Read(achieved))));

    [Theory]
    [InlineData(2026, "2026-01-01", "1.00")]
    [InlineData(2026, "2026-12-31", "365.00")]
    [InlineData(2026, "2025-12-31", "0.00")]
    [InlineData(2026, "2027-02-01", "365.00")]
    [InlineData(2028, "2028-07-01", "182.50")] // a leap year: day 183 of 366
    public void The_calendar_expects_the_share_of_the_days_gone_by(int year, string day, string expected) =>
        Assert.Equal(expected, CommitmentProgress.ExpectedBy(Money.Of(365m), year, DateOnly.Parse(day, null))!.Value.ToString());

    [Theory]
    [InlineData("1000", Trend.Done)]
    [InlineData("550", Trend.Ahead)]
    [InlineData("450", Trend.OnTrack)]
    [InlineData("449.99", Trend.Behind)]
    [InlineData("350", Trend.Behind)]
    [InlineData("349.99", Trend.AtRisk)]
    internal void The_trend_compares_with_the_calendar(string achieved, Trend trend) =>
        Assert.Equal(trend, CommitmentProgress.TrendOf(Money.Of(1000m), Money.Of(Read(achieved)), 2028, new DateOnly(2028, 7, 1), Thresholds));

    [Theory]
    [InlineData(1.1, 0.9, 0, "Commerce:Assistance:BehindFrom")]
    [InlineData(1.1, 0.5, 0.7, "Commerce:Assistance:OnTrackFrom")]
    [InlineData(0.9, 0.9, 0.7, "Commerce:Assistance:AheadFrom")]
    public void A_wrong_threshold_names_its_key(double ahead, double onTrack, double behind, string key)
    {
        var options = new AssistanceOptions { AheadFrom = (decimal)ahead, OnTrackFrom = (decimal)onTrack, BehindFrom = (decimal)behind };

        Assert.Equal(key, Assert.Throws<Platform.Modules.WrongSettingException>(options.Check).Key);
    }

    private static decimal Read(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
