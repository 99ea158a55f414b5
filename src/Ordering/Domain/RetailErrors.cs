using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>Everything that selling at a counter refuses.</summary>
internal static class RetailErrors
{
    public static Error NotOffered { get; } = new(
        ErrorCode.StateNotAllowed, "这里没有开通手机付款，没有做任何更改；请向柜台工作人员购买。", "Paying by phone isn't offered here; nothing was changed. Please buy from the staff at the counter.");

    public static Error KeyTooShort { get; } = new Error(
        ErrorCode.Invalid, "没有登录的请求，幂等键至少 32 个字符，由您的设备随机生成；没有做任何更改。", "Without signing in the idempotency key needs at least 32 characters, made at random; nothing was changed.").At("idempotencyKey");

    public static Error NoLines { get; } = new Error(
        ErrorCode.Invalid, "请选 1 至 20 种货；没有做任何更改。", "Choose 1 to 20 kinds of goods; nothing was changed.").At("lines");

    public static Error TwoSellers { get; } = new Error(
        ErrorCode.Invalid, "这些货属于不同的供货单位，请分开付款；没有做任何更改。", "These goods belong to different suppliers; pay for them separately. Nothing was changed.").At("lines");

    public static Error TooMuch { get; } = new Error(
        ErrorCode.Invalid, "一次最多 5000 元；没有做任何更改。请减少数量，或在柜台购买。", "At most 5,000 yuan at a time; nothing was changed. Take less, or buy at the counter.").At("lines");

    public static Error Busy { get; } = new(
        ErrorCode.StateNotAllowed, "这个柜台正在付款的人太多，没有做任何更改；请几分钟后再试，或在柜台购买。", "Too many people are paying at this counter; nothing was changed. Try again in some minutes, or buy from the staff.");

    public static Error WrongPickupCode { get; } = new Error(
        ErrorCode.Invalid, "取货码不对，货没有交出；请看买家手机上的 6 位数字。", "The pick-up code is wrong; nothing was handed over. Look at the 6 digits on the buyer's phone.").At("pickupCode");

    public static Error NothingPaid { get; } = new(
        ErrorCode.StateNotAllowed, "这一单没有收到付款，不能退款；没有做任何更改。", "Nothing was paid for this sale, so nothing can be given back; nothing was changed.");

    public static Error ReasonNeeded { get; } = new Error(
        ErrorCode.Invalid, "请写退款的原因，1 至 400 个字；没有做任何更改。", "Give the reason of the refund, 1 to 400 characters; nothing was changed.").At("reason");

    public static Error NotForRetail(string product) => new(
        ErrorCode.UseNotPermitted, $"{product}不能在手机上购买（不是零售的货，或要称重），没有做任何更改；请向柜台工作人员询问。", $"{product} can't be bought by phone (it isn't sold to travellers, or is weighed); nothing was changed. Ask the staff.");

    public static Error NotToHandOver(RetailState state) => new(
        ErrorCode.StateNotAllowed,
        state switch
        {
            RetailState.Reserved => "这一单还没有付款，不能交货；没有做任何更改。",
            RetailState.Paid => "这一单不能交货；没有做任何更改。",
            RetailState.HandedOver => "这一单的货已经交出，不能再交一次；没有做任何更改。",
            RetailState.Lapsed => "这一单没有按时付款，货已放回；没有做任何更改。",
            RetailState.Refunded => "这一单已经退款，不能交货；没有做任何更改。",
            RetailState.Unclear => "这一单的付款对不上，请先核对，不能交货；没有做任何更改。",
        },
        state switch
        {
            RetailState.Reserved => "This sale isn't paid yet; nothing was changed.",
            RetailState.Paid => "This sale can't be handed over; nothing was changed.",
            RetailState.HandedOver => "The goods were handed over already; nothing was changed.",
            RetailState.Lapsed => "This sale wasn't paid in time and the goods were put back; nothing was changed.",
            RetailState.Refunded => "This sale was refunded; nothing was changed.",
            RetailState.Unclear => "The payment doesn't fit this sale: look at it first. Nothing was changed.",
        });

    public static Error MoreThanPaid(Money left) => new Error(
        ErrorCode.Invalid, $"退款应大于零、不超过还没有退的 {left} 元；没有做任何更改。", $"A refund is above zero and at most the {left} yuan that weren't given back yet; nothing was changed.").At("amount");
}
