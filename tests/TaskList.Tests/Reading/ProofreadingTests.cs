using Commerce.TaskList.Reading;
using Xunit;

namespace Commerce.TaskList.Tests.Reading;

public sealed class ProofreadingTests
{
    [Theory]
    [InlineData("住房安全 and 饮水", "住房安全和饮水")]
    [InlineData("裂缝清惯", "裂缝清灌")]
    [InlineData("琿春路", "珲春路")]
    [InlineData("（某发[2020]7号）", "（某发〔2020〕7号）")]
    [InlineData("进一步进一步加强", "进一步加强")]
    public void A_slip_is_suggested_and_the_text_stays(string text, string suggested)
    {
        List<Doubt> doubts = [];

        Assert.Equal(suggested, Proofreading.Read(text, Place.Whole, doubts));
        Assert.NotNull(Assert.Single(doubts).Suggestion);
    }

    [Theory]
    [InlineData("甲站、乙站3个项目", 1)]
    [InlineData("甲站、乙站2个项目", 0)]
    [InlineData("甲站、乙站等5个项目", 0)]
    [InlineData("甲站、乙站、丙站等2个项目", 1)]
    [InlineData("Brand and name", 0)]
    public void Counts_are_compared_with_what_is_named(string text, int expected)
    {
        List<Doubt> doubts = [];

        Assert.Null(Proofreading.Read(text, Place.Whole, doubts));
        Assert.Equal(expected, doubts.Count);
    }

    [Fact]
    public void Two_spellings_of_a_unit_are_doubted_and_stay_two()
    {
        const string Text = "2026年任务清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\n（一）\t甲。\t1、乙。\t驻村工作队\t年底前\n（二）\t丙。\t2、丁。\t厅驻村工作队\t年底前\n";

        var list = ListReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Text)), "list.txt").Value;

        Assert.Equal(["驻村工作队", "厅驻村工作队"], list.Tasks.SelectMany(t => t.Responsibility.Sole));
        Assert.Equal(("厅驻村工作队", "驻村工作队"), (list.Doubts.Single().Found, list.Doubts.Single().Suggestion));
    }
}
