using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance;

/// <summary>What is refused of external purchases.</summary>
internal static class ExternalErrors
{
    public static Error NothingToJudge { get; } = new(ErrorCode.StateNotAllowed, "这条记录现在不用判定（已经有人判过，或者没有相似的），没有做任何更改；请刷新再看。", "There is nothing to decide about this record (somebody did, or nothing resembles it); nothing was changed. Reload the page.");

    public static Error OwnRecord { get; } = new(ErrorCode.SamePerson, "是不是重复，要由登记人以外的人判定；没有做任何更改。请另一位同志来判。", "Whether it is a double is decided by somebody other than its recorder; nothing was changed. Ask a colleague.");

    public static Error WithdrawnAlready { get; } = new(ErrorCode.StateNotAllowed, "这条记录已经撤回过，没有做任何更改。", "This record was withdrawn already; nothing was changed.");

    public static Error WhyJudged { get; } = new Error(ErrorCode.Invalid, "请写明理由（4 至 400 字），没有做任何更改。", "A reason of 4 to 400 characters is needed; nothing was changed.").At("reason");

    public static Error NameWrong(string path, string chinese, string english) =>
        new Error(ErrorCode.Invalid, $"请填写{chinese}（最多 {ExternalPurchase.LongestName} 字），没有做任何更改。", $"Enter the {english} (at most {ExternalPurchase.LongestName} characters); nothing was changed.").At(path);

    public static Error OrderWrong { get; } = new Error(ErrorCode.Invalid, "832订单号应为 4 至 40 位字母、数字或“-”，行号为 1 至 9999；没有做任何更改。请照订单填。", "The number of an 832 order has 4 to 40 letters, digits or -, its line lies between 1 and 9999; nothing was changed. Copy them from the order.").At("orderNumber");

    public static Error OrderNotHere { get; } = new Error(ErrorCode.Invalid, "线下采购没有832订单号，没有做任何更改；请去掉订单号，或者改选“832订单”。", "An offline purchase has no 832 order number; nothing was changed. Leave it out, or choose 832.").At("orderNumber");

    public static Error InvoiceNeeded { get; } = new Error(ErrorCode.Invalid, $"线下采购要填发票或收据号码（最多 {ExternalPurchase.LongestNumber} 字），没有做任何更改。", $"An offline purchase needs the number of its invoice or receipt (at most {ExternalPurchase.LongestNumber} characters); nothing was changed.").At("invoiceNumber");

    public static Error EvidenceNeeded { get; } = new Error(ErrorCode.Invalid, "线下采购要上传凭证（发票、收据的照片或文件），没有做任何更改。", "An offline purchase needs evidence: a picture or file of the invoice or receipt; nothing was changed.").At("fileId");

    public static Error NoSuchFile { get; } = new Error(ErrorCode.NotFound, "没有找到您上传的凭证，没有做任何更改；请重新上传。", "There is no such evidence of yours; nothing was changed. Upload it again.").At("fileId");

    public static Error VillageNeeded { get; } = new Error(ErrorCode.Invalid, "线下采购只登记帮扶村的货，请选村；没有做任何更改。", "Offline purchases are those from assisted villages: choose the village; nothing was changed.").At("villageId");

    public static Error VillageUnknown { get; } = new Error(ErrorCode.NotFound, "没有找到这个帮扶村，没有做任何更改；请从列表里选。", "There is no such assisted village; nothing was changed. Choose one of the list.").At("villageId");

    public static Error CountyWrong { get; } = new Error(ErrorCode.Invalid, "产地县应为 6 位区划代码，没有做任何更改；不知道就空着。", "The county is a code of six digits; nothing was changed. Leave it out when you don't know it.").At("countyCode");

    public static Error PurposeWrong { get; } = new Error(ErrorCode.Invalid, "外部采购的用途只能是食堂、职工福利或个人，没有做任何更改。", "An external purchase is for canteen, staff welfare or personal; nothing was changed.").At("purpose");

    public static Error AmountWrong { get; } = new Error(ErrorCode.Invalid, "金额应大于零，没有做任何更改；退货请撤回原记录，按实际再登记。", "The amount is more than zero; nothing was changed. For goods that went back withdraw the record and enter what was kept.").At("amount", "amount");

    public static Error DayWrong(DateOnly today) => new Error(
        ErrorCode.Invalid, $"采购日期应在 2020-01-01 到今天（{today:yyyy-MM-dd}）之间，没有做任何更改。", $"The day of the purchase lies between 2020-01-01 and today ({today:yyyy-MM-dd}); nothing was changed.").At("purchasedOn");

    public static Error AlreadyRecorded(string number, int line) => new Error(
        ErrorCode.Invalid, $"832订单 {number} 第 {line} 行已经登记过，同一行只计一次；没有做任何更改。登记错了请先撤回原记录。", $"Line {line} of 832 order {number} is recorded already and counts once; nothing was changed. If that record is wrong, withdraw it first.").At("orderNumber");
}
