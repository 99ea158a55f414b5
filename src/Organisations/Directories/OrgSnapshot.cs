using System.Collections.Concurrent;
using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Organisations.SignIn;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Directories;

/// <summary>Everything about units, canteens, accounts and roles as it stands on one day; immutable once built.</summary>
internal sealed class OrgSnapshot
{
    private static readonly ConcurrentDictionary<BrowserChoice, Actor> Nobodies = new();

    private readonly Dictionary<Guid, string> stamps = [];
    private readonly Dictionary<Guid, IReadOnlyDictionary<string, IReadOnlyCollection<Guid>>> reach = [];
    private readonly ConcurrentDictionary<(Guid User, bool Chinese), Actor> actors = new();

    private OrgSnapshot(long version, UnitTree tree, IReadOnlyList<OrgUnit> units, IReadOnlyList<Canteen> canteens, IReadOnlyList<UnitGroup> groups, IReadOnlyList<User> users, IReadOnlyList<RoleAssignment> roles)
    {
        (Version, Day) = (version, tree.Day);
        Units = units.ToDictionary(u => u.Id, View);
        ValidUnits = [.. Units.Values.Where(u => u.Entity.HoldsOn(Day)).OrderBy(u => u.Entity.Position).ThenBy(u => u.Name, StringComparer.Ordinal)];
        foreach (var unit in Units.Values.Where(u => u.Entity.ParentId is not null))
        {
            unit.Parent = Units.GetValueOrDefault(unit.Entity.ParentId!.Value);
        }

        foreach (var unit in Units.Values.Where(u => u.Entity.SuccessorId is not null))
        {
            unit.Successor = Units.GetValueOrDefault(unit.Entity.SuccessorId!.Value);
        }

        foreach (var unit in ValidUnits)
        {
            unit.Parent?.Children.Add(unit);
        }

        Canteens = canteens.OrderBy(c => c.Position).Select(View).OfType<CanteenView>().ToDictionary(c => c.Id);
        foreach (var canteen in Canteens.Values)
        {
            foreach (var unit in canteen.ServedUnits.Append(canteen.Unit).Distinct())
            {
                unit.Canteens.Add(canteen);
            }
        }

        Groups = groups.OrderBy(g => g.Position)
            .Select(g => new GroupView(g.Id, g.Name, g.Open, g.Sample, Day, [.. g.Members.Where(m => Units.ContainsKey(m.UnitId)).Select(m => (m, Units[m.UnitId]))]))
            .ToDictionary(g => g.Id);
        Accounts = users.Where(u => Units.ContainsKey(u.HomeUnitId))
            .Select(u => new AccountView(u.Id, u.Version, u.UserName!, u.DisplayName, Units[u.HomeUnitId], u.Language, u.LargeType, u.Disabled, u.Sample))
            .ToDictionary(u => u.Id);
        foreach (var role in roles.Where(r => Accounts.ContainsKey(r.UserId) && Units.ContainsKey(r.UnitId)).OrderBy(r => r.ValidFrom).ThenBy(r => r.Role))
        {
            var view = new RoleAssignmentView(role.Id, role.Version, role.Role, Units[role.UnitId], Accounts[role.UserId], role.ValidFrom, role.ValidTo);
            RoleAssignments[role.Id] = view;
            view.Account.Roles.Add(view);
        }

        var rolesOf = roles.ToLookup(r => r.UserId);
        foreach (var user in users.Where(u => !u.Disabled && Accounts.ContainsKey(u.Id)))
        {
            stamps[user.Id] = user.SecurityStamp!;
            reach[user.Id] = Roles.Reach(rolesOf[user.Id], tree);
        }
    }

    public long Version { get; }

    /// <summary>The day in China it was built for.</summary>
    public DateOnly Day { get; }

    /// <summary>All units, ended ones too: old papers name them.</summary>
    public Dictionary<Guid, UnitView> Units { get; }

    /// <summary>The units that exist today, in their order.</summary>
    public IReadOnlyList<UnitView> ValidUnits { get; }

    public Dictionary<Guid, CanteenView> Canteens { get; }

    public Dictionary<Guid, GroupView> Groups { get; }

    public Dictionary<Guid, AccountView> Accounts { get; }

    public Dictionary<Guid, RoleAssignmentView> RoleAssignments { get; } = [];

    public static async Task<OrgSnapshot> Load(OrganisationsDbContext db, long version, DateOnly day, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().ToListAsync(ct);
        var canteens = await db.Canteens.AsNoTracking().AsSplitQuery().Include(c => c.Terms).Include(c => c.Served).ToListAsync(ct);
        var groups = await db.Groups.AsNoTracking().Include(g => g.Members).ToListAsync(ct);
        var users = await db.Users.AsNoTracking().ToListAsync(ct);
        var roles = await db.RoleAssignments.AsNoTracking().ToListAsync(ct);
        return new OrgSnapshot(version, new UnitTree(units, day), units, canteens, groups, users, roles);
    }

    /// <summary>Nobody, as their browser wants to be spoken to.</summary>
    public static Actor Nobody(BrowserChoice browser) =>
        Nobodies.GetOrAdd(browser, b => new Actor(Guid.Empty, "", [], new Dictionary<string, IReadOnlyCollection<Guid>>(), b.Chinese) { LargeType = b.LargeType });

    /// <summary>Who signed in so; null when the account is disabled or gone, or its stamp has changed since.</summary>
    /// <param name="userId">From the token or cookie.</param>
    /// <param name="stamp">From the token or cookie.</param>
    /// <param name="browserChinese">What the browser asks for; the account's own choice goes before.</param>
    public Actor? ActorOf(Guid userId, string stamp, bool browserChinese)
    {
        if (!stamps.TryGetValue(userId, out var current) || current != stamp)
        {
            return null;
        }

        var account = Accounts[userId];
        return actors.GetOrAdd(
            (userId, account.Language is { } own ? own != "en" : browserChinese),
            key => new Actor(userId, account.Name, UnitsOf(account), reach[userId], key.Chinese)
            {
                LargeType = account.LargeType,
                OfTheWholeHouse = RolesToday(account).Where(r => r.Unit.Kind == OrgUnitKind.Department).SelectMany(r => Roles.CapabilitiesOf(r.Role)).ToHashSet(),
            });
    }

    /// <summary>A person as they would be recognised now; null when the account is disabled. For what the program does on somebody's behalf.</summary>
    public Actor? ActorOf(Guid userId) => stamps.TryGetValue(userId, out var stamp) ? ActorOf(userId, stamp, browserChinese: true) : null;

    /// <summary>The home unit first, then the units of today's roles.</summary>
    private List<Guid> UnitsOf(AccountView account) =>
    [
        .. RolesToday(account).Select(r => r.Unit).Prepend(account.HomeUnit).Distinct().Where(u => u.Entity.HoldsOn(Day)).Select(u => u.Id),
    ];

    private IEnumerable<RoleAssignmentView> RolesToday(AccountView account) => account.Roles.Where(r => r.ValidFrom <= Day && (r.ValidTo is not { } end || Day < end));

    private UnitView View(OrgUnit unit)
    {
        List<UnitName> names = [.. unit.Names.OrderBy(n => n.ValidFrom)];
        var next = unit.NextName(Day);
        return new(unit)
        {
            FormerNames = [.. names.Zip(names.Skip(1), (name, after) => new FormerName(name.Name, name.ValidFrom, after.ValidFrom)).Where(n => n.To <= Day).Reverse()],
            NextName = next?.Name,
            NextNameFrom = next?.ValidFrom,
        };
    }

    private CanteenView? View(Canteen canteen) => canteen.TermOn(Day) is { } term && Units.TryGetValue(term.UnitId, out var unit)
        ? new CanteenView(
            canteen.Id, canteen.Version, canteen.Name, unit, term.Model, canteen.Headcount, term.Contractor,
            [.. canteen.ServedOn(Day).Select(id => Units.GetValueOrDefault(id)).OfType<UnitView>().OrderBy(u => u.Entity.Position)], canteen.Sample)
        : null;
}
