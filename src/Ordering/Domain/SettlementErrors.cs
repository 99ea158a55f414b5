using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Everything that settling refuses: what happened, that nothing was changed, and what to do.</summary>
internal static class SettlementErrors
{
    public static Error NoSuchLine { get; } = new(ErrorCode.NotFound, "对账单里没有这一行，没有做任何更改；请刷新后重选。", "The statement has no such line; nothing was changed. Reload and choose again.");

    public static Error NoSuchDifference { get; } = new(ErrorCode.NotFound, "没有这条差异，没有做任何更改；请刷新。", "There is no such difference; nothing was changed. Reload.");

    public static Error SamePerson { get; } = new(ErrorCode.SamePerson, "供需双方须由两个人分别确认，没有做任何更改；请由另一方确认。", "The two sides must be two people; nothing was changed. The other side must confirm.");

    public static Error AnsweredAlready { get; } = State("这条差异已经答复；请刷新", "The difference was answered already; reload");

    public static Error OwnDifference { get; } = State("差异由对方答复，不能自己答复自己提出的", "A difference is answered by the other side, not by the one that raised it");

    public static Error KindNeedsOriginal { get; } = Invalid("红字发票要写明更正哪张发票；其他发票不填这一项", "A red invoice names the invoice it corrects; others don't", "correctsInvoiceId");

    public static Error SpecialNeedsTax { get; } = Invalid("专用发票的每一行都要有税率；免税的货不能开专票，请登记为普票或收购发票", "Every line of a special invoice has a rate; exempt goods have an ordinary or a purchase invoice", "lines");

    public static Error PurchaseIsExempt { get; } = Invalid("收购发票是免税的，每一行的税率都要留空", "A purchase invoice is exempt: leave the rate of every line empty", "lines");

    public static Error ExemptHasNoTax { get; } = Invalid("免税的行没有税额；请把税额留空（免税不是 0%）", "An exempt line has no tax: leave it empty (exempt isn't 0 %)", "tax");

    public static Error InvoiceNumberWrong { get; } = Invalid("发票号码应为 20 位数字（数电票），或发票代码加号码共 18 或 20 位数字", "The number has 20 digits, or code and number together 18 or 20", "number");

    public static Error IssuerWrong { get; } = Invalid("开票方的名称要填，统一社会信用代码应为 18 位并校验无误；请照发票核对", "The issuer needs a name and an 18-place credit code whose check digit fits; compare with the paper", "issuerCode");

    public static Error IssuedInTheFuture { get; } = Invalid("开票日期不能晚于今天", "It can't have been issued after today", "issuedOn");

    public static Error NoLines { get; } = Invalid("发票至少要有一行，最多 50 行，金额大于零、最多两位小数", "An invoice has 1 to 50 lines, each above zero with at most two places", "lines");

    public static Error NoSuchFile { get; } = new Error(ErrorCode.NotFound, "没有找到上传的发票文件，没有做任何更改；请重新上传。", "The uploaded file was not found; nothing was changed. Upload it again.").At("fileId");

    public static Error NoSuchInvoice { get; } = new Error(ErrorCode.NotFound, "没有这张发票，或者您无权查看；没有做任何更改。请选同一供货单位开的蓝字发票。", "There is no such invoice, or it isn't yours to see; nothing was changed. Choose a blue one of the same supplier.").At("correctsInvoiceId");

    public static Error CodeUnknown { get; } = new Error(ErrorCode.NotFound, "没有这个付款识别码的对账单，没有做任何更改；请照对账单核对 11 位数字。", "No statement has this payment code; nothing was changed. Compare the 11 digits with the statement.").At("code");

    public static Error CodeMistyped { get; } = Invalid("付款识别码不对：应为 11 位数字，最后一位是校验位；请照对账单重新填写", "That is no payment code: it has 11 digits, the last checks the others; type it anew", "code");

    public static Error AmountWrong { get; } = Invalid("金额应为人民币，大于零，最多两位小数", "The amount must be in CNY, above zero, with at most two places", "amount");

    public static Error PaidDayWrong { get; } = Invalid("付款日期不能晚于今天，也不能早于对账月份的第一天", "The day of payment isn't after today nor before the statement's month", "paidOn");

    public static Error PayerNeeded { get; } = Invalid("请填付款户名（100 字以内）和银行流水号（60 个字母数字以内）", "Give the payer's name (up to 100 characters) and the bank's reference (up to 60 letters and digits)", "payerName");

    public static Error AccountEndWrong { get; } = Invalid("账号只记最后 4 位数字", "Of the account only the last 4 digits are kept", "payerAccountEnd");

    public static Error TermWrong { get; } = Invalid("付款期限应为 1 至 60 天", "The term has 1 to 60 days", "days");

    public static Error ContractNeeded { get; } = Invalid("请填合同编号（100 字以内）", "Give the contract's number, at most 100 characters", "contract");

    public static Error ReversedAlready { get; } = State("这笔付款已经冲销，或者它本身是冲销；请刷新", "The payment was taken back, or is itself a taking back; reload");

    public static Error NothingOwed(string number) => State($"{number} 没有应付的款", $"Nothing is owed on {number}");

    public static Error ReasonNeeded(string field) => Invalid("请写明原因（400 字以内）", "Give a reason of at most 400 characters", field);

    public static Error AlreadyConfirmed(string number) => State($"{number} 这一方已经确认；请刷新", $"This side has confirmed {number} already; reload");

    public static Error ConfirmedByYou(string number) => State($"{number} 你方已经确认，不能再提差异；货物有误请在验收单上更正或退货，计入当月", $"Your side has confirmed {number}; correct the acceptance or return the goods instead");

    public static Error Unanswered(string number) => State($"{number} 还有差异没有答复；请先答复再确认", $"{number} has a difference without an answer; answer it first");

    public static Error DisputedAlready(string product) => State($"“{product}”这一行已有未答复的差异", $"The line of {product} has a difference that waits for its answer");

    public static Error DisputeTooLarge(string product, Money line) => Invalid($"“{product}”的差异金额应大于零，不超过这一行的 {line} 元", $"The difference of {product} is above zero and at most the line's {line} CNY", "amount");

    public static Error RateUnknown(decimal percent, DateOnly day) => Invalid(
        $"{percent.ToString("0.##", CultureInfo.InvariantCulture)}% 不是 {day:yyyy-MM-dd} 有效的税率或征收率；免税的请留空，不要填 0",
        $"{percent.ToString("0.##", CultureInfo.InvariantCulture)} % is no rate in force on {day:yyyy-MM-dd}; leave it empty when exempt, never 0",
        "taxRate");

    public static Error TaxOff(Money printed, Money computed) => Invalid(
        $"税额 {printed} 与按价税合计算出的 {computed} 相差太大；请照发票核对金额、税率和税额", $"The tax {printed} is too far from {computed}, worked out of the gross; compare gross, rate and tax with the paper", "tax");

    /// <param name="number">The invoice's number.</param>
    /// <param name="statement">Where it stands; null when that isn't the asker's to see.</param>
    public static Error NumberTaken(string number, string? statement) => State(
        $"这个开票方的发票 {number} 已经登记{(statement is null ? "过" : $"在 {statement}")}；同一张发票不能登记两次",
        $"Invoice {number} of this issuer is registered{(statement is null ? "" : $" at {statement}")}; it can't be registered twice");

    public static Error RedTooLarge(string number, decimal? percent, Money left) => Invalid(
        $"红字金额超过 {number} 在该税率（{(percent is { } p ? p.ToString("0.##", CultureInfo.InvariantCulture) + "%" : "免税")}）下还没冲红的 {left} 元", $"The red amount is more than the {left} CNY of {number} left at that rate", "lines");

    public static Error BeyondAccepted(string number, Money accepted, Money invoiced, Money tolerance) => State(
        $"{number} 验收净额 {accepted} 元，已登记发票 {invoiced} 元，加上这张就超出了（允许差 {tolerance} 元）；请核对金额，多开的请对方红冲",
        $"{number} accepted {accepted}, invoiced {invoiced} CNY: with this one it goes beyond (tolerance {tolerance}). Compare, and have the surplus reversed");

    public static Error BeyondOutstanding(string number, Money outstanding) => State($"{number} 还应付 {outstanding} 元，这笔金额超过了它", $"{outstanding} CNY are outstanding on {number}; this is more");

    /// <param name="reference">As the bank gave it.</param>
    /// <param name="payment">Which payment it is; null when that isn't the asker's to see.</param>
    public static Error SlipTaken(string reference, string? payment) => State(
        $"银行流水号 {reference} 已登记{(payment is null ? "过" : $"为 {payment}")}；同一笔款不能登记两次",
        $"The bank's reference {reference} is registered{(payment is null ? "" : $" as {payment}")}; it can't be registered twice");

    private static Error Invalid(string chinese, string english, string field) => new Error(ErrorCode.Invalid, chinese + "；没有做任何更改。", english + "; nothing was changed.").At(field);

    private static Error State(string chinese, string english) => new(ErrorCode.StateNotAllowed, chinese + "；没有做任何更改。", english + "; nothing was changed.");
}
