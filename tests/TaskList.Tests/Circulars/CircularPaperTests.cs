using Commerce.Platform.Documents;
using Commerce.TaskList.Circulars;
using Commerce.TaskList.Domain;
using Xunit;

namespace Commerce.TaskList.Tests.Circulars;

public sealed class CircularPaperTests
{
    [Fact]
    public void The_paper_has_places_targets_both_lists_and_the_number_that_was_typed()
    {
        var circular = Made();
        var draft = CircularPaper.Text(CircularPaper.Of(circular, ""));
        circular.Issue("示例通〔2026〕3号", new(2026, 7, 3), Guid.NewGuid(), "督查", DateTimeOffset.UnixEpoch);
        var paper = CircularPaper.Of(circular, "");
        var text = CircularPaper.Text(paper);

        Assert.Contains("〔　　　〕　　号", draft, StringComparison.Ordinal);
        foreach (var said in new[] { "示例通〔2026〕3号", "省交通运输厅情况通报", "2\t运输局\t3\t9\t2\t1\t0\t1\t0\t1\n现逾期 1 个节点", "时间进度 50.14%。", "718 公里\t359 公里\t50.00%\t慢于时间进度", "三、年度目标完成情况分析（截至2026年7月2日）", "四、予以表扬的单位", "五、予以批评的单位", "六、下一步要求", "2026年7月3日" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        Assert.Equal(OfficialFile.Of(paper), OfficialFile.Of(CircularPaper.Of(circular, "")));
        if (Environment.GetEnvironmentVariable("COMMERCE_KEEP") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, "circular.docx"), OfficialFile.Of(paper));
        }
    }

    [Fact]
    public void What_the_table_has_said_is_not_said_again_and_units_for_one_reason_stand_together()
    {
        var (one, two, three) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        CircularContent content = new([new(one, "甲局", 1, 1, 1, 1, 0, 0, 1, 0, 0, "现逾期 1 个节点"), new(two, "乙局", 1, 1, 1, 1, 0, 0, 1, 0, 0, "现逾期 1 个节点"), new(three, "丙局", 1, 1, 1, 1, 0, 0, 1, 0, 0, "现逾期 1 个节点")], [], [], []);

        Assert.Equal(
            ["甲局、丙局：原因见上表各单位情况。", "乙局：整改不力。"],
            CircularPaper.Mentions(content, [new(one, "甲局", "现逾期 1 个节点"), new(two, "乙局", "整改不力。"), new(three, "丙局", "现逾期 1 个节点")]));
        Assert.Equal(["甲局、乙局：按期办结 1 个时间节点，没有逾期。"], CircularPaper.Mentions(content, [new(one, "甲局", "按期办结 1 个时间节点，没有逾期"), new(two, "乙局", "按期办结 1 个时间节点，没有逾期")]));
    }

    private static Circular Made()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        return new()
        {
            Id = Guid.NewGuid(),
            ListId = Guid.NewGuid(),
            AsOf = new(2026, 7, 2),
            Title = "关于2026年任务清单落实情况的通报",
            Office = "省交通运输厅",
            Opening = "截至2026年7月2日，共 14 项任务，其中逾期 1 项。",
            Demands = "逾期的节点明确责任人和完成日期。",
            Content = BuildCircular.Write(new(
                [
                    new(one, "机关党委", 1, 4, 12, 1, 1, 0, 0, 0, 0, "按期办结 1 个节点"), new(two, "运输局", 2, 3, 9, 2, 1, 0, 1, 0, 1, "现逾期 1 个节点：任务(六)2026年6月30日前 开工3个客运站项目；督办函 1 份没有办结；按期办结 1 个节点"),
                    new(Guid.NewGuid(), "建设处", null, 1, 11, 0, 0, 0, 0, 0, 0, "没有到期的时间节点"),
                ],
                [CircularRules.Target(7, "(三)", "新增通车里程", "公里", 718, 359, 2026, new(2026, 7, 2)), CircularRules.Target(null, "(五)", "旅游路资源路产业路", "公里", 105, null, 2026, new(2026, 7, 2))],
                [new(one, "机关党委", "按期办结 1 个时间节点，没有逾期")], [new(two, "运输局", "现逾期 1 个节点")])),
            DraftedById = Guid.NewGuid(),
            DraftedByName = "督查",
            DraftedAt = DateTimeOffset.UnixEpoch,
            NumberKey = "-",
        };
    }
}
