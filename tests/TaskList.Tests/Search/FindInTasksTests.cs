using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Circulars;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Inspections;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Projects;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.Search;
using Commerce.TaskList.Tests.Circulars;
using Commerce.TaskList.Tests.Inspections;
using Commerce.TaskList.Tests.Problems;
using Commerce.TaskList.Tests.Rounds;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Search;

public sealed class FindInTasksTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Tasks_measures_reports_and_names_of_evidence_are_found_and_other_units_reports_are_not(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var highways = World.Liaison(World.Highways);
        var file = await world.Upload(highways, "PPP论证会纪要.txt");
        var measure = (await world.Measure(20)).Id;
        Assert.Null((await world.Do(highways, (db, once, files) => new SubmitProgress.Handler(db, once, highways, files, world.Clock)
            .Handle(new("r", measure, World.Highways, Month.Of(2026, 6), "危桥改造已印发专题通报", FileIds: [file]), default))).Error);

        Assert.Contains(("Task", "任务(四)"), await Find(world, highways, "危桥"));
        Assert.Contains(("Report", "措施20：公路局 2026-06"), await Find(world, highways, "专题通报"));
        Assert.Equal([("Evidence", "措施20：公路局 2026-06")], await Find(world, highways, "ｐｐｐ论证"));
        Assert.Contains(("Measure", "措施43"), await Find(world, World.Liaison(World.Transport), "42对服务区"));
        Assert.DoesNotContain(await Find(world, World.Liaison(World.Id("驻京办")), "专题通报"), h => h.Item1 == "Report");
        Assert.Empty(await Find(world, highways, "危"));
        Assert.Empty(await Find(world, highways, "没有这样的字"));
        Assert.Empty(await Find(world, World.Who("外人", [Capability.OrderRead], World.Highways), "危桥"));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_problems_their_reports_and_rechecks_say_and_the_names_of_their_files_are_found_by_who_sees_the_problem(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var highways = Ledger.Liaison(World.Highways);
        var problem = await world.Planned();
        Assert.Null((await world.Report(problem, narrative: "已约谈承包单位", mendedOn: Ledger.Today, similar: "逐一排查尾款台账", found: 0, files: [await world.Upload(highways, "拨款凭证.txt")])).Error);
        Assert.Null((await world.Review(problem)).Error);
        Assert.Null((await world.Recheck(problem, RecheckResult.Held, text: "抽查银行流水属实", files: [await world.Upload(Ledger.Supervisor, "流水单.txt")])).Error);

        var number = (await world.Problem(problem)).Number;
        Assert.Equal([("Problem", $"问题 {number}（公路局）")], await Find(world, highways, "约谈承包"));
        Assert.Equal([("Problem", $"问题 {number}（公路局）")], await Find(world, highways, "尾款台账"));
        Assert.Equal([("Problem", $"问题 {number}（公路局）")], await Find(world, highways, "银行流水"));
        Assert.Equal([("Evidence", $"问题 {number}（公路局）")], await Find(world, highways, "拨款凭证"));
        Assert.Equal([("Evidence", $"问题 {number}（公路局）")], await Find(world, highways, "流水单"));
        Assert.All((string[])["约谈承包", "尾款台账", "银行流水", "拨款凭证", "流水单"], words => Assert.Empty(Find(world, World.Liaison(World.Transport), words).Result));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Answers_to_rounds_are_found_by_their_own_unit_and_supervisors_alone(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var round = await world.Opened(3);
        var (planners, builders) = (World.Liaison(RoundWorld.Planners), World.Liaison(RoundWorld.Builders));
        Assert.Null((await world.Answer(planners, round, RoundWorld.Planners, "桩基已浇筑过半", files: [await world.Upload(planners, "桩基照片.txt")])).Error);
        await world.Answer(builders, round, RoundWorld.Builders, "桩基还没有动手", handIn: false);

        Assert.Equal([("Round", "调度：六月调度")], await Find(world, builders, "六月调度"));
        Assert.Equal([("Evidence", "调度：六月调度（综规处）")], await Find(world, planners, "桩基照片"));
        Assert.Equal([("Round", "调度：六月调度（综规处）")], await Find(world, World.Supervisor, "桩基已浇"));
        Assert.Equal([("Round", "调度：六月调度（高建局）")], await Find(world, builders, "桩基"));
        Assert.Empty(await Find(world, World.Supervisor, "桩基还没有"));
        Assert.Empty(await Find(world, World.Liaison(World.Id("驻京办")), "六月调度"));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Figures_projects_values_inspections_and_special_actions_are_found_with_their_papers(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var highways = World.Liaison(World.Highways);
        await using (var db = world.Open())
        {
            var metric = await db.Metrics.FirstAsync(m => m.Label == "改造危桥");
            db.MetricValues.Add(new() { Id = Guid.NewGuid(), MetricId = metric.Id, ListId = metric.ListId, UnitId = World.Highways, Value = 12, On = new(2026, 6, 1), Evidence = "桥检年报第三页", FileId = Guid.NewGuid(), FileName = "桥检年报.txt", ById = Guid.NewGuid(), ByName = "张工", At = world.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        var inspection = (await InspectionTests.Save(world)).Id!.Value;
        Assert.Null((await InspectionTests.Report(world, inspection, InspectionLevel.County, "示例1县", 40, 6, 2, evidence: "核对支付凭单", files: [await world.Upload(InspectionTests.Audit, "凭单册.txt")])).Error);
        var action = (await world.SaveAction()).Id!.Value;
        var party = Ledger.Liaison(World.Party);
        Assert.Null((await world.Summarise(action, party, World.Party, "作风明显好转，制度已修订。", files: await world.Upload(party, "整治总结.txt"))).Error);

        var kinds = (await Find(world, highways, "桥检年报")).Select(h => h.Item1);
        Assert.Equal(["Figure", "Evidence"], kinds);
        Assert.Equal([("Inspection", "检查：帮扶资金检查")], await Find(world, highways, "支付凭单"));
        Assert.Equal([("Evidence", "检查：帮扶资金检查")], await Find(world, highways, "凭单册"));
        Assert.Equal([("SpecialAction", "专项整治：作风问题专项整治")], await Find(world, highways, "明显好转"));
        Assert.Equal([("Evidence", "专项整治：作风问题专项整治")], await Find(world, highways, "整治总结"));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Circulars_are_found_by_number_title_and_words_by_every_reader_once_issued_and_drafts_by_who_may_write_them(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (transport, stranger) = (World.Liaison(World.Transport), World.Who("外人", [Capability.OrderRead], World.Highways));
        var id = (await CircularTests.Draft(world, asOf: new(2026, 6, 20), title: "关于农村公路进展的通报")).Id!.Value;
        Assert.Null((await CircularTests.Edit(world, id, title: "关于农村公路进展的通报", opening: "总体平稳，个别路段滞后。", criticism: [new(World.Transport, "雨季前没有清理边沟")])).Error);
        (string, string)[] draft = [("Circular", "情况通报：草稿（关于农村公路进展的通报）")];

        foreach (var words in (string[])["农村公路进展", "个别路段", "清理边沟"])
        {
            Assert.Equal(draft, await Find(world, World.Supervisor, words));
            Assert.Empty(await Find(world, transport, words));
        }

        Assert.Null((await CircularTests.Issue(world, id, on: new(2026, 6, 20))).Error);
        foreach (var words in (string[])["示例通〔2026〕1", "农村公路进展", "个别路段", "清理边沟", "排名规则"])
        {
            Assert.Equal([("Circular", "情况通报：示例通〔2026〕1号（关于农村公路进展的通报）")], await Find(world, transport, words));
            Assert.Empty(await Find(world, stranger, words));
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Above_five_thousand_problems_the_one_that_is_meant_is_still_found_and_too_many_are_said_to_be_more(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await using (var db = world.Open())
        {
            db.Problems.AddRange(Enumerable.Range(1, 5_001).Select(n => new Problem
            {
                Id = Guid.NewGuid(),
                Position = Problem.PositionOf(2026, n),
                Source = ProblemSource.Audit,
                FoundOn = Ledger.Today,
                Text = n == 7 ? "唯独这一条涉及渡口" : "尾款超期未拨付",
                Kind = "资金管理",
                UnitId = World.Highways,
                RecordedById = World.Supervisor.Id,
                RecordedByName = "督查",
                RecordedAt = world.Clock.GetUtcNow(),
            }));
            await db.SaveChangesAsync();
        }

        Assert.Equal([("Problem", "问题 WT-2026-0007（公路局）")], await Find(world, World.Liaison(World.Highways), "唯独这一条"));
        Assert.Equal((50, true), await Count(world, World.Liaison(World.Highways), "尾款超期"));
        Assert.Equal((1, false), await Count(world, World.Liaison(World.Highways), "唯独这一条"));
    }

    private static async Task<(int, bool)> Count(World world, Actor by, string words)
    {
        await using var db = world.Open();
        var hits = await Finder(world, db, by).Find(World.Year, words, true, default);
        return (hits.Shown.Count, hits.More);
    }

    private static async Task<IReadOnlyList<(string, string)>> Find(World world, Actor by, string words)
    {
        await using var db = world.Open();
        return [.. (await Finder(world, db, by).Find(World.Year, words, true, default)).Shown.Select(h => (h.Kind.ToString(), h.Title))];
    }

    private static FindInTasks Finder(World world, TaskListDbContext db, Actor by)
    {
        var lists = new ReadLists(db, by, world.Options, world.Clock);
        return new(
            db, by, lists, new ReadProjects(db, lists, world.Options, by), new ReadLetters(db, by, lists), new ReadCirculars(db, by, world.Clock), new ReadRounds(db, by, lists),
            new ReadInspections(db, by, lists, new ReadProblems(db, by, world.Options, world.Clock)));
    }
}
