using Commerce.SharedKernel;

namespace Commerce.Assistance;

/// <summary>What day sheets (日销售单) refuse.</summary>
internal static class DaySheetErrors
{
    public static Error NotTypedHere { get; } = new Error(
        ErrorCode.Invalid, "帮销来自日销售单和手机付款，转售由验收自动判定，都不能补记，没有做任何更改；请到“日销售单”登记。", "Help-sell comes from day sheets and sales by phone, resale from acceptances; neither is typed here. Nothing was changed. Use a day sheet.").At("channel");

    public static Error DayWrong(DateOnly today) => new Error(
        ErrorCode.Invalid, $"日期应在 2020-01-01 到 {today:yyyy-MM-dd} 之间，还没到的日子不能填；没有做任何更改。", $"The day lies between 2020-01-01 and {today:yyyy-MM-dd}, not ahead of today; nothing was changed.").At("day");

    public static Error NoShop { get; } = new Error(ErrorCode.Invalid, "只有专柜和自营超市填日销售单，没有做任何更改。", "Only counters and own stores have day sheets; nothing was changed.").At("outletId");

    public static Error NoDraft { get; } = new(ErrorCode.StateNotAllowed, "这张日销售单已经提交或确认，不能再改，没有做任何更改；要改请先退回，已确认的在以后的单子上写退款。", "This day sheet was handed in or confirmed; nothing was changed. Have it sent back first, or write a refund on a later sheet.");

    public static Error WrittenAlready(int version) => new Error(
        ErrorCode.VersionStale, $"这个销售点这一天已有日销售单（第 {version} 版草稿），没有做任何更改；请打开它来改。", $"This outlet has a day sheet of that day (draft, version {version}); nothing was changed. Open it to change it.")
    {
        Path = ["expectedVersion"],
        Facts = new Dictionary<string, string> { ["currentVersion"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture) },
    };

    public static Error NotSubmitted { get; } = new(ErrorCode.StateNotAllowed, "这张日销售单不在待确认状态，没有做任何更改；请刷新再看。", "This day sheet doesn't wait for confirmation; nothing was changed. Reload it.");

    public static Error OwnSheet { get; } = new(ErrorCode.SamePerson, "日销售单须由另一个人确认，您填写或提交过它；没有做任何更改。请另一位同志来确认。", "Somebody else confirms a day sheet, and you wrote or handed it in; nothing was changed.");

    public static Error WhySentBack { get; } = new Error(ErrorCode.Invalid, "退回须写明原因（4 至 400 字），没有做任何更改。", "Sending back needs a reason of 4 to 400 characters; nothing was changed.").At("reason");

    public static Error LinesWrong(int most) => new Error(ErrorCode.Invalid, $"日销售单要有 1 到 {most} 行，没有做任何更改；当天没有现金销售就不用填。", $"A day sheet has 1 to {most} lines; nothing was changed. A day without cash sales needs none.").At("lines");

    public static Error AmountWrong { get; } = new Error(ErrorCode.Invalid, "金额应大于零（退款也写正数），没有做任何更改。", "An amount is more than zero, for a refund too; nothing was changed.").At("amount");

    public static Error QuantityWrong { get; } = new Error(ErrorCode.Invalid, "数量应大于零，最多三位小数，没有做任何更改。", "A quantity is more than zero, with at most three decimal places; nothing was changed.").At("quantity");

    public static Error GoodsWrong { get; } = new Error(ErrorCode.Invalid, "目录外的普通商品要写名称（1 至 100 字）和金额，不写数量，只能是经销；没有做任何更改。", "Ordinary goods that aren't in the catalogue have a name of 1 to 100 characters and an amount, no quantity, and are the outlet's own stock; nothing was changed.").At("goods");

    public static Error Twice { get; } = new Error(ErrorCode.Invalid, "同一产品同一种货源只写一行，没有做任何更改；请合并。", "The same product of the same stock stands on one line; nothing was changed. Put them together.").At("productId");

    public static Error RefundUnknown { get; } = new Error(ErrorCode.NotFound, "没有找到要退的那一行：只能退这个销售点以前已确认的日销售单上的销售；没有做任何更改。", "There is no such line: money goes back for sales on earlier confirmed sheets of this outlet; nothing was changed.").At("refundsLineId");

    public static Error RefundWhy { get; } = new Error(ErrorCode.Invalid, "退款须写明原因（2 至 200 字），没有做任何更改。", "A refund needs a reason of 2 to 200 characters; nothing was changed.").At("reason");

    public static Error MoreThanSold(Money left, string quantity) => new Error(
        ErrorCode.Invalid, $"退的比卖的多：这一行还可退 {quantity}、{left} 元；没有做任何更改。", $"More would go back than was sold: {quantity} for {left} yuan are left of that line; nothing was changed.").At("amount");

    public static Error TooManyDays(int most) => new Error(
        ErrorCode.Invalid, $"一个文件最多填 {most} 天，没有读。请分成几个文件，一个一个导入。", $"A workbook holds at most {most} days and was not read. Split it into several files and import them one after another.").At("file");
}
