using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;

namespace Commerce.Assistance.Recognitions;

/// <summary>Keeps which goods are recognised (帮扶产品认定), and from when to when. Other certificates don't concern the ledger.</summary>
internal sealed class RememberRecognition(AssistanceDbContext db) : IHandle<CertificateRecorded>
{
    public async Task<Taken> Handle(CertificateRecorded fact, EventContext context, CancellationToken ct)
    {
        if (!fact.Recognition)
        {
            return Taken.Done;
        }

        var at = LedgerEntry.Kept(context.OccurredAt);
        if (await db.KnownRecognitions.FindAsync([fact.CertificateId], ct) is not { } known)
        {
            known = new KnownRecognition { CertificateId = fact.CertificateId, ProductId = fact.ProductId, SaidAt = at };
            db.KnownRecognitions.Add(known);
        }
        else if (known.SaidAt >= at)
        {
            return Taken.Done;
        }

        var withdrawn = fact.WithdrawnOn?.AddDays(-1);
        (known.From, known.To, known.SaidAt) = (fact.ValidFrom, fact.ValidTo < withdrawn ? fact.ValidTo : withdrawn ?? fact.ValidTo, at);
        return Taken.Done;
    }
}
