using Commerce.Ordering.Budgets;
using Commerce.Ordering.Domain;
using Commerce.Ordering.ImportBudgets;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class ImportBudgetsTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Opening_budgets_are_saved_together_once_and_the_same_file_again_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await using var house = await TestDatabase<PlatformDbContext>.Create(provider, "platform");
        Done(await world.Budget(10_000m));
        var file = Book(["公路局", "2026", "食堂经费", "12,000.50"], ["公路局", "2026年", "工会经费", 3_000m], ["运输局", "2027", "食堂经费", "0.1"], ["公路局", "2027", "食堂经费", ""]);

        var preview = await Look(world, house, file);
        Assert.Equal([RowFate.Changed, RowFate.New, RowFate.New, RowFate.Same], preview.Rows.Select(r => r.Fate));
        Assert.Equal("10000.00 → 12000.50 元", preview.Rows[0].Chinese);
        Assert.Equal(10_000m, (await world.BudgetNow()).Limit);
        Done(await Save(world, house, "k1", preview.FileId));
        var replay = await Save(world, house, "k1", preview.FileId);

        Assert.True(replay.Replayed);
        Assert.Equal((12_000.50m, 3_000m), ((await world.BudgetNow()).Limit, (await world.BudgetNow(FundingSource.Union)).Limit));
        await using var db = world.Open();
        Assert.Equal(10L, await db.Budgets.Where(b => b.UnitId == Other && b.Year == 2027).Select(b => b.LimitFen).SingleAsync());
        Assert.All((await Look(world, house, file)).Rows, r => Assert.Equal(RowFate.Same, r.Fate));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task One_wrong_row_keeps_all_others_out(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await using var house = await TestDatabase<PlatformDbContext>.Create(provider, "platform");
        Done(await world.Budget(10_000m));
        Done(await world.Order([(await world.Offer(), 100, MeasureUnit.Jin)]));

        var preview = await Look(world, house, Book(["公路局", "2026", "工会经费", "5"], ["公路局", "2026", "食堂经费", "559.99"]));
        var outcome = await Save(world, house, "k1", preview.FileId);

        Assert.Contains("年度预算第 5 行：已用和已占 560.00 元，预算不能比它低", outcome.Error!.Chinese, StringComparison.Ordinal);
        await using var db = world.Open();
        Assert.Equal(1, await db.Budgets.CountAsync(b => b.UnitId == Unit));
    }

    [SkippableTheory]
    [InlineData("没有的局", "2026", "食堂经费", "1", "没有名为“没有的局”、归您管理预算的单位")]
    [InlineData("包保帮扶工作队", "2026", "食堂经费", "1", "归您管理预算的单位")]
    [InlineData("公路局", "26", "食堂经费", "1", "年度应是四位数")]
    [InlineData("公路局", "今年", "食堂经费", "1", "年度应是四位数")]
    [InlineData("公路局", "2026", "罚没款", "1", "资金来源要写：食堂经费、工会经费")]
    [InlineData("公路局", "2026", "食堂经费", "一万", "预算应是不小于零的数")]
    [InlineData("公路局", "2026", "食堂经费", "-1", "预算应是不小于零的数")]
    [InlineData("公路局", "2026", "食堂经费", "1.001", "预算应是不小于零的数")]
    [InlineData("公路局", "2026", "食堂经费", "99999999999", "预算应是不小于零的数")]
    public async Task A_row_that_cannot_be_taken_is_told_what_is_wrong(string unit, string year, string fund, string limit, string says)
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");

        var verdict = Assert.Single((await Look(world, house, Book([unit, year, fund, limit]))).Rows);

        Assert.Equal(RowFate.Wrong, verdict.Fate);
        Assert.Contains(says, verdict.Chinese, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_same_budget_twice_in_a_file_is_refused()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");

        var rows = (await Look(world, house, Book(["公路局", "2026", "食堂经费", "1"], ["公路局", "2026", "食堂经费", "2"]))).Rows;

        Assert.Equal([RowFate.New, RowFate.Wrong], rows.Select(r => r.Fate));
        Assert.Contains("与第 4 行是同一项预算", rows[1].Chinese, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_is_downloaded_and_handed_in_unchanged_changes_nothing()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
        Done(await world.Budget(10_000.05m));
        await using var db = world.Open();

        var preview = await Look(world, house, BudgetSheet.Template(await new ReadBudgets(db, world.Officer, world.Clock).Read(null, default)));

        Assert.Equal(6, preview.Rows.Count);
        Assert.All(preview.Rows, r => Assert.Equal(RowFate.Same, r.Fate));
    }

    private static byte[] Book(params PaperCell[][] rows) => XlsxFile.Of(new PaperTable(
        "年度预算", [new("单位", 20), new("年度", 20), new("资金来源", 20), new("预算（元）", 20, PaperFigure.Money)], rows.Select(r => new PaperRow(r))));

    private static async Task<BudgetsPreview> Look(World world, TestDatabase<PlatformDbContext> house, byte[] file)
    {
        await using var db = world.Open();
        await using var platform = house.Open();
        var looked = await new PreviewBudgets(db, new BudgetImport(db, world.Officer, world.Clock), Files(world, platform)).Take("预算.xlsx", file, default);
        Assert.Null(looked.Error);
        return looked.Value;
    }

    private static async Task<Outcome> Save(World world, TestDatabase<PlatformDbContext> house, string key, Guid file)
    {
        await using var platform = house.Open();
        return await world.Do(world.Officer, (db, once, actor) =>
            new Ordering.ImportBudgets.ImportBudgets.Handler(db, new BudgetImport(db, actor, world.Clock), once, actor, Files(world, platform)).Handle(new(key, file), default));
    }

    private static FileStore Files(World world, PlatformDbContext platform) => new(
        platform, world.Officer,
        [new FileRule(Ordering.ImportBudgets.ImportBudgets.Files, [FileKind.Xlsx], a => a.Can(Capability.BudgetManage), (_, _, _, _) => Task.FromResult(false))],
        new FileStoreOptions(), new ServiceCollection().BuildServiceProvider(), world.Clock);
}
