using Commerce.SharedKernel;

namespace Commerce.Organisations;

/// <summary>The refusals of this module.</summary>
internal static class OrganisationsErrors
{
    public static Error UnitName { get; } = new Error(ErrorCode.Invalid, "单位名称应为 1 至 100 个字；没有做任何更改。", "A unit's name must have 1 to 100 characters; nothing was changed.").At("name");

    public static Error UnitPlace { get; } = new Error(ErrorCode.Invalid, "只有厅本级和地方主管部门没有上级单位，其他单位都要选上级；没有做任何更改。", "Only the department and local authorities stand without a parent; choose one. Nothing was changed.").At("parentId");

    public static Error UnitRing { get; } = new Error(ErrorCode.Invalid, "单位不能移到自己或自己的下级之下；没有做任何更改，请另选上级。", "A unit can't be moved below itself; nothing was changed. Choose another parent.").At("parentId");

    public static Error SecondRoot { get; } = new Error(ErrorCode.StateNotAllowed, "厅本级只有一个，不能再设、改成别的类型或撤销；没有做任何更改。", "There is one department; it can't be doubled, turned into something else or ended. Nothing was changed.").At("kind");

    public static Error UnitEnd { get; } = new Error(ErrorCode.Invalid, "撤销日期应晚于设立日期；没有做任何更改。", "The end must lie after the beginning; nothing was changed.").At("validTo");

    public static Error ParentEnded { get; } = new Error(ErrorCode.Invalid, "所选单位已撤销；没有做任何更改，请选现有单位。", "That unit has ended; nothing was changed. Choose one that exists today.").At("parentId");

    public static Error CanteenName { get; } = new Error(ErrorCode.Invalid, "食堂名称应为 1 至 100 个字；没有做任何更改。", "A canteen's name must have 1 to 100 characters; nothing was changed.").At("name");

    public static Error Headcount { get; } = new Error(ErrorCode.Invalid, "就餐人数应在 0 到 100000 之间；没有做任何更改。", "The headcount must lie between 0 and 100000; nothing was changed.").At("headcount");

    public static Error Contractor { get; } = new Error(ErrorCode.Invalid, "承包的食堂要写承包方（最多 100 个字），其他食堂不写；没有做任何更改。", "An outsourced canteen names its contractor (up to 100 characters), others name none; nothing was changed.").At("contractor");

    public static Error SharedByOne { get; } = new Error(ErrorCode.Invalid, "共用食堂至少要有两个就餐单位；没有做任何更改。", "A shared canteen serves at least two units; nothing was changed.").At("servedUnitIds");

    public static Error NobodyEatsThere { get; } = new Error(ErrorCode.Invalid, "“无食堂”不能有就餐单位；没有做任何更改。", "Where there is no canteen nobody can be served; nothing was changed.").At("servedUnitIds");

    public static Error ServedUnit { get; } = new Error(ErrorCode.Invalid, "有的就餐单位不存在或已撤销；没有做任何更改。", "One of the served units doesn't exist or has ended; nothing was changed.").At("servedUnitIds");

    public static Error UserName { get; } = new Error(ErrorCode.Invalid, "用户名应为 1 至 100 个字母、数字或 -._@+；没有做任何更改。", "A user name has 1 to 100 letters, digits or -._@+; nothing was changed.").At("userName");

    public static Error DisplayName { get; } = new Error(ErrorCode.Invalid, "姓名应为 1 至 100 个字；没有做任何更改。", "The name must have 1 to 100 characters; nothing was changed.").At("name");

    public static Error Password { get; } = new Error(ErrorCode.Invalid, "新密码应为 10 至 200 个字符；没有做任何更改。", "The new password must have 10 to 200 characters; nothing was changed.").At("password");

    public static Error PasswordsDiffer { get; } = new Error(ErrorCode.Invalid, "两次输入的新密码不一样；密码没有改，请再输一遍。", "The two new passwords differ; it was not changed. Type them again.").At("again");

    public static Error WrongPassword { get; } = new Error(ErrorCode.Invalid, "现在的密码不对（连续输错 5 次锁定 5 分钟）；密码没有改。", "The password you use now is wrong (5 wrong tries lock the account for 5 minutes); it was not changed.").At("current");

    public static Error Language { get; } = new Error(ErrorCode.Invalid, "语言只能是 zh 或 en；没有做任何更改。", "The language is zh or en; nothing was changed.").At("language");

    public static Error DisableYourself { get; } = new(ErrorCode.StateNotAllowed, "不能停用自己的账号；没有做任何更改，请找另一位管理员。", "You can't disable your own account; nothing was changed. Ask another administrator.");

    public static Error AlreadyDisabled { get; } = new(ErrorCode.StateNotAllowed, "这个账号已经停用；没有做任何更改。", "This account is disabled already; nothing was changed.");

    public static Error RolePeriod { get; } = new Error(ErrorCode.Invalid, "任职的终止日期应晚于起始日期，起始日期不早于今天；没有做任何更改。", "A role begins today or later and ends after it begins; nothing was changed.").At("validTo");

    public static Error RoleTwice { get; } = new Error(ErrorCode.StateNotAllowed, "此人在这段时间已有该单位的这个角色；没有做任何更改。", "The person has this role in this unit during that time already; nothing was changed.").At("role");

    public static Error RoleEndInPast { get; } = new Error(ErrorCode.Invalid, "角色只能从今天或以后终止；没有做任何更改。", "A role can end today or later, not in the past; nothing was changed.").At("on");

    public static Error RoleEnded { get; } = new(ErrorCode.StateNotAllowed, "这个角色已经终止；没有做任何更改。", "This role has ended already; nothing was changed.");

    public static Error EndYourOwn { get; } = new(ErrorCode.StateNotAllowed, "不能终止自己的管理员角色；没有做任何更改，请找另一位管理员。", "You can't end your own administrator role; nothing was changed. Ask another administrator.");

    public static Error SignInFailed { get; } = new(ErrorCode.Forbidden, "登录没有成功：用户名或密码不对，或者账号已停用或暂时锁定（连续输错 5 次锁定 5 分钟）。请核对后再试，或找本单位管理员。", "Signing in failed: wrong user name or password, or the account is disabled or locked for a while (5 wrong tries lock it for 5 minutes). Check and try again, or ask your administrator.");

    public static Error FormExpired { get; } = new(ErrorCode.Invalid, "页面已过期，没有做任何更改；请刷新页面后再试。", "The page has expired; nothing was changed. Reload it and try again.");

    public static Error UnitNameTaken(string name) => new Error(ErrorCode.Invalid, $"同一上级下已有名为“{name}”的单位；没有做任何更改，请换一个名称。", $"There is a unit named {name} under that parent already; nothing was changed. Choose another name.").At("name");

    public static Error CanteenNameTaken(string name) => new Error(ErrorCode.Invalid, $"已有名为“{name}”的食堂；没有做任何更改，请换一个名称。", $"There is a canteen named {name} already; nothing was changed. Choose another name.").At("name");

    public static Error UserNameTaken(string name) => new Error(ErrorCode.Invalid, $"用户名“{name}”已有人用；没有做任何更改，请换一个。", $"The user name {name} is taken; nothing was changed. Choose another.").At("userName");

    public static Error FirstPasswordNeeded(string userName) => new Error(ErrorCode.Invalid, $"新账号“{userName}”还没有初始密码（10 至 200 个字符）；没有做任何更改，请重新上传表格再保存。", $"The new account {userName} has no first password (10 to 200 characters) yet; nothing was changed. Upload the file again and save.").At("firstPasswords");

    public static Error TooManyAccounts(int most) => new Error(ErrorCode.Invalid, $"一次最多新开 {most} 个账号；没有做任何更改，请分成几个文件导入。", $"At most {most} accounts are opened at a time; nothing was changed. Split the file.").At("file");

    public static Error NameAsItIs { get; } = new Error(ErrorCode.Invalid, "新名称与现在的一样；没有做任何更改。", "That is the name it has; nothing was changed.").At("name");

    public static Error HasEnded { get; } = new(ErrorCode.StateNotAllowed, "这个单位已经撤销或并入别的单位，不能再改；没有做任何更改。", "This unit has ended already; nothing was changed.");

    public static Error NoEndToTakeBack { get; } = new Error(ErrorCode.StateNotAllowed, "这个单位没有定撤销日期，不用取消；没有做任何更改。", "No end is decided for this unit; nothing was changed.").At("on");

    public static Error MergeNeedsADay { get; } = new Error(ErrorCode.Invalid, "合并要写从哪天起；没有做任何更改，请填日期。", "A merger needs its first day; nothing was changed. Give one.").At("on");

    public static Error WrongSuccessor { get; } = new Error(ErrorCode.Invalid, "不能并入它自己、它的下级、已撤销或定了撤销日期的单位；没有做任何更改，请另选单位。", "It can't be merged into itself, a unit below it, or one that has ended or will; nothing was changed. Choose another.").At("successorId");

    public static Error InThePast(string field) => new Error(ErrorCode.Invalid, "日期不能早于今天：以前的单据已经用了当时的名称和单位；没有做任何更改，请填今天或以后的日期。", "The day can't lie in the past, whose papers are written already; nothing was changed. Give today or a later day.").At(field);

    public static Error EndsBefore(DateOnly end) => new(ErrorCode.Invalid, $"这个单位到 {end:yyyy-MM-dd} 就撤销，不能从这天或以后改名；没有做任何更改，请填更早的日期。", $"This unit ends on {end:yyyy-MM-dd}; it can't be renamed from then on. Nothing was changed. Give an earlier day.");

    public static Error StillBelow(IReadOnlyList<string> names) => new Error(ErrorCode.StateNotAllowed, $"它下面还有单位：{string.Join('、', names)}；没有做任何更改，请先把它们移走或撤销。", $"There are units below it: {string.Join(", ", names)}; nothing was changed. Move or end them first.").At("unitId");

    public static Error StillComing(IReadOnlyList<string> names) => new Error(ErrorCode.StateNotAllowed, $"已定将并入它的单位：{string.Join('、', names)}；没有做任何更改，请先取消那次合并，或改并入别的单位。", $"Units will be merged into it: {string.Join(", ", names)}; nothing was changed. Take that back first, or merge them elsewhere.").At("unitId");

    public static Error StillRuns(IReadOnlyList<string> canteens) => new Error(ErrorCode.StateNotAllowed, $"它还办着食堂：{string.Join('、', canteens)}；没有做任何更改，请先把食堂改由别的单位办，或选择并入哪个单位。", $"It runs canteens: {string.Join(", ", canteens)}; nothing was changed. Let another unit run them first, or name the unit it is merged into.").At("unitId");

    public static Error NoMailServer { get; } = new(ErrorCode.StateNotAllowed, "系统还没有设置发信服务器，暂时不能开通邮件提醒；没有做任何更改。请与管理员联系。", "No mail server is set up yet, so reminders can't go by e-mail; nothing was changed. Ask the administrator.");

    public static Error MailAddress { get; } = new Error(ErrorCode.Invalid, "邮箱地址不正确，没有做任何更改；请核对后再填，例如 zhang@example.com。", "The e-mail address isn't right; nothing was changed. Check it, for example zhang@example.com.").At("address");

    public static Error EnoughCodes { get; } = new(ErrorCode.StateNotAllowed, "今天已经发过 5 次验证码，没有做任何更改；请明天再试。", "Five codes were sent today; nothing was changed. Try again tomorrow.");

    public static Error WrongCode { get; } = new Error(ErrorCode.Invalid, "验证码不对或已过期，邮件提醒还没有开通；请核对邮件里的六位数字，或重新发送。", "The code is wrong or no longer holds; reminders by e-mail are not on yet. Check the six digits of the mail, or have another one sent.").At("code");
}
