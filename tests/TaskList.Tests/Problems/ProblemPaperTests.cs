using Commerce.Platform.Databases;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Problems;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Problems;

/// <summary>The ledger on paper.</summary>
public sealed class ProblemPaperTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task It_has_the_official_columns_and_a_row_for_each_problem_that_the_page_shows(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var id = await world.Planned(World.Transport);
        await world.SayMended(id);
        await world.Review(id);
        await world.Recheck(id, RecheckResult.Held);
        await world.Record(source: ProblemSource.Patrol);
        await using var db = world.Open();
        var read = new ReadProblems(db, Ledger.Supervisor, world.Options, world.Clock);

        var paper = await ProblemFiles.Paper((await read.All(new(), default))!, null, read, default);

        Assert.Equal("问题整改台账", paper.Title);
        Assert.Equal("截至2026年6月20日，共 2 个问题，已销号 1 个", paper.Left);
        Assert.Equal(
            ["序号", "编号、来源", "问题（类型）", "整改措施", "责任部门、责任人", "配合", "完成时限", "状态", "佐证", "举一反三", "审核人、销号日期", "回头看"], paper.Columns.Select(c => c.Title));
        var rows = paper.Rows.ToList();
        Assert.Equal(
            ["", "WT-2026-0001\n审计", "尾款超期未拨付（资金管理）", "按合同拨付", "公路局\n王处长", "运输局", "2026.7.20", "已销号\n（按期办结）", "佐证.txt", "查了全部在建项目的尾款（发现 2 个）", "督查\n2026.6.20", "2026.6.20未反弹：实地看过现场"],
            rows[0].Cells.Select(c => c.Text ?? ""));
        Assert.Equal("WT-2026-0002\n巡视巡察 未启动", $"{rows[1].Cells[1].Text} {rows[1].Cells[7].Text}");
    }

    [Fact]
    public void What_narrows_the_page_stands_in_the_address_and_comes_back_from_it()
    {
        var address = new ProblemAddress(World.Highways, ProblemSource.SelfCheck, ProblemState.SaidMended, true, Guid.NewGuid());

        Assert.Equal(address, ProblemAddress.Read(new Uri("http://a" + address.At("/tasks/problems")).Query));
        Assert.Equal(new(null, null, null, false, null), ProblemAddress.Read("?state=nonsense&source=1&unit=x&late=no"));
    }
}
