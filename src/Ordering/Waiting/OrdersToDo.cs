using Commerce.Platform.Modules;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Waiting;

/// <summary>Orders and deliveries in a person's inbox.</summary>
internal sealed class OrdersToDo(ReadWaiting waiting) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct) => [.. (await waiting.Read(ct)).Select(Item)];

    private static Todo Item(OpenStep w)
    {
        var (chinese, english, room) = w.For switch
        {
            WaitsFor.Mending => ("修改退回的订单", "Mend the order that was sent back", "orders"),
            WaitsFor.Decision => ("审批订单", "Decide on order", "orders"),
            WaitsFor.Confirmation => ("确认订单", "Confirm order", "orders"),
            WaitsFor.Dispatch => ("发货", "Dispatch order", "orders"),
            WaitsFor.Weighing => ("过秤验收", "Weigh delivery", "accept"),
            WaitsFor.WeighingAgain => ("重新过秤（被退回）", "Weigh again (sent back) delivery", "accept"),
            WaitsFor.SecondSignature => ("第二人签字验收", "Sign second for delivery", "accept"),
        };
        var goods = w.More > 0 ? $"{w.Goods} 等 {w.More + 1} 种" : w.Goods;
        var moreGoods = w.More > 0 ? $"{w.Goods} and {w.More} more" : w.Goods;
        return new($"{chinese} {w.Number}（{w.Unit}，{goods}，{Yuan(w.Amount)} 元）", $"{english} {w.Number} ({w.Unit}, {moreGoods}, {Yuan(w.Amount)} yuan)", $"/{room}/{w.Number}", w.Since);
    }

    private static string Yuan(Money amount) => Ui.Words.Yuan(amount);
}
