using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Rounds;

public sealed class HoldRoundTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_round_that_was_held_counts_once_for_each_measure_that_asks_for_rounds(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var nine = (await world.Measure(9)).Id;
        var round = await world.Opened(3, i => i with { CountsForIds = [nine] });
        var answer = await world.Answer(World.Liaison(RoundWorld.Builders), round, RoundWorld.Builders);
        await world.Accept(World.Supervisor, answer.Id!.Value);
        (Guid, string)[] missing = [.. new[] { "综规处", "建设处", "财务处" }.Select(n => (World.Id(n), "由高建局一并答复")), (World.Group, "数据仍在核对")];
        Assert.Equal(0, (await world.Figures(9)).Single().Actual);

        var held = await world.Hold(World.Supervisor, round, missing, new(2026, 6, 18), key: "once");
        var again = await world.Hold(World.Supervisor, round, missing, new(2026, 6, 18), key: "once");

        Assert.Equal((held.Id, true), (again.Id, again.Replayed));
        Assert.Equal(RoundErrors.NotOpen, (await world.Hold(World.Supervisor, round, missing, version: 2)).Error);
        Assert.Equal((1m, 1m, 0m), ((await world.Figures(9)).Single().Actual, (await world.Figures(9, new(2026, 6, 18))).Single().Actual, (await world.Figures(9, new(2026, 6, 17))).Single().Actual));
        var seen = (await world.See(World.Supervisor, round))!;
        Assert.Equal((RoundState.Held, new DateOnly(2026, 6, 18), "总体符合计划"), (seen.State, seen.HeldOn, seen.Summary));
        Assert.Equal([null, "数据仍在核对"], seen.Units.Skip(3).Select(u => u.MissingReason));
        Assert.Equal(RoundErrors.NotOpen, (await world.Answer(World.Liaison(World.Group), round, World.Group)).Error);
        await world.Hold(World.Supervisor, await world.Opened(3), [.. seen.Units.Select(u => (u.UnitId, "没有计入的调度"))]);
        Assert.Equal(1, (await world.Figures(9)).Single().Actual);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task It_is_held_when_every_answer_is_accepted_or_each_missing_one_is_named_with_a_reason(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var round = await world.Opened(5);
        async Task<Error?> Try((Guid, string)[]? missing = null, DateOnly? on = null, string summary = "总体符合计划", int version = 1) => (await world.Hold(World.Supervisor, round, missing, on, summary, version)).Error;

        Assert.Equal(RoundErrors.StillOwing(["公路局"]), await Try(), ErrorText.Same);
        Assert.Equal(RoundErrors.StillOwing(["公路局"]), await Try([(World.Highways, "没报")]), ErrorText.Same);
        Assert.Equal(RoundErrors.NotMissing, await Try([(World.Highways, "人员外出"), (World.Transport, "不在此列")]));
        Assert.Equal(RoundErrors.NotMissing, await Try([(World.Highways, "人员外出"), (World.Highways, "人员外出")]));
        Assert.Equal(RoundErrors.SummaryLength, await Try([(World.Highways, "人员外出")], summary: " 好 "));
        Assert.Equal(RoundErrors.HeldAhead, await Try([(World.Highways, "人员外出")], new(2026, 6, 21)));
        Assert.Equal(RoundErrors.HeldBefore(new(2026, 6, 1)), await Try([(World.Highways, "人员外出")], new(2026, 5, 31)), ErrorText.Same);
        Assert.Equal(ErrorCode.VersionStale, (await Try([(World.Highways, "人员外出")], version: 4))!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await world.Hold(RoundWorld.Reporter, round)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Hold(World.Liaison(World.Transport), round)).Error!.Code);
        Assert.Equal(ErrorCode.NotFound, (await world.Hold(World.Supervisor, Guid.NewGuid())).Error!.Code);
        var answer = await world.Answer(RoundWorld.Reporter, round, World.Highways);
        Assert.Equal(RoundErrors.StillOwing(["公路局"]), await Try(), ErrorText.Same);
        await world.Accept(World.Supervisor, answer.Id!.Value);
        Assert.Equal(RoundErrors.NotMissing, await Try([(World.Highways, "人员外出")]));

        Assert.Null(await Try());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task On_paper_each_unit_has_a_row_below_where_figures_stood_and_what_is_aimed_at(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var seven = (await world.Measure(7)).Id;
        var round = await world.Opened(3, i => i with { MeasureIds = [seven] });
        var kilometres = await world.MetricId("新增通车里程");
        await world.Answer(World.Liaison(RoundWorld.Builders), round, RoundWorld.Builders, "路面施工", figures: [(kilometres, 400.5m)], percents: [(seven, 60)]);
        await world.Answer(World.Liaison(World.Group), round, World.Group, "桥梁合龙", figures: [(kilometres, 100)]);

        var paper = RoundPaper.Of((await world.See(World.Supervisor, round))!);
        var own = RoundPaper.Of((await world.See(World.Liaison(World.Group), round))!);

        Assert.Equal(["单位", "状态", "答复时间", "新增通车里程（公里）", "措施7进度（%）", "进展情况", "附件"], paper.Columns.Select(c => c.Title));
        var rows = paper.Rows.ToDictionary(r => r.Cells[0].Text!, r => r.Cells);
        Assert.Equal((null, 718m, 400.5m, 500.5m), (rows["期初"][3].Number, rows["目标"][3].Number, rows["高建局"][3].Number, rows["合计（含待审核）"][3].Number));
        Assert.Equal((60m, "路面施工", "待审核", "未答复"), (rows["高建局"][4].Number, rows["高建局"][5].Text, rows["高建局"][1].Text, rows["综规处"][1].Text));
        Assert.Equal((PaperFigure.Quantity, PaperFigure.Whole), (paper.Columns[3].Kind, own.Columns[3].Kind));
        Assert.Equal(["期初", "目标", "吉高集团"], own.Rows.Select(r => r.Cells[0].Text));
        Assert.NotEmpty(XlsxFile.Of(paper));
    }

    [Fact]
    public void What_is_said_per_piece_is_not_added_up()
    {
        AskedFigureView Of(string label) => new(
            new() { RoundId = default, MetricId = default, Position = 0 },
            new() { Id = default, ListId = default, TaskId = default, Position = 0, Label = label, LabelEnglish = "", Unit = "元", Source = MetricSource.Reported });

        Assert.Equal((false, true), (Of("每县奖励资金").AddsUp, Of("拨付资金").AddsUp));
    }
}
