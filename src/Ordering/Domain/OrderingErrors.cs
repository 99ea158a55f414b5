using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Everything that ordering refuses: what happened, that nothing was changed, and what to do.</summary>
internal static partial class OrderingErrors
{
    public static Error NoLines { get; } = Invalid("至少要有一行", "There must be at least one line", "lines");

    public static Error NoSuchLine { get; } = new(ErrorCode.NotFound, "这一行不属于这张单据，或者写了两次；没有做任何更改。请刷新后重选。", "The line does not belong to this paper, or is named twice; nothing was changed. Reload and choose again.");

    public static Error NotPositive { get; } = Invalid("数量应大于零", "The quantity must be more than zero", "quantity");

    public static Error OneAcceptanceAtATime { get; } = Invalid("一次只能退一张验收单上的货；请分两次退", "Goods of one acceptance go back at a time; return them in two steps", "lines");

    public static Error NegativeWeight { get; } = Invalid("重量不能是负数", "A weight can't be negative", "net");

    public static Error NotANumber { get; } = Invalid("看不懂这个数；请只填数字，如 100 或 48.6", "That is no number; type digits alone, such as 100 or 48.6", "quantity");

    public static Error TooFine { get; } = Invalid("数字太大或小数位太多，系统存不准", "The number is too large or too fine to be kept exactly", "quantity");

    public static Error ManySuppliers { get; } = Invalid("一张订单只能有一个供货单位；请分成两张订单", "One order has one supply unit; split it into two orders", "lines");

    public static Error CanteenDoesNotServe { get; } = Invalid("这个食堂不供应该单位；请换一个食堂", "This canteen does not serve the unit; choose another", "canteenId");

    public static Error NoSuchUnit { get; } = new Error(ErrorCode.NotFound, "计入单位不存在或已撤销，没有做任何更改；请重新选择。", "There is no such counting unit, or it exists no more; nothing was changed. Choose again.").At("countsForUnitId");

    public static Error UnitEnded(string name, DateOnly since) => new(
        ErrorCode.StateNotAllowed,
        $"{name}从 {since:yyyy-MM-dd} 起已撤销或并入别的单位，不能再订货；没有做任何更改。已经订的照常验收、付款，计入{name}；新的请以现在的单位订。",
        $"{name} has ended on {since:yyyy-MM-dd}: nothing new is ordered for it, and nothing was changed. What is ordered already is accepted, paid and counted for it as before; order for the unit of today.");

    public static Error ApproverConflict { get; } = new(ErrorCode.ApproverConflict, "下单人不能审批自己的订单，没有做任何更改；请由另一位审批人办理。", "Whoever ordered can't approve it; nothing was changed. Ask another approver.");

    public static Error SamePerson { get; } = new(ErrorCode.SamePerson, "第二人签字须由另一个人完成，没有做任何更改；请换一位验收人签字。", "The second signature must be another person's; nothing was changed. Ask somebody else to sign.");

    public static Error OrdererSigns { get; } = new(ErrorCode.SamePerson, "下单人不能验收自己订的货，没有做任何更改；请由保管员或采购员验收，人手不够时可由上级单位代验。", "Whoever ordered can't sign for the goods; nothing was changed. A keeper or purchaser must, or somebody of the superior unit on their behalf.");

    public static Error SignedInTheFuture { get; } = Invalid("签字时间不能晚于现在", "The time of signing can't lie ahead", "signedAt");

    public static Error NotTheNewestAcceptance { get; } = State("要更正的验收单不是这张发货单最新的一张；请刷新后更正最新的那张", "The acceptance to be corrected is not this delivery's newest; reload and correct that one");

    public static Error FreightWrong { get; } = Invalid("运费应为人民币，不小于零，最多两位小数", "Freight must be in CNY, not negative, with at most two places", "freight");

    public static Error LimitWrong { get; } = Invalid("预算应为人民币，不小于零，最多两位小数", "The limit must be in CNY, not negative, with at most two places", "limit");

    public static Error YearWrong { get; } = Invalid("年份不对", "That is no year to budget for", "year");

    public static Error UseNotPermitted(string product, PurchasePurpose purpose) => new(
        ErrorCode.UseNotPermitted,
        $"“{product}”不允许用于{(purpose == PurchasePurpose.Canteen ? "食堂（药材等不得进食堂）" : "这类采购")}，没有做任何更改；请删去这一行。",
        $"{product} may not be bought for this purpose; nothing was changed. Remove the line.");

    public static Error NotForTheseBuyers(string product) => new(
        ErrorCode.UseNotPermitted, $"“{product}”的这个报价不面向此采购类别，没有做任何更改；请选面向本类别的报价。", $"This offer of {product} is not for such purchases; nothing was changed. Choose one that is.");

    public static Error OtherDimension(string product, MeasureUnit unit) => Invalid(
        $"“{product}”按{unit.Name()}计数，所填单位不能换算（计件的须为整数）", $"{product} is counted by {unit.Name(false)}; the unit given can't be converted, or pieces aren't whole", "quantity");

    public static Error NotAStep(string product, Quantity step) => Invalid(
        $"“{product}”须按 {step} 的整倍数订购", $"{product} is ordered in multiples of {In(step)}", "quantity");

    public static Error BelowMinimum(string product, Quantity minimum) => Invalid(
        $"“{product}”最少订 {minimum}", $"The smallest order of {product} is {In(minimum)}", "quantity");

    public static Error PriceDoesNotFit(string product) => State($"“{product}”的计价单位与净含量对不上；请找供货单位改正", $"The price of {product} doesn't fit its content; ask the supplier to mend the offer");

    public static Error OfferUnknown { get; } = new(ErrorCode.NotFound, "没有这个报价，没有做任何更改；请重新选货。", "There is no such offer; nothing was changed. Choose again.");

    public static Error OfferEnded(string product) => State($"“{product}”的报价现在不在有效期内；请打开订单换一个报价", $"The offer of {product} does not hold now; open the order and choose another");

    public static Error TermsChanged(string product, UnitPrice was, UnitPrice now) => State(
        $"“{product}”的价格或供货单位变了（原 {was}，现 {now}）；请重新打开订单，按现价保存后再提交",
        $"The price or supplier of {product} has changed (was {was.Amount}, now {now.Amount} CNY); open the order again, save it at today's terms and submit");

    public static Error NotEditable(OrderStatus status) => State($"订单现在是“{status.Text(true)}”，不能修改；只有草稿和退回修改的订单可以改", $"The order is {status.Text(false)} and can't be edited; only drafts and orders sent back can");

    public static Error NotSubmittable(OrderStatus status) => State($"订单现在是“{status.Text(true)}”，不能提交；请刷新", $"The order is {status.Text(false)} and can't be submitted; reload");

    public static Error NotDecidable(OrderStatus status) => State($"订单现在是“{status.Text(true)}”，不在待审批状态；请刷新", $"The order is {status.Text(false)}, not waiting for a decision; reload");

    public static Error NotConfirmable(OrderStatus status) => State($"订单现在是“{status.Text(true)}”，不能确认；只有已同意的订单可以确认", $"The order is {status.Text(false)}; only an approved order can be confirmed");

    public static Error NotDispatchable(OrderStatus status) => State($"订单现在是“{status.Text(true)}”，没有可发的货；请刷新", $"The order is {status.Text(false)}; nothing is to be dispatched. Reload");

    public static Error NothingToCancel(OrderStatus status) => State($"订单现在是“{status.Text(true)}”，没有可取消的余量", $"The order is {status.Text(false)}; nothing is left to cancel");

    public static Error NotSignable(AcceptanceState state) => state switch
    {
        AcceptanceState.Signed or AcceptanceState.Open => State("这张验收单已有两人签字；要改请做更正", "The acceptance has both signatures; to change it, record a correction"),
        AcceptanceState.Replaced => State("这张验收单已被重新过秤的一张取代；请签新的那张", "The acceptance was replaced by a newer weighing; sign that one"),
        AcceptanceState.SentBack => State("这张验收单已退回重新过秤；请等保管员重新过秤后再签", "The acceptance was sent back; sign when the goods have been weighed again"),
    };

    public static Error ListNameWrong(int longest) => Invalid($"请给清单起一个不超过 {longest} 字的名称", $"Give the list a name of at most {longest} characters", "name");

    public static Error ListNameTaken(string name) => State($"本单位已有清单“{name}”；请换一个名称，或打开那张清单再改", $"The unit has a list {name} already; choose another name, or change that list");

    public static Error ListLinesWrong(int most) => Invalid($"清单要有 1 至 {most} 种货，同一种只写一次", $"A list has 1 to {most} goods, each named once", "lines");

    public static Error NothingIsReplaced { get; } = State("订单其余部分已经取消，不能再要求补货；请不选“补货”退货，需要时另下订单", "The rest of the order was cancelled, so nothing of it is replaced; return the goods without asking for others, and order anew");

    public static Error NotReturnable(bool corrected) => corrected
        ? State("这张验收单已被更正；请对最新的验收单退货", "The acceptance was corrected; return against the newest one")
        : State("这张验收单还没有两人签字；拒收请在验收时填写", "The acceptance lacks a signature; reject goods while accepting");

    public static Error AlreadyWeighed(string number, bool signed) => signed
        ? State($"这批货已由 {number} 验收；要改请注明更正 {number}", $"The delivery was accepted by {number}; to change it, record a correction of {number}")
        : State($"这批货已由 {number} 过秤，等第二人签字；要改请注明取代 {number}", $"The delivery was weighed by {number} and waits for a second signature; to change it, name {number} as the one to replace");

    public static Error LineNotWeighed(string product) => Invalid($"“{product}”还没有验；发货单上的每一行都要填", $"{product} was not weighed; every line of the delivery must be", "lines");

    public static Error ScalesDoNotAddUp(string product) => Invalid(
        $"“{product}”毛重减皮重应等于净重（或净重加拒收）", $"For {product} gross less tare must be the net weight (or net and rejected)", "gross");

    public static Error ReasonNeeded(string field) => Invalid("请写明原因", "Give a reason", field);

    public static Error WrongDates(string product) => Invalid($"“{product}”的生产日期或保质期不对，或已过期", $"The dates of {product} are wrong, or it has expired", "expiresOn");

    public static Error OutOfTolerance(string product, Quantity arrived, Quantity most) => new(
        ErrorCode.WeightOutOfTolerance,
        $"“{product}”到货 {arrived}，超出允许的 {most}，没有做任何更改；多出的请当场退回后再过秤，或请审批人同意多收。",
        $"{In(arrived)} of {product} arrived, at most {In(most)} are allowed; nothing was changed. Hand back the surplus and weigh again, or have an approver agree to more.");

    public static Error MoreThanDue(string product, Quantity due) => new(
        ErrorCode.WeightOutOfTolerance,
        $"“{product}”还应发 {due}，所发超出允许的偏差，没有做任何更改；请减少数量。",
        $"{In(due)} of {product} are still due; this is more than the tolerance allows. Nothing was changed; send less.");

    public static Error MoreThanAccepted(string product, Quantity left) => Invalid(
        $"“{product}”最多还能退 {left}", $"At most {In(left)} of {product} can go back", "net");

    public static Error BelowReturned(string product, Quantity returned) => State(
        $"“{product}”已退货 {returned}，更正后的净重不能比它少", $"{In(returned)} of {product} already went back; the corrected weight can't be less");

    public static Error InsufficientStock(Guid offerId, string product, Quantity available) => new(
        ErrorCode.InsufficientStock,
        $"“{product}”库存不足，现有 {available}，没有做任何更改；请减少数量或换货。",
        $"Not enough {product}: {In(available)} available; nothing was changed. Order less or something else.")
    {
        Facts = new Dictionary<string, string>
        {
            ["offerId"] = offerId.ToString(),
            ["availableMilli"] = available.Milli.ToString(CultureInfo.InvariantCulture),
            ["availableUnit"] = available.Unit.ToString(),
        },
    };

    public static Error BudgetExceeded(Money limit, Money used, Money asked) => Budget(
        $"预算不足：预算 {limit} 元，已用和已占 {used} 元，本次还需 {asked} 元；没有做任何更改。请减少数量，或请管理预算的人追加（已到货的在订单页上“追加预算”）。",
        $"The budget does not allow it: limit {limit}, used and held {used}, needed {asked} CNY; nothing was changed. Order less, or have its keeper add to the budget (for goods that arrived, on the order's page).",
        limit,
        used);

    public static Error NoBudget(int year, FundingSource fund) => Budget(
        $"本单位 {year} 年还没有{(fund == FundingSource.Union ? "工会经费" : "食堂经费")}预算，没有做任何更改；请先由管理预算的人设定。",
        $"The unit has no {(fund == FundingSource.Union ? "trade union" : "canteen")} budget for {year}; nothing was changed. Have one set first.",
        Money.Zero,
        Money.Zero);

    public static Error NothingToAddTo { get; } = new(
        ErrorCode.StateNotAllowed,
        "只有已确认、用预算付款的订单才能追加预算，没有做任何更改。",
        "Only for a confirmed order that a budget pays for can the budget be added to; nothing was changed.");

    public static Error AddedAmountWrong { get; } = new(
        ErrorCode.Invalid, "追加的金额要大于 0，最多两位小数，没有做任何更改。", "What is added has to be more than 0 with at most two places; nothing was changed.");

    public static Error LimitBelowUse(Money used) => Budget(
        $"预算不能低于已用和已占的 {used} 元，没有做任何更改。", $"The limit can't be below the {used} CNY used and held; nothing was changed.", used, used);

    public static Error StockBelowReserved(Guid offerId, string product, Quantity available) => InsufficientStock(offerId, product, available) with
    {
        Chinese = $"“{product}”只有 {available} 没有被订单占用，不能减这么多；没有做任何更改。",
        English = $"Only {In(available)} of {product} are not held for orders; nothing was changed. Take off less.",
    };

    public static Error WindowNameWrong { get; } = Invalid("请给征订起一个不超过 100 字的名称", "Give the window a name of at most 100 characters", "name");

    public static Error MinimumWrong { get; } = Invalid("起运金额应为人民币，不小于零，最多两位小数", "The minimum must be in CNY, not negative, with at most two places", "minimum");

    public static Error NotInWindow { get; } = new(ErrorCode.NotFound, "这次征订里没有这种货，没有做任何更改；请只选征订表里的货，别的货另下订单。", "The window doesn't offer these goods; nothing was changed. Choose from its list, and order other goods apart.");

    public static Error WindowGoodsWrong(int most) => Invalid($"征订要有 1 至 {most} 种货，同一种只写一次", $"A window has 1 to {most} goods, each named once", "goods");

    public static Error WindowDaysWrong(int longest) => Invalid(
        $"日期不对：截止日不能早于今天和开始日，送货在截止日之后，都不超过 {longest} 天", $"The days are wrong: the last day is today or later and not before the opening, delivery follows it, each within {longest} days", "lastDay");

    public static Error WindowPriceWrong(string product, UnitPrice today) => Invalid(
        $"“{product}”的征订价应大于零，不高于现价 {today}，最多四位小数", $"The window's price of {product} must be above zero, at most today's {today.Amount} CNY, with at most four places", "price");

    public static Error WindowClosed(string name) => new(
        ErrorCode.WindowClosed, $"征订“{name}”现在不接受订单，没有做任何更改；需要时请另下订单，或等下一次征订。", $"The window {name} takes no orders now; nothing was changed. Order apart, or wait for the next window.");

    public static Error WindowNotOpen(string name) => State($"征订“{name}”已经截止；请刷新", $"The window {name} is closed already; reload");

    public static Error WindowNotClosed(string name) => State($"征订“{name}”还没有截止，或已经确认；请刷新，先截止再确认", $"The window {name} isn't closed yet, or is confirmed already; reload, close it first");

    /// <summary>The same refusal at a line of the input.</summary>
    public static Error AtLine(this Error error, int line) =>
        error.At(["lines", line.ToString(CultureInfo.InvariantCulture), .. error.Path is [var field] && field != "lines" ? [field] : Array.Empty<string>()]);

    /// <summary>The status, for people.</summary>
    public static string Text(this OrderStatus status, bool chinese) => status switch
    {
        OrderStatus.Draft => chinese ? "草稿" : "a draft",
        OrderStatus.Submitted => chinese ? "待审批" : "submitted",
        OrderStatus.SentBack => chinese ? "退回修改" : "sent back",
        OrderStatus.Approved => chinese ? "已同意" : "approved",
        OrderStatus.Confirmed => chinese ? "已确认" : "confirmed",
        OrderStatus.Dispatched => chinese ? "在途" : "dispatched",
        OrderStatus.PartlyAccepted => chinese ? "部分验收" : "partly accepted",
        OrderStatus.Accepted => chinese ? "已验收" : "accepted",
        OrderStatus.Rejected => chinese ? "不同意" : "rejected",
        OrderStatus.Cancelled => chinese ? "已取消" : "cancelled",
    };

    private static string In(Quantity q) => string.Create(CultureInfo.InvariantCulture, $"{q.Value:0.######} {q.Unit.Name(false)}");

    private static Error Invalid(string chinese, string english, string field) => new Error(ErrorCode.Invalid, chinese + "；没有做任何更改。", english + "; nothing was changed.").At(field);

    private static Error State(string chinese, string english) => new(ErrorCode.StateNotAllowed, chinese + "；没有做任何更改。", english + "; nothing was changed.");

    private static Error Budget(string chinese, string english, Money limit, Money used) => new(ErrorCode.BudgetExceeded, chinese, english)
    {
        Facts = new Dictionary<string, string>
        {
            ["limitFen"] = limit.Fen.ToString(CultureInfo.InvariantCulture),
            ["usedFen"] = used.Fen.ToString(CultureInfo.InvariantCulture),
        },
    };
}
