using Commerce.TaskList.Reading;
using Xunit;

namespace Commerce.TaskList.Tests.Reading;

public sealed class MeasureRunsTests
{
    [Theory]
    [InlineData("1、甲。 2、乙。 3、丙。", "1 甲。|2 乙。|3 丙。")]
    [InlineData("1、甲。2、乙。", "1 甲。|2 乙。")]
    [InlineData("1．甲；2. 乙；", "1 甲；|2 乙；")]
    [InlineData("1、甲 2、乙", "1 甲|2 乙")]
    [InlineData("1、在6、7月份开展。 2、第12、13号桥", "1 在6、7月份开展。|2 第12、13号桥")]
    [InlineData("1、投入 1.5公里。 2、乙", "1 投入 1.5公里。|2 乙")]
    [InlineData("1、做好：（1）甲；（2）乙。 2、丙", "1 做好：（1）甲；（2）乙。|2 丙")]
    [InlineData("两个项目： 1、甲。 2、乙。 三个项目： 3、丙。", "1 [两个项目] 甲。|2 [两个项目] 乙。|3 [三个项目] 丙。")]
    [InlineData("两个项目：\n1、甲。\n三个项目：\n2、丙。\n第二段。", "1 [两个项目] 甲。|2 [三个项目] 丙。 第二段。")]
    [InlineData("7、甲。 9、乙。", "7 甲。|9 乙。")]
    [InlineData("甲。\n乙。", "1 甲。|2 乙。")]
    public void Are_cut(string cell, string expected) => Assert.Equal(expected, string.Join('|', MeasureRuns.Cut(cell.Split('\n'), 0).Measures.Select(m => $"{m.Number} {(m.Group is null ? "" : $"[{m.Group}] ")}{m.Text}")));

    [Fact]
    public void A_gap_in_the_numbers_is_doubted()
    {
        const string Text = "2026年任务清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\n1\t甲。\t1、乙。 3、丙。\t办公室\t年底前\n2\t丁。\t4、戊。\t办公室\t年底前\n";

        var list = ListReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Text)), "list.txt").Value;

        var doubt = Assert.Single(list.Doubts);
        Assert.Equal(("3", "2"), (doubt.Found, doubt.Suggestion));
    }
}
