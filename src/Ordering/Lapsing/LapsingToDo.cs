using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Lapsing;

/// <summary>Open orders that a certificate's end touches wait as one item in the inbox of whoever supplies and of the office.</summary>
internal sealed class LapsingToDo(ReadLapsing lapsing, Actor actor) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct) =>
        (actor.Can(Capability.OrderSupply) || actor.Can(Capability.AssistanceManage)) && await lapsing.All(ct) is [var first, ..] all
            ?
            [
                new(
                    $"处理证书到期影响的未发订单（{all.Count} 行，最早 {first.Product}）",
                    $"See to open orders touched by certificates that end ({all.Count} lines, first {first.Product})",
                    "/orders/papers",
                    all.Select(l => (Ordered: l.SubmittedAt, Listed: l.Missing.From.AddDays(-1 - ReadLapsing.Ahead).StartInChina())).Min(s => s.Ordered > s.Listed ? s.Ordered : s.Listed),
                    first.Missing.From.AddDays(-1)),
            ]
            : [];
}
