using Commerce.Assistance.Data;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;

namespace Commerce.Assistance.Counting;

/// <summary>Goods that went back lower the total of the month in which they went.</summary>
internal sealed class CountReturn(AssistanceDbContext db, TimeProvider clock) : IHandle<GoodsReturned>
{
    public async Task<Taken> Handle(GoodsReturned fact, EventContext context, CancellationToken ct)
    {
        var head = await db.TakeHead(ct);
        var (taken, entries) = await new Tally(db, clock).Judge(CountedDocument.Of(fact), context, ct);
        if (entries.Count > 0)
        {
            await db.Remember(CountedDocument.Of(fact).Names, context.OccurredAt, ct);
            await db.Append(head, entries, ct);
        }

        return taken;
    }
}
