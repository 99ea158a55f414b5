using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.Documents;

namespace Commerce.Organisations.ImportDirectory;

/// <summary>The workbook: heads, and the words that stand for kinds and roles. Chinese only, as the papers that such lists are copied from.</summary>
internal static class Sheets
{
    public const string UnitName = "单位名称";
    public const string Parent = "上级单位";
    public const string Kind = "类型";
    public const string BudgetUnit = "预算单位";
    public const string External = "厅外";
    public const string Position = "次序";

    public const string UserName = "用户名";
    public const string Person = "姓名";
    public const string Home = "所在单位";
    public const string RoleNames = "岗位";
    public const string Disabled = "停用";

    /// <summary>Rows of both sheets together; a province has some hundred units.</summary>
    public const int MostRows = 2_000;

    /// <summary>Each password costs a tenth of a second of hashing.</summary>
    public const int MostNewAccounts = 300;

    public static IReadOnlyDictionary<string, OrgUnitKind> Kinds { get; } = new Dictionary<string, OrgUnitKind>
    {
        ["厅本级"] = OrgUnitKind.Department,
        ["处室"] = OrgUnitKind.Office,
        ["厅直单位"] = OrgUnitKind.AffiliatedUnit,
        ["集团公司"] = OrgUnitKind.GroupCompany,
        ["包保帮扶工作队"] = OrgUnitKind.WorkTeam,
        ["地方主管部门"] = OrgUnitKind.LocalAuthority,
    };

    public static IReadOnlyDictionary<string, Role> Roles { get; } = new Dictionary<string, Role>
    {
        ["管理员"] = Role.Administrator,
        ["采购"] = Role.Buyer,
        ["审批"] = Role.Approver,
        ["保管员"] = Role.Keeper,
        ["采购员"] = Role.Purchaser,
        ["供货"] = Role.Supplier,
        ["主办处室"] = Role.Officer,
        ["联络员"] = Role.Liaison,
        ["督查"] = Role.Supervisor,
        ["审计"] = Role.Auditor,
    };

    public static string WordOf(OrgUnitKind kind) => Kinds.First(k => k.Value == kind).Key;

    public static string WordOf(Role role) => Roles.First(r => r.Value == role).Key;

    public static string WordOf(bool yes) => yes ? "是" : "否";

    /// <summary>What is on record, in the form that is taken back: handed in unchanged, it changes nothing.</summary>
    /// <param name="directory">Today's.</param>
    /// <param name="mine">The units that the person manages.</param>
    public static byte[] Template(OrgSnapshot directory, IReadOnlySet<Guid> mine) => XlsxFile.Of([Units(directory, mine), People(directory, mine), HowTo()]);

    private static PaperTable Units(OrgSnapshot directory, IReadOnlySet<Guid> mine) => new(
        "单位",
        [new(UnitName, 28), new(Parent, 28), new(Kind, 18), new(BudgetUnit, 12), new(External, 10), new(Position, 10, PaperFigure.Whole)],
        directory.ValidUnits.Where(u => mine.Contains(u.Id)).Select(u => new PaperRow(
            [u.Name, u.Parent is null ? "" : Path(u.Parent, directory), WordOf(u.Kind), WordOf(u.BudgetUnit), WordOf(u.External), u.Entity.Position])))
    {
        Left = "接着往下填，一行一个单位；怎么填见“填写说明”",
    };

    private static PaperTable People(OrgSnapshot directory, IReadOnlySet<Guid> mine) => new(
        "账号",
        [new(UserName, 20), new(Person, 16), new(Home, 28), new(RoleNames, 28), new(Disabled, 10)],
        directory.Accounts.Values.Where(a => mine.Contains(a.HomeUnit.Id) && !a.Disabled).OrderBy(a => a.HomeUnit.Entity.Position).ThenBy(a => a.UserName, StringComparer.Ordinal)
            .Select(a => new PaperRow([a.UserName, a.Name, Path(a.HomeUnit, directory), RolesAtHome(a, directory.Day), ""])))
    {
        Left = "接着往下填，一行一个人；密码不写在表里",
    };

    private static PaperTable HowTo() => new(
        "填写说明",
        [new("工作表", 10), new("列", 14), new("填什么", 66), new("例子", 22)],
        [
            Line("单位", UnitName, "必填。同一上级下不能重名。改名、合并、撤销不在这里做，到单位页面上做", "养护科"),
            Line("单位", Parent, "新单位必填（地方主管部门除外）。有重名时写成“上级/单位”。可以写本表里新设的单位", "公路局"),
            Line("单位", Kind, "新单位必填：" + string.Join('、', Kinds.Keys.Skip(1)), "处室"),
            Line("单位", BudgetUnit, "是或否；新单位不填就是否", "否"),
            Line("单位", External, "是或否；新单位不填就是否", "否"),
            Line("单位", Position, "0 到 9999，小的排在前面", "3"),
            Line("账号", UserName, "必填，字母、数字或 -._@+。已有的就是修改，没有的就是新开", "zhangsan"),
            Line("账号", Person, "新账号必填，写在单据上", "张三"),
            Line("账号", Home, "新账号必填", "养护科"),
            Line("账号", RoleNames, $"用顿号隔开，在所在单位生效：{string.Join('、', Roles.Keys)}。导入只加岗位，不减；终止岗位到人员页面上做", "采购、保管员"),
            Line("账号", Disabled, "写“是”就停用这个账号，不能恢复。有旧单据的人也只停用、不删除", ""),
        ])
    {
        Left = "已有的单位和账号，空着的格就是不改",
    };

    private static PaperRow Line(string sheet, string column, string what, string example) => new([sheet, column, what, example]);

    private static string RolesAtHome(AccountView account, DateOnly day) => string.Join(
        '、', account.Roles.Where(r => r.Unit == account.HomeUnit && r.ValidFrom <= day && (r.ValidTo is not { } end || day < end)).Select(r => WordOf(r.Role)).Distinct());

    // With what stands above it where the name alone wouldn't do.
    private static string Path(UnitView unit, OrgSnapshot directory) =>
        unit.Parent is { } above && directory.ValidUnits.Count(u => u.Name == unit.Name) > 1 ? $"{above.Name}/{unit.Name}" : unit.Name;
}
