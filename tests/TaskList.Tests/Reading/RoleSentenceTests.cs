using Commerce.TaskList.Reading;
using Xunit;

namespace Commerce.TaskList.Tests.Reading;

public sealed class RoleSentenceTests
{
    [Theory]
    [InlineData("甲处、乙局牵头，丙处、丁各单位配合", "甲处 乙局", "丙处 丁各单位", "", "")]
    [InlineData("甲处、乙局分工负责", "", "", "甲处 乙局", "")]
    [InlineData("甲处、乙局按职责分工负责。", "", "", "甲处 乙局", "")]
    [InlineData("甲集团", "", "", "", "甲集团")]
    [InlineData("甲集团负责", "", "", "", "甲集团")]
    [InlineData("厅直各单位", "", "", "", "厅直各单位")]
    [InlineData("甲处负责，乙处配合", "甲处", "乙处", "", "")]
    [InlineData("由甲处牵头，乙处协助", "甲处", "乙处", "", "")]
    [InlineData("甲处，乙处牵头；丙处配合", "甲处 乙处", "丙处", "", "")]
    [InlineData("甲处牵头 乙处、丙处配合", "甲处", "乙处 丙处", "", "")]
    [InlineData("牵头单位：甲处；配合单位：乙处、丙处", "甲处", "乙处 丙处", "", "")]
    [InlineData("责任单位：甲处", "", "", "", "甲处")]
    [InlineData("甲处和乙局牵头，丙处配合", "甲处 乙局", "丙处", "", "")]
    [InlineData("和龙市交通局牵头，甲局（一科、二科）配合", "和龙市交通局", "甲局（一科、二科）", "", "")]
    public void Says_who_answers(string text, string lead, string cooperating, string shared, string sole)
    {
        var read = RoleSentence.Read(text);

        Assert.Equal([lead, cooperating, shared, sole], new[] { read.Responsibility.Lead, read.Responsibility.Cooperating, read.Responsibility.SharedResponsibility, read.Responsibility.Sole }.Select(n => string.Join(' ', n)));
        Assert.Empty(read.Doubts);
    }

    [Theory]
    [InlineData("甲处、乙处", "shared 甲处 乙处")]
    [InlineData("甲处（牵头）、乙处", "lead 甲处 cooperating 乙处")]
    [InlineData("甲处牵头，乙处", "lead 甲处 cooperating 乙处")]
    [InlineData("甲处牵头，甲处配合", "lead 甲处 cooperating 甲处")]
    public void Is_read_and_doubted(string text, string expected)
    {
        var read = RoleSentence.Read(text);
        var r = read.Responsibility;

        Assert.Equal(expected, string.Join(' ', new[] { ("lead", r.Lead), ("cooperating", r.Cooperating), ("shared", r.SharedResponsibility), ("sole", r.Sole) }
            .Where(n => n.Item2.Count > 0).Select(n => n.Item1 + " " + string.Join(' ', n.Item2))));
        Assert.Single(read.Doubts);
    }
}
