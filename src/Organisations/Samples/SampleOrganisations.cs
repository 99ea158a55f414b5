using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Samples;

/// <summary>The units, groups, canteens and accounts of the demonstration (示例数据). Loaded once into an empty database.</summary>
internal sealed class SampleOrganisations(
    OrganisationsDbContext db, IPasswordHasher<User> hasher, ILookupNormalizer normalizer, DatabaseOptions database, OrgDirectory directory, OutboxBell bell, TimeProvider clock)
{
    public const string Root = "省交通运输厅";

    private const string ServiceCentre = "服务中心";

    // Before the year's first purchase, so that every sample paper finds its unit.
    private static readonly DateOnly Since = new(2020, 1, 1);

    private static readonly string[] Divisions = ["办公室", "机关党委", "综规处", "财务处", "建设处", "法规处", "运输处", "公路处", "科技处", "审计处", "审批办"];

    private static readonly string[] AffiliatedUnits = ["公路局", "运输局", "高建局", "科研所", "设计院", "驻京办", ServiceCentre];

    private static readonly IReadOnlyList<(string Name, OrgUnitKind Kind)> UnitsBelow =
    [
        .. Divisions.Select(n => (n, OrgUnitKind.Office)),
        .. AffiliatedUnits.Select(n => (n, OrgUnitKind.AffiliatedUnit)),
        ("吉高集团", OrgUnitKind.GroupCompany),
        ("包保帮扶工作队", OrgUnitKind.WorkTeam),
    ];

    private static readonly IReadOnlyList<(string Name, bool Open, string[] Members)> Groups =
    [
        ("厅机关各处室", false, Divisions),
        ("厅直各单位", false, AffiliatedUnits),
        ("其他厅直各单位", true, AffiliatedUnits),
        ("有关处室", true, Divisions),
        ("有关地方交通运输主管部门", true, []),
    ];

    private static readonly IReadOnlyList<(string Name, string Unit, CanteenModel Model, int Headcount, string? Contractor, string[] Served)> Canteens =
    [
        ("公路局食堂", "公路局", CanteenModel.Own, 180, null, []),
        ("运输局食堂", "运输局", CanteenModel.Own, 120, null, []),
        ("高建局食堂", "高建局", CanteenModel.Own, 150, null, []),
        ("科研所食堂", "科研所", CanteenModel.Own, 90, null, []),
        ("设计院食堂", "设计院", CanteenModel.Outsourced, 260, "示例餐饮公司", []),
        ("服务中心食堂", ServiceCentre, CanteenModel.Shared, 320, null, Divisions),
        ("吉高集团食堂", "吉高集团", CanteenModel.Own, 400, null, []),
        ("驻京办（无食堂）", "驻京办", CanteenModel.None, 0, null, []),
    ];

    public async Task Load(CancellationToken ct)
    {
        if (await db.Units.AnyAsync(ct) || await db.Users.AnyAsync(ct))
        {
            return;
        }

        var passwords = DemoAccounts.All.ToDictionary(a => a.UserName, _ => User.NewPassword());
        var hashes = passwords.AsParallel().ToDictionary(p => p.Key, p => hasher.HashPassword(null!, p.Value));
        var loaded = await db.InTransaction(
            async _ =>
            {
                // Two hosts may start together: the second looks again inside the transaction.
                if (await db.Units.AnyAsync(ct))
                {
                    return false;
                }

                var now = clock.GetUtcNow();
                AddUnits(now);
                AddGroups(now);
                AddCanteens(now);
                AddAccounts(hashes, now);
                await db.SaveChangesAsync(ct);

                // Before the commit: if this can't be written, nobody could ever sign in.
                await DemoAccounts.Write(database.DataFolder, passwords, ct);
                return true;
            },
            ct);
        if (loaded)
        {
            bell.Ring();
            directory.Forget();
        }
    }

    private static Guid Unit(string name) => SampleId.Of("unit", name);

    private void AddUnits(DateTimeOffset now)
    {
        List<OrgUnit> units =
        [
            new() { Id = Unit(Root), Name = Root, Kind = OrgUnitKind.Department, IsBudgetUnit = true, ValidFrom = Since, Sample = true, UpdatedAt = now },
            .. UnitsBelow.Select((u, i) => new OrgUnit
            {
                Id = Unit(u.Name),
                Name = u.Name,
                Kind = u.Kind,
                ParentId = Unit(Root),
                IsBudgetUnit = u.Kind is OrgUnitKind.AffiliatedUnit or OrgUnitKind.GroupCompany,
                ValidFrom = Since,
                Position = i + 1,
                Sample = true,
                UpdatedAt = now,
            }),
        ];
        foreach (var unit in units)
        {
            db.Units.Add(unit);
            db.State(unit, now);
        }
    }

    private void AddGroups(DateTimeOffset now)
    {
        foreach (var (index, group) in Groups.Index())
        {
            var id = SampleId.Of("group", group.Name);
            var made = new UnitGroup
            {
                Id = id,
                Name = group.Name,
                Open = group.Open,
                Position = index + 1,
                Sample = true,
                Members = [.. group.Members.Select(m => new GroupMember { GroupId = id, UnitId = Unit(m), ValidFrom = Since })],
            };
            db.Groups.Add(made);
            db.State(made, now);
        }
    }

    private void AddCanteens(DateTimeOffset now)
    {
        foreach (var (index, c) in Canteens.Index())
        {
            var canteen = new Canteen { Id = SampleId.Of("canteen", c.Name), Name = c.Name, Headcount = c.Headcount, Position = index + 1, Sample = true, UpdatedAt = now };
            if (canteen.Run(Unit(c.Unit), c.Model, c.Contractor, [.. c.Served.Select(Unit)], Since) is { Error: { } wrong })
            {
                throw new InvalidOperationException($"The sample canteen {c.Name} is refused: {wrong.English}");
            }

            db.Canteens.Add(canteen);
            db.State(canteen, now);
        }
    }

    private void AddAccounts(Dictionary<string, string> hashes, DateTimeOffset now)
    {
        foreach (var account in DemoAccounts.All)
        {
            var id = SampleId.Of("user", account.UserName);
            var user = new User
            {
                Id = id,
                UserName = account.UserName,
                NormalizedUserName = normalizer.NormalizeName(account.UserName),
                DisplayName = account.Name,
                HomeUnitId = Unit(account.Home),
                PasswordHash = hashes[account.UserName],
                SecurityStamp = User.NewStamp(),
                Sample = true,
            };
            db.Users.Add(user);
            db.State(user, now);
            db.RoleAssignments.Add(new RoleAssignment
            {
                Id = SampleId.Of("role", account.UserName),
                UserId = id,
                Role = account.Role,
                UnitId = Unit(account.RoleUnit),
                ValidFrom = Since,
            });
        }
    }
}
