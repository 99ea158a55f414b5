using System.Globalization;
using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Organisations.ImportDirectory;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Idempotency;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Organisations.ImportDirectory.ImportDirectory;

namespace Commerce.Organisations.Tests.ImportDirectory;

public sealed class ImportDirectoryTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Units_and_accounts_of_one_file_are_saved_together_in_any_order_of_rows(DatabaseProvider provider)
    {
        await using var office = await Office.WithFiles(provider);
        var file = Book(
            Units(["桥隧科", "养护科", "处室", "", "", "2"], ["养护科", "公路局", "处室", "否", "", "1"], ["公路局", "", "", "", "", "77"]),
            Accounts(["zhao.qs", "赵桥隧", "桥隧科", "采购、保管员", ""], ["buyer", "新名字", "", "", ""]));

        var preview = await Look(office, "admin", file);
        Assert.Equal("桥隧科 New,养护科 New,公路局 Changed,赵桥隧（zhao.qs） New", string.Join(',', preview.Rows.Take(4).Select(r => $"{r.Subject} {r.Fate}")));
        Assert.Equal(RowFate.Changed, preview.Rows[4].Fate);
        Assert.Equal([("zhao.qs", "赵桥隧")], preview.NewAccounts);
        await using (var before = office.Db())
        {
            Assert.False(await before.Units.AnyAsync(u => u.Name == "养护科"));
        }

        var outcome = await Save(office, "admin", "k1", preview.FileId, new FirstPassword("zhao.qs", "first password"));

        Assert.Null(outcome.Error);
        await using var db = office.Db();
        var bridge = await db.Units.SingleAsync(u => u.Name == "桥隧科");
        var upkeep = await db.Units.SingleAsync(u => u.Name == "养护科");
        Assert.Equal((upkeep.Id, Office.Unit("公路局")), (bridge.ParentId!.Value, upkeep.ParentId!.Value));
        Assert.Equal(77, (await db.Units.SingleAsync(u => u.Name == "公路局")).Position);
        Assert.Equal("新名字", (await db.Users.SingleAsync(u => u.UserName == "buyer")).DisplayName);
        var person = await db.Users.SingleAsync(u => u.UserName == "zhao.qs");
        Assert.Equal([Role.Buyer, Role.Keeper], await db.RoleAssignments.Where(r => r.UserId == person.Id && r.UnitId == bridge.Id).Select(r => r.Role).OrderBy(r => r).ToListAsync());
        Assert.DoesNotContain("first password", person.PasswordHash, StringComparison.Ordinal);
        Assert.True((await office.ActorOf("zhao.qs")).Can("order.request", bridge.Id));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_file_again_changes_nothing_and_neither_does_the_same_key(DatabaseProvider provider)
    {
        await using var office = await Office.WithFiles(provider);
        var file = Book(Units(["养护科", "公路局", "处室", "", "", ""]), Accounts(["li.yh", "李养护", "养护科", "采购", ""]));
        var first = await Look(office, "admin", file);
        Assert.Null((await Save(office, "admin", "k1", first.FileId, new FirstPassword("li.yh", "first password"))).Error);

        var replay = await Save(office, "admin", "k1", first.FileId, new FirstPassword("li.yh", "first password"));
        var again = await Look(office, "admin", file);
        var (second, stated) = await office.As("admin", async s =>
            (await s.GetRequiredService<Handler>().Handle(new Input("k2", again.FileId), default), Office.Stated(s.GetRequiredService<OrganisationsDbContext>())));

        Assert.True(replay.Replayed);
        Assert.All(again.Rows, r => Assert.Equal(RowFate.Same, r.Fate));
        Assert.Null(second.Error);
        Assert.Empty(stated);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_downloaded_and_handed_in_unchanged_changes_nothing(DatabaseProvider provider)
    {
        await using var office = await Office.WithFiles(provider);
        var admin = await office.ActorOf("admin");
        var template = Sheets.Template(await office.Directory.Read(default), admin.UnitsWhere(Platform.People.Capability.OrganisationManage).ToHashSet());

        var preview = await Look(office, "admin", template);

        Assert.All(preview.Rows, r => Assert.Equal(RowFate.Same, r.Fate));
        Assert.True(preview.Rows.Count > 30, $"only {preview.Rows.Count} rows");
    }

    [SkippableFact]
    public async Task One_wrong_row_keeps_all_others_out_and_the_refusal_names_its_number()
    {
        await using var office = await Office.WithFiles(DatabaseProvider.Sqlite);
        var preview = await Look(office, "admin", Book(Units(["养护科", "公路局", "处室", "", "", ""], ["桥隧科", "公路局", "科室", "", "", ""])));
        Assert.Equal(RowFate.New, preview.Rows[0].Fate);

        var outcome = await Save(office, "admin", "k1", preview.FileId);

        Assert.Equal(ErrorCode.Invalid, outcome.Error!.Code);
        Assert.Contains("单位第 5 行：类型要写：处室、厅直单位", outcome.Error.Chinese, StringComparison.Ordinal);
        Assert.Contains("row 5", outcome.Error.English, StringComparison.Ordinal);
        await using var db = office.Db();
        Assert.False(await db.Units.AnyAsync(u => u.Name == "养护科"));
    }

    /// <summary>Each row alone in a file, and what is said of it.</summary>
    public static TheoryData<string, string> WrongRows => new()
    {
        { "u|养护科|没有的局|处室|||", "没有名为“没有的局”的单位" },
        { "u|养护科|公路局||||", "类型要写" },
        { "u|养护科|公路局|处室|对||", "只能写“是”或“否”" },
        { "u|养护科|公路局|处室|||一", "次序应是 0 到 9999 的整数" },
        { "u|养护科|公路局|处室|||10000", "次序应是 0 到 9999 的整数" },
        { "u|养护科||处室|||", "只有厅本级和地方主管部门没有上级单位" },
        { "u|第二厅||厅本级|||", "厅本级只有一个" },
        { "u|省交通运输厅||处室|||", "只有厅本级和地方主管部门没有上级单位" },
        { "u||公路局|处室|||", "单位名称应为 1 至 100 个字" },
        { "a|有 空格|张三|公路局||", "用户名应为" },
        { "a||张三|公路局||", "用户名应为" },
        { "a|zs||公路局||", "姓名应为" },
        { "a|zs|张三|||", "新账号要写所在单位" },
        { "a|zs|张三|没有的局||", "没有名为“没有的局”的单位" },
        { "a|zs|张三|公路局|局长|", "没有岗位“局长”" },
        { "a|zs|张三|公路局||是", "“停用”只能对已有的账号" },
        { "a|buyer|||采购|停", "“停用”只能对已有的账号" },
        { "a|admin||||是", "不能停用自己的账号" },
    };

    [SkippableTheory, MemberData(nameof(WrongRows))]
    public async Task A_row_that_cannot_be_taken_is_told_what_is_wrong(string row, string says)
    {
        await using var office = await Office.WithFiles(DatabaseProvider.Sqlite);
        var cells = row.Split('|')[1..];

        var preview = await Look(office, "admin", Book(row[0] == 'u' ? Units(cells) : Accounts(cells)));

        var verdict = Assert.Single(preview.Rows);
        Assert.Equal(RowFate.Wrong, verdict.Fate);
        Assert.Contains(says, verdict.Chinese, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}{8}", verdict.English);
    }

    [SkippableFact]
    public async Task The_same_unit_or_user_name_twice_in_a_file_is_refused()
    {
        await using var office = await Office.WithFiles(DatabaseProvider.Sqlite);

        var preview = await Look(office, "admin", Book(
            Units(["养护科", "公路局", "处室", "", "", ""], ["养护科", "公路局", "处室", "", "", "3"]), Accounts(["zs", "张三", "公路局", "", ""], ["ZS", "张四", "公路局", "", ""])));

        Assert.Equal([RowFate.New, RowFate.Wrong, RowFate.New, RowFate.Wrong], preview.Rows.Select(r => r.Fate));
        Assert.Contains("与第 4 行是同一个单位", preview.Rows[1].Chinese, StringComparison.Ordinal);
        Assert.Contains("用户名与第 4 行相同", preview.Rows[3].Chinese, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_unit_whose_name_stands_in_two_places_is_named_with_the_one_above()
    {
        await using var office = await Office.WithFiles(DatabaseProvider.Sqlite);
        var set = await Look(office, "admin", Book(Units(["办公室", "公路局", "处室", "", "", ""])));
        Assert.Null((await Save(office, "admin", "k1", set.FileId)).Error);

        var preview = await Look(office, "admin", Book(Accounts(["a1", "甲", "办公室", "", ""], ["a2", "乙", "公路局/办公室", "", ""])));

        Assert.Equal([RowFate.Wrong, RowFate.New], preview.Rows.Select(r => r.Fate));
        Assert.Contains("请写成“上级/办公室”", preview.Rows[0].Chinese, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_administrator_of_one_unit_imports_nothing_into_another()
    {
        await using var office = await Office.WithFiles(DatabaseProvider.Sqlite);
        var opened = await Look(office, "admin", Book(Accounts(["sub", "分管理员", "公路局", "管理员", ""])));
        Assert.Null((await Save(office, "admin", "k1", opened.FileId, new FirstPassword("sub", "first password"))).Error);

        var preview = await Look(office, "sub", Book(
            Units(["养护科", "公路局", "处室", "", "", ""], ["车队", "运输局", "处室", "", "", ""], ["运输局", "", "", "", "", "9"]),
            Accounts(["x1", "甲", "养护科", "采购", ""], ["x2", "乙", "运输局", "", ""], ["admin", "改名", "", "", ""])));

        Assert.Equal([RowFate.New, RowFate.Wrong, RowFate.Wrong, RowFate.New, RowFate.Wrong, RowFate.Wrong], preview.Rows.Select(r => r.Fate));
        var outcome = await office.As("admin", s => s.GetRequiredService<Handler>().Handle(new Input("k2", preview.FileId), default));
        Assert.Equal(ErrorCode.NotFound, outcome.Error!.Code);
    }

    [SkippableFact]
    public async Task An_account_is_disabled_by_the_list_kept_with_its_papers_and_stays_so()
    {
        await using var office = await Office.WithFiles(DatabaseProvider.Sqlite);
        var file = Book(Accounts(["buyer", "", "", "", "是"]));
        var preview = await Look(office, "admin", file);
        Assert.Equal(RowFate.Changed, preview.Rows[0].Fate);
        Assert.Null((await Save(office, "admin", "k1", preview.FileId)).Error);

        await using var db = office.Db();
        Assert.True((await db.Users.SingleAsync(u => u.UserName == "buyer")).Disabled);
        Assert.Equal(RowFate.Same, (await Look(office, "admin", file)).Rows[0].Fate);
        Assert.Equal(RowFate.Wrong, (await Look(office, "admin", Book(Accounts(["buyer", "", "", "", "否"])))).Rows[0].Fate);
        Assert.Equal(RowFate.Wrong, (await Look(office, "admin", Book(Accounts(["buyer", "别名", "", "", ""])))).Rows[0].Fate);
    }

    [SkippableFact]
    public async Task A_new_account_without_a_first_password_of_ten_characters_is_not_opened()
    {
        await using var office = await Office.WithFiles(DatabaseProvider.Sqlite);
        var preview = await Look(office, "admin", Book(Accounts(["zs", "张三", "公路局", "", ""])));

        var none = await Save(office, "admin", "k1", preview.FileId);
        var small = await Save(office, "admin", "k2", preview.FileId, new FirstPassword("zs", "short"));

        Assert.Contains("“zs”还没有初始密码", none.Error!.Chinese, StringComparison.Ordinal);
        Assert.Equal(none.Error.Chinese, small.Error!.Chinese);
        await using var db = office.Db();
        Assert.False(await db.Users.AnyAsync(u => u.UserName == "zs"));
    }

    [SkippableFact]
    public async Task More_than_three_hundred_new_accounts_at_once_are_refused()
    {
        await using var office = await Office.WithFiles(DatabaseProvider.Sqlite);
        var many = Accounts([.. Enumerable.Range(1, 301).Select(i => new[] { $"n{i.ToString(CultureInfo.InvariantCulture)}", "某人", "公路局", "", "" })]);

        var looked = await office.As("admin", s => s.GetRequiredService<PreviewDirectory>().Take("名单.xlsx", Book(many), default));

        Assert.Contains("一次最多新开 300 个账号", looked.Error!.Chinese, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_table_of_something_else_and_one_without_rows_are_refused()
    {
        await using var office = await Office.WithFiles(DatabaseProvider.Sqlite);

        var other = await office.As("admin", s => s.GetRequiredService<PreviewDirectory>().Take("名单.xlsx", Book(new PaperTable("价格", [new("品名", 10), new("单价", 10)], [])), default));
        var empty = await office.As("admin", s => s.GetRequiredService<PreviewDirectory>().Take("名单.xlsx", Book(Units(), Accounts()), default));

        Assert.Contains("没有找到表头：要有一行写着“单位名称、上级单位”或“用户名、姓名”", other.Error!.Chinese, StringComparison.Ordinal);
        Assert.Contains("一行也没有填", empty.Error!.Chinese, StringComparison.Ordinal);
    }

    private static byte[] Book(params PaperTable[] tables) => XlsxFile.Of(tables);

    private static PaperTable Units(params string[][] rows) => Table("单位", ["单位名称", "上级单位", "类型", "预算单位", "厅外", "次序"], rows);

    private static PaperTable Accounts(params string[][] rows) => Table("账号", ["用户名", "姓名", "所在单位", "岗位", "停用"], rows);

    private static PaperTable Table(string title, string[] heads, string[][] rows) =>
        new(title, [.. heads.Select(h => new PaperColumn(h, 20))], rows.Select(r => new PaperRow([.. r.Select(c => (PaperCell)c)])));

    private static async Task<DirectoryPreview> Look(Office office, string who, byte[] file)
    {
        var looked = await office.As(who, s => s.GetRequiredService<PreviewDirectory>().Take("名单.xlsx", file, default));
        Assert.Null(looked.Error);
        return looked.Value;
    }

    private static Task<Outcome> Save(Office office, string who, string key, Guid file, params FirstPassword[] passwords) =>
        office.As(who, s => s.GetRequiredService<Handler>().Handle(new Input(key, file, passwords), default));
}
