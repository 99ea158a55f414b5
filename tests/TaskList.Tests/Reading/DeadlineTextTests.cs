using System.Globalization;
using Commerce.TaskList.Reading;
using Xunit;

namespace Commerce.TaskList.Tests.Reading;

public sealed class DeadlineTextTests
{
    [Theory]
    [InlineData("长期坚持", "ongoing")]
    [InlineData("持续推进。", "ongoing")]
    [InlineData("全年持续推进", "ongoing")]
    [InlineData("长期坚持、持续推进", "ongoing")]
    [InlineData("2020年10月至2021年3月底", "2021-03-31")]
    [InlineData("次年1月底前", "2021-01-31")]
    [InlineData("10月底前", "2020-10-31")]
    [InlineData("２月底前", "2020-02-29")]
    [InlineData("十月底前", "2020-10-31")]
    [InlineData("10 月底 前", "2020-10-31")]
    [InlineData("12月底", "2020-12-31")]
    [InlineData("11月末前", "2020-11-30")]
    [InlineData("9月上旬", "2020-09-10")]
    [InlineData("9月中旬前", "2020-09-20")]
    [InlineData("2月下旬", "2020-02-29")]
    [InlineData("10月15日前", "2020-10-15")]
    [InlineData("10月15日之前", "2020-10-15")]
    [InlineData("于10月5号前完成", "2020-10-05 完成")]
    [InlineData("年底前", "2020-12-31")]
    [InlineData("今年年底前", "2020-12-31")]
    [InlineData("年内", "2020-12-31")]
    [InlineData("2021年底前", "2021-12-31")]
    [InlineData("明年6月底前", "2021-06-30")]
    [InlineData("二〇二一年三月底前", "2021-03-31")]
    [InlineData("2021-03-15", "2021-03-15")]
    [InlineData("上半年", "2020-06-30")]
    [InlineData("下半年完成", "2020-12-31 完成")]
    [InlineData("第一季度末", "2020-03-31")]
    [InlineData("三季度底前", "2020-09-30")]
    [InlineData("2021年第2季度末前", "2021-06-30")]
    [InlineData("3月至10月底", "2020-10-31")]
    [InlineData("6月1日至9月15日开展", "2020-09-15 开展")]
    [InlineData("每月5日前报送", "Month 5 报送")]
    [InlineData("每月5日、20日前报送", "Month 5 报送|Month 20 报送")]
    [InlineData("每月底前", "Month end")]
    [InlineData("每月中旬", "Month 20")]
    [InlineData("每季度末", "Quarter end")]
    [InlineData("每季度首月10日前", "Quarter 1/10")]
    [InlineData("每周五", "Week 5")]
    [InlineData("每年6月底前", "Year 6/end")]
    [InlineData("2021年3月底前完成规划，其他措施长期坚持", "2021-03-31 完成规划|ongoing 其他措施")]
    [InlineData("8月底甲至乙、丙至丁2个项目通车 10月底戊至己（东段）通车 12月底庚通车； 9月中旬4个项目力争开工", "2020-08-31 甲至乙、丙至丁2个项目通车|2020-10-31 戊至己（东段）通车|2020-12-31 庚通车|2020-09-20 4个项目力争开工 aim")]
    [InlineData("10月底前完成甲 年底前，乙等4个项目完成4.97亿元；新开工丙，完成1.99亿元", "2020-10-31 完成甲|2020-12-31 乙等4个项目完成4.97亿元；新开工丙，完成1.99亿元")]
    [InlineData("10月15日前，完成整改，形成总结，并长期坚持", "2020-10-15 完成整改，形成总结|ongoing")]
    [InlineData("6月底前建立持续推进机制", "2020-06-30 建立持续推进机制")]
    [InlineData("甲项目8月底前、乙项目10月底前", "2020-08-31 甲项目|2020-10-31 乙项目")]
    [InlineData("6月底前完成甲并持续推进", "2020-06-30 完成甲|ongoing")]
    [InlineData("长期坚持；每月5日前报送进展", "ongoing|Month 5 报送进展")]
    public void Says_when(string text, string expected)
    {
        var read = DeadlineText.Read(text, 2020);

        Assert.Equal(expected, string.Join('|', read.Milestones.Select(Shown)));
        Assert.Empty(read.Unread);
    }

    [Theory]
    [InlineData("10月", "2020-10-31")]
    [InlineData("10月份完成", "2020-10-31 完成")]
    [InlineData("第三季度", "2020-09-30")]
    [InlineData("2021年", "2021-12-31")]
    [InlineData("每月报送", "Month end 报送")]
    [InlineData("2021年3月底前完成甲，6月底前完成乙", "2021-03-31 完成甲|2021-06-30 完成乙")]
    public void Is_read_and_doubted(string text, string expected)
    {
        var read = DeadlineText.Read(text, 2020);

        Assert.Equal(expected, string.Join('|', read.Milestones.Select(Shown)));
        Assert.Single(read.Doubts);
    }

    [Theory]
    [InlineData("看情况")]
    [InlineData("10月前")]
    [InlineData("第三季度前")]
    [InlineData("2月30日前")]
    [InlineData("13月底前")]
    [InlineData("会后一周内")]
    [InlineData("30个工作日内")]
    [InlineData("春节前")]
    [InlineData("立即")]
    [InlineData("本月底前")]
    [InlineData("每月32日前")]
    [InlineData("15日前")]
    public void Stays_as_text_and_asks(string text)
    {
        var read = DeadlineText.Read(text, 2020);

        Assert.Empty(read.Milestones);
        Assert.Equal(text, Assert.Single(read.Unread).Text);
    }

    [Fact]
    public void What_can_be_read_is_read_beside_what_cannot()
    {
        var read = DeadlineText.Read("6月底前完成甲；党组会后一周内完成乙；其他长期坚持", 2020);

        Assert.Equal("2020-06-30 完成甲|ongoing 其他", string.Join('|', read.Milestones.Select(Shown)));
        Assert.Equal("党组会后一周内 完成乙", Assert.Single(read.Unread).Text);
    }

    [Fact]
    public void Without_a_year_nothing_is_guessed()
    {
        Assert.Empty(DeadlineText.Read("10月底前", null).Milestones);
        Assert.Equal("2021-03-31", string.Join('|', DeadlineText.Read("2021年3月底前", null).Milestones.Select(Shown)));
    }

    private static string Shown(ListedMilestone m) => string.Join(' ', new[]
    {
        m.Kind switch
        {
            MilestoneKind.Due => m.Due!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MilestoneKind.Ongoing => "ongoing",
            MilestoneKind.Recurring => $"{m.Every!.Period} {(m.Every.MonthOfPeriod is { } month ? month + "/" : "")}{m.Every.Day?.ToString(CultureInfo.InvariantCulture) ?? "end"}",
        },
        m.What,
        m.Aim ? "aim" : null,
    }.Where(s => s is not null));
}
