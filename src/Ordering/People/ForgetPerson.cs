using Commerce.Ordering.Data;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Inbox;
using Commerce.Platform.Personal;

namespace Commerce.Ordering.People;

/// <summary>Puts the label in place of an erased person's name throughout the module.</summary>
internal sealed class ForgetPerson(OrderingDbContext db) : IHandle<PersonErased>
{
    public async Task<Taken> Handle(PersonErased fact, EventContext context, CancellationToken ct)
    {
        await new Erasure(db, fact.AccountId, fact.Label, fact.NameIsAlone).Run(ct);
        return Taken.Done;
    }
}
