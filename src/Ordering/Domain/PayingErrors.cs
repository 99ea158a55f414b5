using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Everything that paying for one's own order refuses.</summary>
internal static class PayingErrors
{
    public static Error NotOffered { get; } = State("这里没有开通手机付款；请按原来的办法付款", "Paying by phone isn't offered here; pay as before");

    public static Error BeingPaid { get; } = State("这张订单的上一次付款还没有结束；请过一分钟再按一次", "The payment that was begun for this order hasn't come to its end; press again in a minute");

    public static Error Unclear { get; } = State("这张订单有一笔付款对不上，正在核对；请先联系供货单位，不要再付一次", "A payment for this order doesn't fit and is looked at; ask the supplier before you pay again");

    public static Error PaidByTheUnit(string number) => State($"{number} 由单位按对账单付款，不用个人付", $"{number} is paid by the unit by its statement, not by a person");

    public static Error NotAcceptedYet(string number) => State($"{number} 还没有验收，金额未定；请在验收后付款", $"{number} isn't accepted yet, so its amount isn't known; pay after acceptance");

    public static Error NothingOwed(string number) => State($"{number} 没有应付的款；请刷新", $"Nothing is owed on {number}; reload");

    private static Error State(string chinese, string english) => new(ErrorCode.StateNotAllowed, chinese + "；没有做任何更改。", english + "; nothing was changed.");
}
