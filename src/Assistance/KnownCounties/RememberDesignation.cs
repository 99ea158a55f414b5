using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;

namespace Commerce.Assistance.KnownCounties;

/// <summary>Keeps which counties stand on the list of assisted counties, and since when.</summary>
internal sealed class RememberDesignation(AssistanceDbContext db) : IHandle<CountyDesignated>
{
    public async Task<Taken> Handle(CountyDesignated fact, EventContext context, CancellationToken ct)
    {
        var at = LedgerEntry.Kept(context.OccurredAt);
        if (await db.KnownDesignations.FindAsync([fact.DesignationId], ct) is not { } known)
        {
            db.KnownDesignations.Add(new KnownDesignation
            {
                DesignationId = fact.DesignationId,
                CountyCode = fact.CountyCode,
                From = fact.From,
                To = fact.To,
                SaidAt = at,
            });
        }
        else if (known.SaidAt < at)
        {
            known.From = fact.From;
            known.To = fact.To;
            known.SaidAt = at;
        }

        return Taken.Done;
    }
}
