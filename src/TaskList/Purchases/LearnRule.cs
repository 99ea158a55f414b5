using Commerce.Contracts.Assistance;
using Commerce.Platform.Inbox;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Purchases;

/// <summary>Keeps which purchases measure 47 counts, version by version. Rules of other figures don't concern the list.</summary>
internal sealed class LearnRule(TaskListDbContext db) : IHandle<CountingRuleAgreed>
{
    private const string Measure47 = "MEASURE47";

    public async Task<Taken> Handle(CountingRuleAgreed fact, EventContext context, CancellationToken ct)
    {
        if (fact.Figure != Measure47 || await db.KnownRules.AnyAsync(r => r.Number == fact.Number, ct))
        {
            return Taken.Done;
        }

        db.KnownRules.Add(new()
        {
            Number = fact.Number,
            FromMonth = fact.FromMonth,
            Purposes = string.Join(',', fact.Purposes),
            Channels = string.Join(',', fact.VillageChannels),
            Ground = fact.Ground,
            AgreedAt = fact.AgreedAt,
        });
        return Taken.Done;
    }
}
