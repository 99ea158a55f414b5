using Commerce.TaskList.Domain;
using Xunit;

namespace Commerce.TaskList.Tests.Circulars;

public sealed class CircularRulesTests
{
    [Theory]
    [InlineData(2026, 1, 1, 0.0027)]
    [InlineData(2026, 6, 30, 0.4959)]
    [InlineData(2026, 12, 31, 1)]
    [InlineData(2027, 2, 1, 1)]
    [InlineData(2025, 12, 31, 0)]
    public void The_part_of_the_year_counts_its_days_the_last_one_included(int year, int month, int day, decimal part) =>
        Assert.Equal(part, CircularRules.Expected(2026, new(year, month, day)));

    [Theory]
    [InlineData(718, "已完成年度目标", 1)]
    [InlineData(800, "已完成年度目标", 1.1142)]
    [InlineData(359, "快于时间进度 0.4 个百分点", 0.5)]
    [InlineData(300, "慢于时间进度 7.8 个百分点", 0.4178)]
    [InlineData(0, "慢于时间进度 49.6 个百分点", 0)]
    public void A_target_is_compared_with_the_part_of_the_year(int actual, string words, decimal share)
    {
        var target = CircularRules.Target(7, "(三)", "新增通车里程", "公里", 718, actual, 2026, new(2026, 6, 30));

        Assert.Equal((words, (decimal?)share, 0.4959m), (target.Words, target.Share, target.Expected));
    }

    [Fact]
    public void What_nobody_reported_has_no_share()
    {
        var target = CircularRules.Target(7, "(三)", "新增通车里程", "公里", 718, null, 2026, new(2026, 6, 30));

        Assert.Equal(("未报", (decimal?)null), (target.Words, target.Share));
    }

    [Fact]
    public void Praise_needs_something_in_time_and_nothing_against_it()
    {
        CircularRow[] rows = [Row("甲", inTime: 2), Row("乙", inTime: 2, late: 1), Row("丙"), Row("丁", inTime: 1, letters: 1), Row("戊", overdue: 1), Row("己", inTime: 1, unreported: 1), Row("庚", letters: 2), Row("辛", letters: 1) with { Unanswered = 1 }];

        Assert.Equal(["甲"], CircularRules.Praise(rows).Select(m => m.Unit));
        Assert.Equal(["戊", "庚", "辛"], CircularRules.Criticism(rows).Select(m => m.Unit));
    }

    private static CircularRow Row(string unit, int inTime = 0, int late = 0, int overdue = 0, int unreported = 0, int letters = 0) =>
        new(Guid.NewGuid(), unit, 1, 1, 1, inTime + late + overdue, inTime, late, overdue, unreported, letters, "理由");
}
