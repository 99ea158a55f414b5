using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Recalls;

/// <summary>A recall waits for 30 days in the inbox of the keepers of units that got goods of the batch: what is left must not be eaten.</summary>
internal sealed class RecallToDo(ReadRecalls recalls, Actor actor, TimeProvider clock) : ITodo
{
    /// <summary>Days from the recall on.</summary>
    public const int Days = 30;

    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        if (!actor.Can(Capability.OrderAccept))
        {
            return [];
        }

        var since = clock.GetUtcNow().DayInChina().AddDays(-Days);
        return
        [
            .. (await recalls.All(ct)).Where(r => r.Batch.WithdrawnOn >= since && actor.Can(Capability.OrderAccept, r.UnitId)).GroupBy(r => (r.Batch.Id, r.UnitId)).Select(g => (First: g.First(), Orders: g.Select(r => r.Order).Distinct().Count()))
                .Select(r => new Todo(
                    $"停用并退回召回的“{r.First.Product}”批次 {r.First.Batch.Number}（{r.First.Batch.WithdrawnBecause}；{r.First.Unit}，{r.Orders} 张订单）",
                    $"Stop using {r.First.Product}, batch {r.First.Batch.Number}, which was recalled ({r.First.Batch.WithdrawnBecause}; {r.First.Unit}, {r.Orders} orders)",
                    $"/orders/recall?batch={r.First.Batch.Id}",
                    r.First.Batch.WithdrawnOn!.Value.StartInChina())),
        ];
    }
}
