using Commerce.Assistance.DaySheets;
using Commerce.Assistance.DaySheets.Import;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Tests.Months;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Assistance.Tests.DaySheets.ShopWorld;

namespace Commerce.Assistance.Tests.DaySheets;

/// <summary>A counter's sales out of a workbook become drafts, all of them or none.</summary>
public sealed class ImportDaySheetsTests
{
    private const string Here = "石头口门服务区专柜";
    private static readonly string RiceId = NodeId.Encode("prd", World.Rice);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Days_of_sales_become_drafts_once_and_take_the_place_of_a_draft_that_was_seen(DatabaseProvider provider)
    {
        await using var world = await ShopWorld.Create(provider);
        await using var house = await TestDatabase<PlatformDbContext>.Create(provider, "platform");
        var sold = (await world.Confirmed(Day, Rice(10, 60m))).Lines.Single().Id;
        var draft = (await world.Save(Day.AddDays(1), Rice(1, 6m), Other("矿泉水", 3m))).Id!.Value;
        var file = Book(
            Row(day: "2026-06-11"), Row(day: "2026年6月11日", product: "", goods: "挂面", stock: "经销", quantity: "2", unit: "袋", amount: "11.00"),
            Row(day: "2026/6/12", product: "目录外", goods: "矿泉水", stock: "", quantity: "", unit: "", amount: "1,024.00"),
            Row(day: "2026-06-12", product: "", goods: "", stock: "", quantity: "4", unit: "斤", amount: "24", refunds: NodeId.Encode("dsl", sold), reason: "顾客退货"));

        var preview = await Look(world, house, file);
        Assert.Equal([RowFate.Changed, RowFate.Changed, RowFate.New, RowFate.New], preview.Rows.Select(r => r.Fate));
        Assert.Contains("换掉草稿里的 2 行", preview.Rows[0].Chinese, StringComparison.Ordinal);
        Assert.Contains("-24.00 元，2026-06-12：新的草稿", preview.Rows[3].Chinese, StringComparison.Ordinal);
        Assert.Equal(2, await world.Months.With(db => db.DaySheets.CountAsync()));

        var done = await Save(world, house, "k1", preview);
        Assert.Null(done.Error);
        Assert.Equal(draft, done.Id);
        Assert.True((await Save(world, house, "k1", preview)).Replayed);
        var (first, second) = (await world.Sheet(draft), await Sheet(world, Day.AddDays(2)));
        Assert.Equal((DaySheetState.Draft, 71_00L, 2), (first.State, first.Total.Fen, first.Lines.Count));
        Assert.Equal([(true, GoodsStock.OnBehalf), (false, GoodsStock.Own)], first.Lines.Select(l => (l.Recognised, l.Stock)));
        Assert.Equal((DaySheetState.Draft, 1000_00L), (second.State, second.Total.Fen));
        Assert.Equal([1024_00L, -24_00L], second.Lines.Select(l => l.Amount.Fen));
        Assert.Single(await world.Entries());

        // The same file again changes nothing, and neither does its being saved.
        var again = await Look(world, house, file);
        Assert.All(again.Rows, r => Assert.Equal(RowFate.Same, r.Fate));
        Assert.Null((await Save(world, house, "k2", again)).Error);
        Assert.Equal(first.Version, (await world.Sheet(draft)).Version);
    }

    [Fact]
    public async Task With_one_row_wrong_nothing_is_saved_and_each_wrong_row_is_told_its_column()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
        await world.HandedIn(Day, Rice(1, 6m));
        var rows = new[]
        {
            (Row(day: "2026-06-20"), ""),
            (Row(outlet: "明东村供货点"), "“销售点”一列：没有名为“明东村供货点”、归您填单的专柜或超市"),
            (Row(day: "上周"), "“日期”一列：看不懂日期"),
            (Row(day: "2026-08-02"), "“日期”一列：日期应在 2020-01-01 到 2026-08-01 之间"),
            (Row(day: "2019-12-31"), "“日期”一列：日期应在"),
            (Row(day: "2026-06-10"), "已经提交或确认，不能再改"),
            (Row(product: "prd_1"), "“商品编号”一列：目录里没有这个编号"),
            (Row(goods: "挂面"), "“商品”一列：这个编号是“大米”，名称却写“挂面”"),
            (Row(product: "", goods: "矿泉水"), "“商品”一列：目录里没有“矿泉水”"),
            (Row(stock: ""), "“货源”要写：代销、经销"),
            (Row(product: "目录外", goods: "水", stock: "赊销", quantity: "", unit: ""), "“货源”要写：代销、经销"),
            (Row(day: "2026-06-21", product: "目录外", goods: "水", stock: "代销", quantity: "", unit: ""), "“商品”一列：目录外的普通商品要写名称"),
            (Row(quantity: "两三"), "“数量”一列：应是大于零的数"),
            (Row(day: "2026-06-22", quantity: "0"), "“数量”一列：数量应大于零"),
            (Row(day: "2026-06-23", quantity: ""), "“数量”一列：数量应大于零"),
            (Row(unit: "筐"), "“计量”要写：袋、盒、件、斤、公斤"),
            (Row(amount: "六十"), "“金额”一列：应是大于零的数"),
            (Row(amount: "1.005"), "“金额”一列：应是大于零的数"),
            (Row(day: "2026-06-24", amount: "0"), "“金额”一列：金额应大于零"),
            (Row(refunds: "没有", reason: "退货"), "“退款编号”一列：不是编号"),
            (Row(day: "2026-06-25", refunds: NodeId.Encode("dsl", Guid.NewGuid()), reason: "退货"), "“退款编号”一列：没有找到要退的那一行"),
            (Row(day: "2026-06-20"), "“商品编号”一列：同一产品同一种货源只写一行"),
        };

        var preview = await Look(world, house, Book([.. rows.Select(r => r.Item1)]));
        var outcome = await Save(world, house, "k1", preview);

        Assert.All(preview.Rows.Zip(rows), t => Assert.True(t.Second.Item2.Length == 0 ? t.First.Fate == RowFate.New : t.First.Fate == RowFate.Wrong && t.First.Chinese.Contains(t.Second.Item2, StringComparison.Ordinal), $"{t.Second.Item2}: {t.First}"));
        Assert.Contains($"有 {rows.Length - 1} 行不对，所以一行也没有保存", outcome.Error!.Chinese, StringComparison.Ordinal);
        Assert.Equal(1, await world.Months.With(db => db.DaySheets.CountAsync()));
    }

    [Fact]
    public async Task A_draft_that_was_written_after_the_look_is_not_replaced()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
        var (fresh, later) = (await Look(world, house, Book(Row())), Day.AddDays(1));
        var sheet = (await world.Save(later, Rice(1, 6m))).Id!.Value;
        Assert.Contains("这一天已有日销售单（第 1 版草稿）", (await Save(world, house, "k1", fresh)).Error!.Chinese, StringComparison.Ordinal);

        var seen = await Look(world, house, Book(Row()));
        Assert.Equal([new(later, 1)], seen.Drafts);
        (await world.Save(world.Clerk, later, 1, Rice(2, 12m))).Done();
        Assert.NotNull((await Save(world, house, "k2", seen)).Error);
        Assert.Equal(12_00L, (await world.Sheet(sheet)).Total.Fen);
    }

    [Fact]
    public async Task A_file_is_about_one_outlet_a_sheet_has_200_lines_and_a_file_two_months_and_2000_rows()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
        var store = Guid.NewGuid();
        await world.Ledger.Deliver(new Contracts.Catalog.OutletRecorded(store, 1, "吉高易联超市", "OWN_STORE", null, null, null, true, new(2026, 1, 1), false, false, Company));

        var two = await Look(world, house, Book(Row(), Row(outlet: "吉高易联超市")));
        Assert.Contains("“销售点”一列：与第 4 行不是同一个销售点", two.Rows[1].Chinese, StringComparison.Ordinal);
        var many = await Look(world, house, Book([.. Enumerable.Repeat(Row(), 201)]));
        Assert.All(many.Rows, r => Assert.Contains("1 到 200 行", r.Chinese, StringComparison.Ordinal));
        var days = Book([.. Enumerable.Range(0, 63).Select(i => Row(day: SalesBook.Written(new DateOnly(2026, 5, 1).AddDays(i))))]);
        Assert.Contains("最多填 62 天", (await Try(world, house, world.Clerk, days)).Error!.Chinese, StringComparison.Ordinal);
        Assert.Contains("超过 2000 行", (await Try(world, house, world.Clerk, Book([.. Enumerable.Repeat(Row(), 2001)]))).Error!.Chinese, StringComparison.Ordinal);
        Assert.Contains("没有找到表头", (await Try(world, house, world.Clerk, XlsxFile.Of(new PaperTable("别的", [new("销售点", 20)], [])))).Error!.Chinese, StringComparison.Ordinal);

        // Whoever doesn't write the counter's sheets can't import them either.
        Assert.Equal(ErrorCode.Forbidden, (await Try(world, house, world.Leader, Book(Row()))).Error!.Code);
        Assert.Contains("归您填单", (await Try(world, house, world.Stranger, Book(Row()))).Value.Rows.Single().Chinese, StringComparison.Ordinal);
        var seen = await Look(world, house, Book(Row()));
        Assert.Equal(ErrorCode.NotFound, (await Save(world, house, "k", seen, world.Stranger)).Error!.Code);
        Assert.Equal(0, await world.Months.With(db => db.DaySheets.CountAsync()));
    }

    [Fact]
    public async Task The_form_names_the_outlet_its_goods_first_and_what_may_be_refunded_and_can_be_filled_in()
    {
        await using var world = await ShopWorld.Create(DatabaseProvider.Sqlite);
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
        var line = (await world.Confirmed(Day, Rice(10, 60m))).Lines.Single().Id;
        var (goods, left) = await world.Months.With(async db =>
        {
            var read = new ReadDaySheets(db, new ReadLines(db), world.Clerk);
            return (await read.GoodsOf(Counter, default), await read.Refundable(Counter, new(2026, 8, 1), default));
        });

        Assert.Equal(["大米", "挂面"], goods.Select(g => g.Name));
        var form = SalesBook.Template(Here, new(2026, 8, 1), goods, left);
        Assert.Contains("一行也没有填", (await Try(world, house, world.Clerk, form)).Error!.Chinese, StringComparison.Ordinal);
        var sheets = FilledTable.Sheets(form, "表.xlsx", 100).Value;
        Assert.Equal(["现金销售", "填写说明", "商品目录", "可退款的销售"], sheets.Select(s => s.Name));
        Assert.Equal(RiceId, FilledTable.In(sheets, "商品编号", "名称")!.Rows[0]["商品编号"]);
        var back = FilledTable.In(sheets, "编号", "还可退数量")!.Rows.Single();
        Assert.Equal((NodeId.Encode("dsl", line), "10", "60"), (back["编号"], back["还可退数量"], back["还可退金额"]));
    }

    private static PaperRow Row(
        string outlet = Here, string day = "2026-06-11", string? product = null, string goods = "大米", string stock = "代销", string quantity = "10", string unit = "斤", string amount = "60", string refunds = "", string reason = "") =>
        new([outlet, day, product ?? RiceId, goods, stock, quantity, unit, amount, refunds, reason]);

    private static byte[] Book(params PaperRow[] rows) => XlsxFile.Of(new PaperTable(
        "现金销售", [.. new[] { "销售点", "日期", "商品编号", "商品", "货源", "数量", "计量", "金额（元）", "退款编号", "退款原因" }.Select(h => new PaperColumn(h, 20))], rows));

    private static async Task<SalesPreview> Look(ShopWorld world, TestDatabase<PlatformDbContext> house, byte[] file)
    {
        var looked = await Try(world, house, world.Clerk, file);
        Assert.Null(looked.Error);
        return looked.Value;
    }

    private static Task<Result<SalesPreview>> Try(ShopWorld world, TestDatabase<PlatformDbContext> house, Actor actor, byte[] file) => world.Months.With(async db =>
    {
        await using var platform = house.Open();
        return await new PreviewDaySheets(db, Laying(world, db, actor), Files(world, platform, actor)).Take("销售.xlsx", file, default);
    });

    private static Task<Outcome> Save(ShopWorld world, TestDatabase<PlatformDbContext> house, string key, SalesPreview preview, Actor? by = null) => world.Months.With(async db =>
    {
        var actor = by ?? world.Clerk;
        await using var platform = house.Open();
        return await new ImportDaySheets.Handler(db, world.Ledger.Once(actor), Laying(world, db, actor), Files(world, platform, actor)).Handle(new(key, preview.FileId, preview.Drafts), default);
    });

    private static Task<DaySheet> Sheet(ShopWorld world, DateOnly day) => world.Months.With(db => db.DaySheets.AsNoTracking().Include(s => s.Lines.OrderBy(l => l.Number)).SingleAsync(s => s.Day == day));

    private static DaySheetImport Laying(ShopWorld world, Data.AssistanceDbContext db, Actor actor) =>
        new(db, new ReadDaySheets(db, new ReadLines(db), actor), new ReadLines(db), new WriteSheet(db, actor, world.Ledger.Clock), world.Ledger.Clock);

    private static FileStore Files(ShopWorld world, PlatformDbContext platform, Actor actor) => new(
        platform, actor, [new FileRule(ImportDaySheets.Files, [FileKind.Xlsx], a => a.Can(Capability.DaySheetWrite), (_, _, _, _) => Task.FromResult(false))], new FileStoreOptions(), null!, world.Ledger.Clock);
}
