using Commerce.Organisations.Domain;
using Commerce.Ui;

namespace Commerce.Organisations;

/// <summary>What people call the kinds of things in this module.</summary>
internal static class Names
{
    public static string Of(this Words w, Role role) => role switch
    {
        Role.Administrator => w["管理员", "Administrator"],
        Role.Buyer => w["采购", "Buyer"],
        Role.Approver => w["审批", "Approver"],
        Role.Keeper => w["保管员", "Keeper"],
        Role.Purchaser => w["采购员（可验收）", "Purchaser (may also accept)"],
        Role.Supplier => w["供货、代办", "Supplier"],
        Role.Officer => w["主办处室", "Officer"],
        Role.Liaison => w["联络员", "Liaison"],
        Role.Supervisor => w["督查", "Supervisor"],
        Role.Auditor => w["审计", "Auditor"],
    };

    public static string Of(this Words w, OrgUnitKind kind) => kind switch
    {
        OrgUnitKind.Department => w["厅本级", "Department"],
        OrgUnitKind.Office => w["处室", "Division"],
        OrgUnitKind.AffiliatedUnit => w["厅直单位", "Affiliated unit"],
        OrgUnitKind.GroupCompany => w["集团公司", "Company"],
        OrgUnitKind.WorkTeam => w["包保帮扶工作队", "Work team"],
        OrgUnitKind.LocalAuthority => w["地方主管部门", "Local authority"],
    };

    public static string Of(this Words w, CanteenModel model) => model switch
    {
        CanteenModel.Own => w["自办", "Own"],
        CanteenModel.Shared => w["共用", "Shared"],
        CanteenModel.Outsourced => w["承包", "Outsourced"],
        CanteenModel.None => w["无食堂", "None"],
    };

    /// <summary>From a day on, perhaps to a day.</summary>
    public static string Period(this Words w, DateOnly from, DateOnly? to) => to is { } end
        ? w[$"{w.Day(from)}起，{w.Day(end)}止", $"{w.Day(from)} until {w.Day(end)}"]
        : w[$"{w.Day(from)}起", $"since {w.Day(from)}"];
}
