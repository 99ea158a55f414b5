using Commerce.Assistance.Domain;
using Commerce.Assistance.External;
using Commerce.Assistance.Rebuild;
using Commerce.Platform.Databases;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.External;

public sealed class ImportOrdersTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_row_counts_once_in_one_file_in_two_and_by_two_people(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        var book = ExternalWorld.Book(ExternalWorld.Row("8320001", 1, 1280m), ExternalWorld.Row("8320001", 2, 60.5m, village: "明东村"), ExternalWorld.Row("8320001", 1, 1280m));
        var seen = (await world.Lay(world.Buyer, book)).Value;

        var first = await world.Import(world.Buyer, book);
        var again = await world.Import(world.Liaison, book);
        var more = await world.Import(world.Office, ExternalWorld.Book(ExternalWorld.Row("8320001", 2, 60.5m, village: "明东村"), ExternalWorld.Row("8320009", 1, 9m)));

        Assert.Equal([RowFate.New, RowFate.New, RowFate.Same], seen.Rows.Select(r => r.Fate));
        Assert.Contains("与第 4 行是同一行订单", seen.Rows[2].Chinese, StringComparison.Ordinal);
        Assert.Null(first.Error);
        Assert.Equal(first.Id, again.Id);
        Assert.Null(more.Error);
        var rows = await world.Entries();
        Assert.Equal([1280_00L, 60_50L, 9_00L], rows.Select(r => r.AmountFen));
        Assert.Equal([Guid.Empty, World.Mingdong, Guid.Empty], rows.Select(r => r.VillageId));
        Assert.All(rows, r => Assert.Equal(Channel.Platform832, r.Channel));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_who_import_the_same_file_at_once_count_it_once(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        var book = ExternalWorld.Book([.. Enumerable.Range(1, 20).Select(i => ExternalWorld.Row("8320001", i, i))]);

        var outcomes = await Task.WhenAll(new[] { world.Buyer, world.Liaison, world.Office, world.Buyer }.Select(a => Task.Run(() => world.Import(a, book))));

        Assert.All(outcomes, o => Assert.Null(o.Error));
        Assert.Single(outcomes.Select(o => o.Id).Distinct());
        var rows = await world.Entries();
        Assert.Equal((20, 210_00L), (rows.Count, rows.Sum(r => r.AmountFen)));
        await using var db = world.Ledger.Open();
        Assert.Equal(20, await db.ExternalPurchases.CountAsync());
        Assert.Empty(await new CheckTotals(db).Differences(default));
    }

    [Fact]
    public async Task With_one_row_wrong_nothing_is_imported_and_each_wrong_row_is_named()
    {
        await using var world = await ExternalWorld.Create(DatabaseProvider.Sqlite);
        (await world.Import(world.Stranger, ExternalWorld.Book(ExternalWorld.Row("8329999", 1, 5m, "运输局")))).Id!.ToString();
        (await world.Import(world.Buyer, ExternalWorld.Book(ExternalWorld.Row("8328888", 1, 5m)))).Id!.ToString();
        var rows = new[]
        {
            (ExternalWorld.Row("8320001", 1, 1m), ""),
            (ExternalWorld.Row("8320002", 1, 1m, unit: "运输局"), "没有名为“运输局”"),
            (ExternalWorld.Row("8", 1, 1m), "832订单号应为"),
            (ExternalWorld.Row("8320003", 0, 1m), "832订单号应为"),
            (ExternalWorld.Row("8320004", 1, 0m), "金额应大于零"),
            (ExternalWorld.Row("8320005", 1, 1m, day: "上周"), "看不懂下单日期"),
            (ExternalWorld.Row("8320006", 1, 1m, day: "2027-01-01"), "采购日期应在"),
            (ExternalWorld.Row("8320007", 1, 1m, purpose: "办公"), "用途要写"),
            (ExternalWorld.Row("8320008", 1, 1m, village: "别村"), "没有帮扶村“别村”"),
            (ExternalWorld.Row("8320001", 1, 2m), "与第 4 行的订单号、行号相同"),
            (ExternalWorld.Row("8329999", 1, 5m), "已由别的单位登记"),
            (ExternalWorld.Row("8328888", 1, 6m), "已经登记过（2026-06-10，5.00 元）"),
        };
        var book = ExternalWorld.Book([.. rows.Select(r => r.Item1)]);

        var seen = (await world.Lay(world.Buyer, book)).Value.Rows;
        var outcome = await world.Import(world.Buyer, book);

        Assert.Equal(rows.Length - 1, seen.Count(r => r.Fate == RowFate.Wrong));
        Assert.All(seen.Zip(rows).Skip(1), p => Assert.Contains(p.Second.Item2, p.First.Chinese, StringComparison.Ordinal));
        Assert.Contains("所以一行也没有保存", outcome.Error!.Chinese, StringComparison.Ordinal);
        Assert.Contains("832订单第 5 行", outcome.Error.Chinese, StringComparison.Ordinal);
        Assert.Equal(2, (await world.Entries()).Count);
    }

    [Fact]
    public async Task What_is_no_workbook_of_orders_is_refused_and_the_form_reads_itself()
    {
        await using var world = await ExternalWorld.Create(DatabaseProvider.Sqlite);

        Assert.Equal(OfficeFileErrors.NoRows.English, (await world.Lay(world.Buyer, OrderSheet.Template())).Error!.English);
        Assert.StartsWith("没有找到表头", (await world.Lay(world.Buyer, Platform.Documents.XlsxFile.Of(new Platform.Documents.PaperTable("表", [new("单位", 9)], [])))).Error!.Chinese, StringComparison.Ordinal);
        Assert.NotNull((await world.Lay(world.Buyer, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])).Error);
        Assert.Equal(OfficeFileErrors.TooManyRows(OrderSheet.MostRows).English, (await world.Lay(world.Buyer, ExternalWorld.Book([.. Enumerable.Range(1, 2001).Select(i => ExternalWorld.Row("8320001", i, 1m))]))).Error!.English);
    }

    [Fact]
    public async Task A_row_that_resembles_our_own_goods_is_held_and_said_so_before_saving()
    {
        await using var world = await ExternalWorld.Create(DatabaseProvider.Sqlite);
        await world.Months.SackOfRice();
        var book = ExternalWorld.Book(ExternalWorld.Row("8320001", 1, 544.32m, day: "2026年6月21日", village: "明东村"));

        var seen = (await world.Lay(world.Buyer, book)).Value.Rows.Single();
        var imported = await world.Import(world.Buyer, book);

        Assert.Contains("疑似重复", seen.Chinese, StringComparison.Ordinal);
        Assert.Equal(ExternalState.Held, (await world.See(world.Buyer, imported.Id!.Value))!.Record.State);
        Assert.Single(await world.Entries());
    }
}
