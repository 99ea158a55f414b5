using Commerce.Assistance.Data;
using Commerce.Assistance.External;
using Commerce.Assistance.Flags;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;

namespace Commerce.Assistance.Counting;

/// <summary>Goods that two people signed for enter the ledger, once for ever. Whatever was recorded as bought elsewhere and looks like them is to be looked at.</summary>
internal sealed class CountPurchase(AssistanceDbContext db, Demonstration demonstration, FindDoubles doubles, TimeProvider clock) : IHandle<GoodsAccepted>
{
    public async Task<Taken> Handle(GoodsAccepted fact, EventContext context, CancellationToken ct)
    {
        var head = await db.TakeHead(ct);
        var (taken, entries) = await new Tally(db, clock).Judge(CountedDocument.Of(fact), context, ct);
        if (entries.Count == 0)
        {
            return taken;
        }

        await db.Keep(KnownRoles.Of(fact), ct);
        await db.Remember(CountedDocument.Of(fact).Names, context.OccurredAt, ct);
        await db.AppendAndSay(head, entries, demonstration, clock.GetUtcNow(), ct);
        if (fact.CorrectsId is null)
        {
            await doubles.Question(FindDoubles.Of(fact), ct);
        }

        return Taken.Done;
    }
}
