using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Identity;

namespace Commerce.Organisations.ImportDirectory;

/// <summary>Lays the rows of the sheet of accounts over the accounts; the caller saves, or drops it when it only wanted to look.</summary>
/// <param name="db">Where changes are stated.</param>
/// <param name="actor">Whose people these must be.</param>
/// <param name="finder">All units, those of this file too.</param>
/// <param name="users">Knows what a user name may be.</param>
/// <param name="now">The moment.</param>
internal sealed class AccountRows(OrganisationsDbContext db, Actor actor, UnitFinder finder, UserManager<User> users, DateTimeOffset now)
{
    private readonly Dictionary<string, int> seen = [];
    private readonly Dictionary<string, User> known = db.Users.Local.ToDictionary(u => u.NormalizedUserName!);
    private readonly ILookup<Guid, RoleAssignment> roles = db.RoleAssignments.Local.ToLookup(r => r.UserId);

    /// <summary>Those that the rows open, still without a password.</summary>
    public List<User> Opened { get; } = [];

    public IReadOnlyList<RowVerdict> Apply(FilledTable table) => [.. table.Rows.Select(Take)];

    private RowVerdict Take(FilledRow row)
    {
        if (row.Unusable is { } unusable)
        {
            return Wrong(row, unusable);
        }

        var userName = row[Sheets.UserName];
        if (userName.Length is 0 or > User.NameLength || !userName.All(users.Options.User.AllowedUserNameCharacters.Contains))
        {
            return Wrong(row, OrganisationsErrors.UserName);
        }

        var normalized = users.NormalizeName(userName)!;
        if (!seen.TryAdd(normalized, row.Number))
        {
            return Wrong(row, ($"用户名与第 {seen[normalized]} 行相同。请只留一行，或换一个用户名。", $"The user name stands in row {seen[normalized]} too. Keep one row, or change the name."));
        }

        var user = known.GetValueOrDefault(normalized);
        if (user is not null && !actor.Can(Capability.OrganisationManage, user.HomeUnitId))
        {
            return Wrong(row, OrganisationsErrors.UserNameTaken(userName));
        }

        if (row[Sheets.Person].Length > User.NameLength || (user is null && row[Sheets.Person].Length == 0))
        {
            return Wrong(row, OrganisationsErrors.DisplayName);
        }

        if (row[Sheets.Disabled] is not ("" or "是" or "否") || (user is null && row[Sheets.Disabled] == "是"))
        {
            return Wrong(row, ("“停用”只能对已有的账号写“是”，否则空着。", "停用 holds 是 for an existing account, or nothing."));
        }

        return Home(row, user) is { Error: { } homeless } ? Wrong(row, homeless)
            : Asked(row) is { Error: { } roleless } ? Wrong(row, roleless)
            : user is null ? Open(row, userName, normalized) : Change(row, user);
    }

    private RowVerdict Open(FilledRow row, string userName, string normalized)
    {
        var user = new User
        {
            Id = Guid.CreateVersion7(now),
            UserName = userName,
            NormalizedUserName = normalized,
            DisplayName = row[Sheets.Person],
            HomeUnitId = Home(row, null).Value.Id,
            SecurityStamp = User.NewStamp(),
        };
        db.Users.Add(user);
        db.State(user, now);
        Opened.Add(user);
        var given = Assign(user, Asked(row).Value);
        var home = finder.All.First(u => u.Id == user.HomeUnitId).Name;
        return new(
            row.Sheet, row.Number, $"{user.DisplayName}（{userName}）", RowFate.New,
            $"新开账号，在{home}{(given.Count == 0 ? "，没有岗位" : "，岗位：" + string.Join('、', given))}", $"opened in {home}{(given.Count == 0 ? ", no role" : ", roles: " + string.Join(", ", given))}");
    }

    private RowVerdict Change(FilledRow row, User user)
    {
        var subject = $"{user.DisplayName}（{user.UserName}）";
        var home = Home(row, user).Value;
        List<string> changes = [];
        if (row[Sheets.Person] is { Length: > 0 } name && name != user.DisplayName)
        {
            changes.Add($"{Sheets.Person} {user.DisplayName} → {name}");
        }

        if (home.Id != user.HomeUnitId)
        {
            changes.Add($"{Sheets.Home} {finder.All.First(u => u.Id == user.HomeUnitId).Name} → {home.Name}");
        }

        var disable = row[Sheets.Disabled] == "是" && !user.Disabled;
        if (user.Disabled && (changes.Count > 0 || row[Sheets.Disabled] == "否"))
        {
            return Wrong(row, OrganisationsErrors.AlreadyDisabled);
        }

        if (disable && user.Id == actor.Id)
        {
            return Wrong(row, OrganisationsErrors.DisableYourself);
        }

        var asked = user.Disabled || disable ? [] : Asked(row).Value;
        if (asked.Count > 0 && !home.HoldsOn(Today))
        {
            return Wrong(row, ($"{home.Name}已撤销，不能再给岗位。请写现在的所在单位。", $"{home.Name} has ended; no role can be given there. Write the unit of today."));
        }

        if (asked.Exists(r => roles[user.Id].Any(a => a.Role == r && a.UnitId == home.Id && !a.HoldsOn(Today) && a.Overlaps(Today, null))))
        {
            return Wrong(row, OrganisationsErrors.RoleTwice);
        }

        if (row[Sheets.Person].Length > 0)
        {
            user.DisplayName = row[Sheets.Person];
        }

        user.HomeUnitId = home.Id;
        changes.AddRange(Assign(user, asked).Select(r => $"加岗位 {r}"));
        if (disable)
        {
            (user.Disabled, user.SecurityStamp) = (true, User.NewStamp());
            changes.Add("停用，不能恢复");
        }

        if (changes.Count == 0)
        {
            return new(row.Sheet, row.Number, subject, RowFate.Same, "与现在相同", "as it is");
        }

        if (db.Entry(user).State == Microsoft.EntityFrameworkCore.EntityState.Modified)
        {
            db.State(user, now);
        }

        return new(row.Sheet, row.Number, subject, RowFate.Changed, string.Join('；', changes), string.Join("; ", changes));
    }

    private DateOnly Today => now.DayInChina();

    /// <summary>Gives the roles that the person hasn't there; none is taken away.</summary>
    private List<string> Assign(User user, List<Role> asked)
    {
        List<string> given = [];
        foreach (var role in asked.Where(r => !roles[user.Id].Any(a => a.Role == r && a.UnitId == user.HomeUnitId && a.HoldsOn(Today))))
        {
            db.RoleAssignments.Add(new RoleAssignment { Id = Guid.CreateVersion7(now), UserId = user.Id, Role = role, UnitId = user.HomeUnitId, ValidFrom = Today });
            given.Add(Sheets.WordOf(role));
        }

        return given;
    }

    private Result<OrgUnit> Home(FilledRow row, User? user)
    {
        if (row[Sheets.Home] is not { Length: > 0 } written)
        {
            return user is null
                ? new Error(ErrorCode.Invalid, "新账号要写所在单位。", "A new account needs its home unit.")
                : finder.All.First(u => u.Id == user.HomeUnitId);
        }

        var found = finder.Find(written);
        return found.Failed || db.Entry(found.Value).State == Microsoft.EntityFrameworkCore.EntityState.Added || actor.Can(Capability.OrganisationManage, found.Value.Id)
            ? found
            : new Error(ErrorCode.NotFound, $"单位“{written}”不归您管理。请删去这一行，或找管理它的人导入。", $"The unit {written} isn't yours to manage. Remove the row, or ask its administrator.");
    }

    private static Result<List<Role>> Asked(FilledRow row)
    {
        List<Role> asked = [];
        foreach (var word in row[Sheets.RoleNames].Split(['、', ',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Sheets.Roles.TryGetValue(word, out var role))
            {
                return new Error(ErrorCode.Invalid, $"没有岗位“{word}”。可以写：{string.Join('、', Sheets.Roles.Keys)}，用顿号隔开。", $"There is no role {word}. Known are {string.Join(", ", Sheets.Roles.Keys)}, set apart by 、.");
            }

            asked.Add(role);
        }

        return asked.Distinct().ToList();
    }

    private static RowVerdict Wrong(FilledRow row, Error why) => Wrong(row, (why.Chinese, why.English));

    private static RowVerdict Wrong(FilledRow row, (string Chinese, string English) why) => new(row.Sheet, row.Number, row[Sheets.UserName], RowFate.Wrong, why.Chinese, why.English);
}
