using Commerce.Assistance.Data;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Inbox;

namespace Commerce.Assistance.Flags;

/// <summary>What a person is called on papers, for those who look at a flag.</summary>
internal sealed class RememberPerson(AssistanceDbContext db) : IHandle<PersonRecorded>
{
    public async Task<Taken> Handle(PersonRecorded fact, EventContext context, CancellationToken ct)
    {
        await db.Remember([(fact.AccountId, fact.Name)], context.OccurredAt, ct);
        return Taken.Done;
    }
}
