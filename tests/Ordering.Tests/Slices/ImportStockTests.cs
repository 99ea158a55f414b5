using System.Data.Common;
using Commerce.Contracts.Catalog;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.ImportStock;
using Commerce.Ordering.Stocks;
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
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>What came and what was counted, out of a workbook: all of it or nothing. Today is 10 June 2026 in China.</summary>
public sealed class ImportStockTests
{
    private static readonly Guid Rice = Guid.NewGuid();
    private static readonly Guid Side = Guid.NewGuid();

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_came_and_what_was_counted_is_saved_together_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await using var house = await TestDatabase<PlatformDbContext>.Create(provider, "platform");
        var (came, counted, left) = (await Offer(world), await Offer(world, 94), await Offer(world, 5));
        var batch = Guid.NewGuid();
        await world.Learn(new BatchRecorded(batch, 1, Rice, null, Guid.NewGuid(), Team, "MD-7", "ABCDEFGHJK", null, new(2026, 6, 1), new(2026, 9, 1), null, null, true));
        var file = Book(Row(came, 0, received: "100.5", batch: "MD-7"), Row(counted, 94, counted: "90", cause: "短少", note: "清点"), Row(left, 5));

        var preview = await Look(world, house, file);
        Assert.Equal([RowFate.Changed, RowFate.Changed, RowFate.Same], preview.Rows.Select(r => r.Fate));
        Assert.Equal(["进货 100.5 斤", "盘点：94 斤 → 90 斤", "没有填，不改"], preview.Rows.Select(r => r.Chinese));
        Assert.Equal([0m, 94m, 5m], await OnHand(world, came, counted, left));
        Assert.Equal(0, await world.Ask(db => db.StockMovements.CountAsync(m => m.OfferId == came || m.Kind == MovementKind.Counted)));

        Done(await Save(world, house, "k1", preview.FileId));
        Assert.True((await Save(world, house, "k1", preview.FileId)).Replayed);
        Assert.Equal([100.5m, 90m, 5m], await OnHand(world, came, counted, left));
        var moved = await world.Ask(db => db.StockMovements.AsNoTracking().Where(m => m.OfferId == came || m.Kind == MovementKind.Counted).ToListAsync());
        Assert.Equal([(MovementKind.Received, batch, new DateOnly(2026, 9, 1), default(LossCause?)), (MovementKind.Counted, null, null, LossCause.Missing)], moved.OrderBy(m => m.Kind).Select(m => (m.Kind, m.BatchId, m.ExpiresOn, m.Cause)));

        // Counted once more from the same paper: what stood there is another by now.
        Assert.Contains("“账面”一列：盘点期间", (await Look(world, house, file)).Rows[1].Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_row_wrong_nothing_moves_and_each_wrong_row_is_told_its_column()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
        Done(await world.Budget(10_000));
        var (good, held) = (await Offer(world), await Offer(world, 20));
        Done(await world.Order([(held, 15, MeasureUnit.Jin)]));
        await world.Learn(new BatchRecorded(Guid.NewGuid(), 1, Rice, null, Guid.NewGuid(), Team, "MD-8", "ABCDEFGHJM", null, new(2026, 6, 1), null, new(2026, 6, 9), "霉变", true));
        Task<Guid> Next() => Offer(world, 10);
        var rows = new[]
        {
            (Row(good, 0, received: "7"), ""),
            (Row(good, 0, received: "8"), "“编号”一列：与第 4 行是同一个商品"),
            (Row(Guid.NewGuid(), 0, received: "1"), "“编号”一列：没有这个编号"),
            (Row(await Next(), 10, received: "1", unit: "公斤"), "“计量”一列：它按斤计数"),
            (Row(await Next(), 10, received: "1", counted: "1"), "“盘点”一列：一行只填进货或盘点中的一样"),
            (Row(await Next(), 10, received: "0"), "“进货”一列：“大米”按斤计数"),
            (Row(await Next(), 10, received: "一百"), "“进货”一列：“大米”按斤计数"),
            (Row(await Next(), 10, received: "1.0005"), "“进货”一列：数量最多写三位小数"),
            (Row(await Next(), 10, counted: "10.0005"), "“盘点”一列：数量最多写三位小数"),
            (Row(await Next(), 10, received: "1", batch: "MD-8"), "“批次”一列：“大米”"),
            (Row(await Next(), 10, received: "1", expires: "年底"), "“保质到”一列：看不懂日期"),
            (Row(await Next(), 10, received: "1", expires: "2026-06-09"), "“保质到”一列：“大米”这一批已经过期"),
            (Row(await Next(), 10, received: "1", batch: "没有"), "“批次”一列：这个商品没有编号为“没有”的批次"),
            (Row(await Next(), 10, received: "1", note: new string('字', 201)), "“说明”一列：说明最多 200 字"),
            (Row(await Next(), 10, counted: "-1"), "“盘点”一列：“大米”按斤计数"),
            (Row(await Next(), 10, counted: "十"), "“盘点”一列：“大米”按斤计数"),
            (Row(await Next(), 9, counted: "9"), "“账面”一列：盘点期间"),
            (Row(await Next(), 10, counted: "9"), "“盘亏原因”一列：盘点比账面少"),
            (Row(await Next(), 10, counted: "9", cause: "丢了"), "“盘亏原因”一列：要写：变质、破损、过期、短少"),
            (Row(held, 20, counted: "14", cause: "短少"), "“盘点”一列："),
        };

        var preview = await Look(world, house, Book([.. rows.Select(r => r.Item1)]));
        var outcome = await Save(world, house, "k1", preview.FileId);

        Assert.All(preview.Rows.Zip(rows), t => Assert.True(t.Second.Item2.Length == 0 ? t.First.Fate == RowFate.Changed : t.First.Fate == RowFate.Wrong && t.First.Chinese.Contains(t.Second.Item2, StringComparison.Ordinal), $"{t.Second.Item2}: {t.First}"));
        Assert.Contains($"有 {rows.Length - 1} 行不对，所以一行也没有保存", outcome.Error!.Chinese, StringComparison.Ordinal);
        Assert.Equal([0m, 20m], await OnHand(world, good, held));
        Assert.Contains("超过 2000 行", (await Try(world, house, world.Supplier, Book([.. Enumerable.Repeat(Row(good, 0), 2001)]))).Error!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_there_is_read_once_however_many_rows_there_are()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        List<Guid> offers = [];
        for (var i = 0; i < 24; i++)
        {
            offers.Add(await Offer(world, 10));
        }

        Assert.Equal(await Commands(4) + 20, await Commands(24));

        async Task<int> Commands(int rows)
        {
            var counter = new CommandCounter();
            await using var db = world.Open(counter);
            await db.InTransaction(async _ => (await Laying(world, db, world.Supplier).Lay(Book([.. offers.Take(rows).Select((o, i) => i % 2 == 0 ? Row(o, 10, received: "1") : Row(o, 10, counted: "10"))]), "库存.xlsx", default)).Value.Rows.Count, default);
            return counter.Seen;
        }
    }

    [Fact]
    public async Task What_is_downloaded_and_handed_in_unchanged_changes_nothing_and_nobody_else_can_hand_it_in()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        await using var house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
        await Offer(world, 12.5m);
        var form = StockBook.Template(await world.Ask(db => new ReadStock(db, world.Supplier, world.Clock, new OrderingOptions()).Read(null, null, default)));

        var preview = await Look(world, house, form);
        Assert.Equal(RowFate.Same, Assert.Single(preview.Rows).Fate);

        var stranger = Someone("别人", Unit, Capability.StockWrite);
        Assert.Contains("库存不归您管", (await Try(world, house, stranger, form)).Value.Rows.Single().Chinese, StringComparison.Ordinal);
        Refused(ErrorCode.NotFound, await Save(world, house, "k", preview.FileId, stranger));
        Assert.Equal(ErrorCode.Forbidden, (await Try(world, house, world.Officer, form)).Error!.Code);
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        public int Seen { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Seen++;
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Seen++;
            return new(result);
        }
    }

    private static Task<Guid> Offer(World world, decimal stock = 0) => world.Offer(o => o with { ProductId = Rice, OutletId = Side, ProductName = "大米" }, stock: stock);

    private static PaperRow Row(
        Guid offer, decimal onHand, string received = "", string expires = "", string batch = "", string counted = "", string cause = "", string note = "", string unit = "斤") =>
        new(["专柜", "大米", "散装", unit, onHand, received, expires, batch, counted, cause, note, NodeId.Encode("off", offer)]);

    private static byte[] Book(params PaperRow[] rows) => XlsxFile.Of(new PaperTable(
        "库存",
        [.. new[] { "销售点", "商品", "规格", "计量", "账面", "进货", "保质到", "批次", "盘点", "盘亏原因", "说明", "编号" }.Select(h => new PaperColumn(h, 20, h == "账面" ? PaperFigure.Quantity : PaperFigure.Text))],
        rows));

    private static async Task<decimal[]> OnHand(World world, params Guid[] offers)
    {
        var stocks = await world.Ask(db => db.Stocks.AsNoTracking().Where(s => offers.Contains(s.OfferId)).ToListAsync());
        return [.. offers.Select(o => new Quantity(stocks.Single(s => s.OfferId == o).OnHandMilli, MeasureUnit.Jin).Value)];
    }

    private static async Task<StockPreview> Look(World world, TestDatabase<PlatformDbContext> house, byte[] file)
    {
        var looked = await Try(world, house, world.Supplier, file);
        Assert.Null(looked.Error);
        return looked.Value;
    }

    private static async Task<Result<StockPreview>> Try(World world, TestDatabase<PlatformDbContext> house, Actor actor, byte[] file)
    {
        await using var db = world.Open();
        await using var platform = house.Open();
        return await new PreviewStock(db, Laying(world, db, actor), Files(world, platform, actor)).Take("库存.xlsx", file, default);
    }

    private static async Task<Outcome> Save(World world, TestDatabase<PlatformDbContext> house, string key, Guid file, Actor? by = null)
    {
        await using var platform = house.Open();
        return await world.Do(by ?? world.Supplier, (db, once, actor) =>
            new Ordering.ImportStock.ImportStock.Handler(db, Laying(world, db, actor), once, Files(world, platform, actor)).Handle(new(key, file), default));
    }

    private static StockImport Laying(World world, OrderingDbContext db, Actor actor) =>
        new(db, actor, world.Clock, new ReceiveStock.Handler(db, null!, actor, world.Clock), new CountStock.Handler(db, null!, actor, world.Clock));

    private static FileStore Files(World world, PlatformDbContext platform, Actor actor) => new(
        platform, actor, [new FileRule(Ordering.ImportStock.ImportStock.Files, [FileKind.Xlsx], a => a.Can(Capability.StockWrite), (_, _, _, _) => Task.FromResult(false))], new FileStoreOptions(), null!, world.Clock);
}
