using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>What is refused about batches.</summary>
internal static class BatchErrors
{
    public static Error NumberShape { get; } = new Error(
        ErrorCode.Invalid, "请填写批次号，1 至 40 字；没有做任何更改。", "Give the batch number in 1 to 40 characters; nothing was changed.").At("number");

    public static Error NoDay { get; } = new Error(
        ErrorCode.Invalid, "请至少填写采收日期或生产日期；没有做任何更改。", "Give the day it was gathered or the day it was made; nothing was changed.").At("producedOn");

    public static Error DayAhead { get; } = new Error(
        ErrorCode.Invalid, "采收、生产日期不能晚于今天；没有做任何更改。", "It can't have been gathered or made after today; nothing was changed.").At("producedOn");

    public static Error MadeBeforeGathered { get; } = new Error(
        ErrorCode.Invalid, "生产日期不能早于采收日期；没有做任何更改。", "It can't have been made before it was gathered; nothing was changed.").At("producedOn");

    public static Error ExpiresBefore { get; } = new Error(
        ErrorCode.Invalid, "保质期最后一天不能早于生产（采收）日期；没有做任何更改。", "It can't expire before it was made; nothing was changed.").At("expiresOn");

    public static Error TextTooLong { get; } = new Error(
        ErrorCode.Invalid, "地点最多 100 字，备注最多 200 字；没有做任何更改。", "A place has at most 100 characters, a note 200; nothing was changed.").At("note");

    public static Error QuantityShape { get; } = new Error(
        ErrorCode.Invalid, "批次数量须大于 0，单位与规格一致，最多精确到千分之一；没有做任何更改。", "A batch's quantity is above zero, in a unit its goods are sold by, to a thousandth at most; nothing was changed.").At("quantity");

    public static Error NumberTaken { get; } = new Error(
        ErrorCode.Invalid, "这个生产者已有同号的批次；没有做任何更改。请核对批次号。", "This producer has a batch of that number already; nothing was changed. Look at the number again.").At("number");

    public static Error ReasonShape { get; } = new Error(
        ErrorCode.Invalid, "请写明更正的原因，1 至 200 字；没有做任何更改。", "Say in 1 to 200 characters why it is corrected; nothing was changed.").At("reason");

    public static Error NothingNew { get; } = new(
        ErrorCode.Invalid, "更正的内容与原来相同；没有做任何更改。", "The correction says what was said before; nothing was changed.");

    public static Error RecallReasonShape { get; } = new Error(
        ErrorCode.Invalid, "请写明召回的原因，1 至 200 字；没有做任何更改。", "Say in 1 to 200 characters why it is recalled; nothing was changed.").At("reason");

    public static Error Recalled(string number) => new(
        ErrorCode.StateNotAllowed, $"批次 {number} 已召回，不能再更改；没有做任何更改。", $"Batch {number} was recalled and can't be changed; nothing was changed.");
}
