using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.Personal;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Personal;

/// <summary>Accounts and roles; the last administrator can't leave.</summary>
internal sealed class OrganisationsPeople(OrganisationsDbContext db, TimeProvider clock) : IPersonPart
{
    public string Module => OrganisationsModule.ModuleName;

    public IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["users"] = "账号",
        ["role_assignments"] = "岗位",
        ["sign_in_tries"] = "登录记录",
        ["person_requests"] = "个人信息申请",
        ["notice_addresses"] = "邮件提醒",
        ["mails"] = "发出的邮件",
        ["told_todos"] = "已提醒的待办",
    };

    public async Task<IReadOnlyList<Duty>> Open(Guid person, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        var root = await db.Units.Where(u => u.Kind == OrgUnitKind.Department).Select(u => u.Id).ToListAsync(ct);
        var administrators = await db.RoleAssignments
            .Where(r => r.Role == Role.Administrator && root.Contains(r.UnitId) && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo > today))
            .Where(r => db.Users.Any(u => u.Id == r.UserId && !u.Disabled)).Select(r => r.UserId).Distinct().ToListAsync(ct);
        var alone = administrators.All(a => a == person);
        return alone ? [new("此人是最后一位管理员，请先指定另一位", "this is the last administrator, name another one")] : [];
    }
}
