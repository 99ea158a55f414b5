using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>What approving and its rules refuse.</summary>
internal static partial class OrderingErrors
{
    public static Error AgreedBefore { get; } = new(
        ErrorCode.SamePerson, "您在前一级已经同意过这张订单，每一级须由不同的人办理；没有做任何更改。请等另一位审批人。", "You agreed to this order at a level before, and each level takes somebody else; nothing was changed. Leave it to another approver.");

    public static Error PolicyRuleTwice { get; } = Invalid("同一类别、同一金额起点的同一审批人写了两次；请删去一条", "A rule stands there twice for one purpose, amount and approver; remove one", "rules");

    public static Error ApprovalAmountWrong { get; } = Invalid("金额应为人民币，不小于零，最多两位小数", "The amount must be in CNY, not negative, with at most two places", "from");

    public static Error ProcurementLimitWrong { get; } = Invalid("采购限额应为人民币，大于零，最多两位小数", "The limit must be in CNY, more than zero, with at most two places", "limit");

    public static Error LimitInThePast { get; } = Invalid("限额只能从今天或以后的日子起改变，过去的不能改", "A limit changes from today or a later day; the past stays", "validFrom");

    public static Error PersonalIsForOwnUnit { get; } = Invalid("个人购买只能记在本人所在单位，且只计入该单位", "What an employee buys for themselves is ordered in the own unit and counts for it alone", "unitId");

    public static Error TradeIsACompanys { get; } = Invalid("服务区进货只能由经营服务区的公司下单，不计入任何单位的消费", "Goods to be sold on are ordered by the company that runs the outlets, and count as nobody's consumption", "purpose");

    public static Error NoMandate { get; } = new(
        ErrorCode.Forbidden, "您是承包方，现在没有这个单位的代购授权；没有做任何更改。请该单位登记授权，写明起止日期。", "You are a contractor without a mandate from this unit now; nothing was changed. Have the unit record one, with its dates.");

    public static Error ContractorBuysForTheCanteen { get; } = Invalid("承包方只能为食堂下单", "A contractor orders for the canteen only", "purpose");

    public static Error DelegationDaysWrong { get; } = Invalid("日期不对：从今天或以后起，止于起始日之后，不超过三年", "The days are wrong: from today or later, ending after they begin, within three years", "validTo");

    public static Error DelegationEnded { get; } = State("这一条已经到期或终止；请刷新", "It has ended already; reload");

    public static Error DelegationNameWrong(int most) => Invalid($"请写明代谁（或承包单位名称），不超过 {most} 字", $"Say for whom (or the contractor's name), at most {most} characters", "forName");

    public static Error PolicyRulesWrong(int most) => Invalid($"审批规则应有 1 至 {most} 条", $"A policy has 1 to {most} rules", "rules");

    public static Error SplitDaysWrong(int most) => Invalid($"合并查看的天数应为 1 至 {most}", $"Orders are looked at together within 1 to {most} days", "splitDays");

    public static Error PolicyLeavesOpen(PurchasePurpose purpose) => Invalid(
        $"“{purpose.Text(true)}”没有从 0 元起的审批人；请给每个类别留一条从 0 元起的规则", $"Nobody decides on small orders for {purpose.Text(false)}; give each purpose a rule from 0", "rules");

    public static Error SplitNeedsReason(SplitFlag split) => Invalid($"{split.Text(true)}。请在意见里写明为什么不是拆单，或者退回", $"{split.Text(false)}. Write in the comment why it wasn't split, or send it back", "comment");

    public static Error ProcurementTextWrong(string field, int most) => Invalid(
        field == "basis" ? $"请写明采购依据，不超过 {most} 字" : $"请写明文号，不超过 {most} 字", field == "basis" ? $"Give the basis, at most {most} characters" : $"Give the document's number, at most {most} characters", field);

    public static Error ProcurementNeeded(Money limit, Money accepted, Money asked) => Invalid(
        $"今年已验收 {accepted} 元，加上本单 {asked} 元，达到采购限额 {limit} 元；请填写采购方式、依据和文号后再提交",
        $"{accepted} CNY were accepted this year; with the {asked} CNY of this order the procurement limit of {limit} CNY is reached. Give the method, its basis and the document's number, then submit",
        "procurement");

    /// <summary>采购类别, for people.</summary>
    public static string Text(this PurchasePurpose purpose, bool chinese) => purpose switch
    {
        PurchasePurpose.Canteen => chinese ? "食堂食材" : "the canteen",
        PurchasePurpose.StaffWelfare => chinese ? "职工福利" : "staff welfare",
        PurchasePurpose.OutletTrade => chinese ? "服务区进货" : "goods to be sold on",
        PurchasePurpose.Personal => chinese ? "个人" : "employees themselves",
    };
}
