using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Xunit;

namespace Commerce.TaskList.Tests.Domain;

public sealed class LightTests
{
    private static readonly LightRules Rules = new(NearDays: 7, BehindPoints: 20, Rhythm.Quarterly, GraceDays: 10);

    [Theory]
    [InlineData(2020, 6, 22, nameof(LightColour.Green))]
    [InlineData(2020, 6, 23, nameof(LightColour.Yellow))]
    [InlineData(2020, 6, 30, nameof(LightColour.Yellow))]
    [InlineData(2020, 7, 1, nameof(LightColour.Red))]
    public void The_last_day_is_included_and_the_day_after_is_late(int year, int month, int day, string expected)
    {
        var light = Lights.Due(Due(2020, 6, 30), new(2020, 6, 30), On(year, month, day), Rules);

        Assert.Equal(expected, light.Colour.ToString());
        Assert.NotEmpty(light.Chinese);
    }

    [Fact]
    public void A_late_light_says_by_how_many_days_and_what() =>
        Assert.Equal("逾期 1 天：6月30日前未办结（完成清零行动）", Lights.Due(Due(2020, 6, 30, "完成清零行动"), new(2020, 6, 30), On(2020, 7, 1), Rules).Chinese);

    [Theory]
    [InlineData(2021, 3, 31, 2020, 7, 1, "未到期：2021年3月31日前，还有 273 天")]
    [InlineData(2020, 6, 30, 2026, 7, 1, "逾期 2192 天：2020年6月30日前未办结")]
    [InlineData(2021, 3, 31, 2021, 3, 25, "临近：还剩 6 天，2021年3月31日到期")]
    [InlineData(2020, 12, 31, 2020, 12, 28, "临近：还剩 3 天，12月31日到期")]
    public void A_day_of_another_year_than_the_lists_or_the_readers_is_said_with_its_year(int dueYear, int dueMonth, int dueDay, int year, int month, int day, string expected) =>
        Assert.Equal(expected, Lights.Due(Due(dueYear, dueMonth, dueDay), new(dueYear, dueMonth, dueDay), On(year, month, day), Rules).Chinese);

    [Fact]
    public void What_was_done_in_another_year_says_so()
    {
        Assert.Equal("已销号（2020年6月20日办结）", Lights.Closed(new(2020, 6, 20), On(2026, 7, 1)).Chinese);
        Assert.Equal("按期办结（2020年6月20日）", Lights.Done(new(2020, 6, 20), Assessment.InTime, On(2021, 1, 1)).Chinese);
        Assert.Equal("按期办结（6月20日）", Lights.Done(new(2020, 6, 20), Assessment.InTime, On(2020, 7, 1)).Chinese);
        Assert.Contains("2019年12月5日前应报未报", Lights.RecurringMissed(new(2019, 12, 5), On(2020, 1, 1), ["公路局"]).Chinese, StringComparison.Ordinal);
        Assert.Equal("下次上报：2021年1月5日前", Lights.RecurringNext(new(2021, 1, 5), On(2020, 12, 10), Rules).Chinese);
    }

    [Theory]
    [InlineData("公路局", "长期坚持，你单位2026年7至9月进展未上报", "逾期 10 天：你单位10月5日前应报的进展未上报")]
    [InlineData("高建局", "长期坚持，2026年7至9月进展还有责任单位未上报", "逾期 10 天：10月5日前还有责任单位应报未报")]
    public void A_letter_tells_a_unit_of_itself_alone(string unit, string standing, string recurring)
    {
        var silent = Lights.StandingSilent(Month.Of(2026, 7), Month.Of(2026, 9), ["公路局", "运输局"]);

        Assert.Equal("长期坚持，2026年7至9月未上报：公路局、运输局", silent.Chinese);
        Assert.Equal(standing, silent.To(unit).Chinese);
        Assert.Equal(recurring, Lights.RecurringMissed(new(2020, 10, 5), On(2020, 10, 15), ["公路局", "运输局"]).To(unit).Chinese);
        Assert.Equal(Lights.AllDone.Chinese, Lights.AllDone.To(unit).Chinese);
    }

    [Fact]
    public void An_aim_is_shown_and_never_late()
    {
        var aim = new Milestone { Id = Guid.NewGuid(), TaskId = Guid.NewGuid(), ListId = Guid.NewGuid(), Position = 0, Kind = MilestoneKind.Due, What = "开工", Aim = true, DueOn = new(2020, 9, 20) };

        var light = Lights.Due(aim, new(2020, 9, 20), On(2020, 12, 1), Rules);

        Assert.Equal(LightColour.None, light.Colour);
        Assert.Contains("力争", light.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_that_lags_the_calendar_by_more_than_the_setting_is_yellow()
    {
        // 182 of 366 days are gone on 30 June.
        Assert.Null(Lights.Behind(29, 2020, new(2020, 12, 31), new(2020, 6, 30), Rules));
        Assert.Equal(LightColour.Yellow, Lights.Behind(28, 2020, new(2020, 12, 31), new(2020, 6, 30), Rules)!.Colour);
    }

    [Theory]
    [InlineData(2026, 4, 10, null, null)]
    [InlineData(2026, 4, 11, 202601, 202603)]
    [InlineData(2026, 7, 10, 202601, 202603)]
    [InlineData(2026, 7, 11, 202604, 202606)]
    [InlineData(2027, 1, 11, 202610, 202612)]
    public void A_quarter_counts_once_its_days_of_grace_are_over(int year, int month, int day, int? first, int? last)
    {
        var period = Rules.LastPeriodDue(2026, new(year, month, day));

        Assert.Equal((first, last), (period?.First.Number, period?.Last.Number));
    }

    [Fact]
    public void A_month_is_the_rhythm_when_the_setting_says_so()
    {
        var monthly = Rules with { Rhythm = Rhythm.Monthly };

        Assert.Equal(Month.Of(2026, 5), monthly.LastPeriodDue(2026, new(2026, 7, 10))!.Value.Last);
        Assert.Equal(Month.Of(2026, 6), monthly.LastPeriodDue(2026, new(2026, 7, 11))!.Value.Last);
    }

    [Theory]
    [InlineData(6, 30, nameof(Assessment.InTime))]
    [InlineData(7, 1, nameof(Assessment.InTimeExtended))]
    [InlineData(7, 31, nameof(Assessment.InTimeExtended))]
    [InlineData(8, 1, nameof(Assessment.Late))]
    public void Completion_is_assessed_against_the_original_and_the_extended_day(int month, int day, string expected) =>
        Assert.Equal(expected, Assessments.Of(new(2020, 6, 30), new(2020, 7, 31), new(2020, month, day)).ToString());

    [Fact]
    public void Without_an_extension_a_day_after_the_deadline_is_late() =>
        Assert.Equal(Assessment.Late, Assessments.Of(new(2020, 6, 30), new(2020, 6, 30), new(2020, 7, 1)));

    // Of the list of 2020.
    private static DayWords On(int year, int month, int day) => new(new(year, month, day), 2020);

    private static Milestone Due(int year, int month, int day, string what = "") =>
        new() { Id = Guid.NewGuid(), TaskId = Guid.NewGuid(), ListId = Guid.NewGuid(), Position = 0, Kind = MilestoneKind.Due, What = what, DueOn = new(year, month, day) };
}
