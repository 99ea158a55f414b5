using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance;

/// <summary>What is refused of moving a purchase to another unit.</summary>
internal static class MoveErrors
{
    public static Error SameUnit { get; } = new Error(ErrorCode.Invalid, "原计入单位和应计入单位是同一个，没有做任何更改；请选另一个单位。", "The unit that has it and the one that should are the same; nothing was changed. Choose another.").At("toUnitId");

    public static Error Why { get; } = new Error(
        ErrorCode.Invalid, $"请写明理由（{PurchaseMove.ShortestReason} 至 {PurchaseMove.LongestReason} 字），没有做任何更改。", $"A reason of {PurchaseMove.ShortestReason} to {PurchaseMove.LongestReason} characters is needed; nothing was changed.").At("reason");

    public static Error NoSuchUnit { get; } = new Error(ErrorCode.NotFound, "没有这个单位，或者它已经撤销、合并，没有做任何更改；请从列表里选。", "There is no such unit, or it exists no more; nothing was changed. Choose one of the list.").At("toUnitId");

    public static Error NoSuchPaper { get; } = new Error(
        ErrorCode.NotFound, "这个单位名下没有这张验收单，没有做任何更改；请照验收单核对单号、单位和金额（元，含税）。", "That unit has no such acceptance; nothing was changed. Check number, unit and amount against the paper.").At("number");

    public static Error NothingLeft { get; } = new Error(
        ErrorCode.StateNotAllowed, "这张验收单的货已全部退回，或者已经改计到别的单位，没有可改计的；没有做任何更改。", "All goods of this acceptance went back or count for another unit by now; nothing is left to move, and nothing was changed.").At("number");

    public static Error AskedAlready { get; } = new Error(ErrorCode.StateNotAllowed, "这张验收单已有一项改计申请在办，没有做任何更改；请等它办完。", "A request for this acceptance is under way; nothing was changed. Wait until it is decided.").At("number");

    public static Error NothingToDecide { get; } = new(ErrorCode.StateNotAllowed, "这项申请已经办完或撤回，没有做任何更改；请刷新再看。", "This request was decided or withdrawn already; nothing was changed. Reload the page.");

    public static Error OwnRequest { get; } = new(ErrorCode.SamePerson, "改计要由申请人以外的人同意，您是申请人；没有做任何更改。请另一位同志来办。", "Somebody other than the asker decides, and you asked; nothing was changed. Ask a colleague.");
}
