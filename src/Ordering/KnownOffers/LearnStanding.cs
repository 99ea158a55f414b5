using Commerce.Contracts.Catalog;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Inbox;

namespace Commerce.Ordering.KnownOffers;

/// <summary>Keeps who is suspended (暂停供货), and since when.</summary>
internal sealed class LearnSuspension(OrderingDbContext db) : IHandle<ProducerSuspended>
{
    public async Task<Taken> Handle(ProducerSuspended fact, EventContext context, CancellationToken ct)
    {
        if (await db.Suspensions.FindAsync([fact.SuspensionId], ct) is not { } known)
        {
            db.Suspensions.Add(new KnownSuspension
            {
                Id = fact.SuspensionId,
                ProducerId = fact.ProducerId,
                From = fact.From,
                To = fact.To,
                Reason = fact.Reason,
                SaidAt = context.OccurredAt,
            });
        }
        else if (known.SaidAt < context.OccurredAt)
        {
            (known.From, known.To, known.Reason, known.SaidAt) = (fact.From, fact.To, fact.Reason, context.OccurredAt);
        }

        return Taken.Done;
    }
}

/// <summary>Keeps the certificates that goods need when they are sent.</summary>
internal sealed class LearnCertificate(OrderingDbContext db) : IHandle<CertificateRecorded>
{
    public async Task<Taken> Handle(CertificateRecorded fact, EventContext context, CancellationToken ct)
    {
        if (fact.Recognition)
        {
            return Taken.Done;
        }

        if (await db.Certificates.FindAsync([fact.CertificateId], ct) is not { } known)
        {
            known = new KnownCertificate { Id = fact.CertificateId, ProductId = fact.ProductId, Kind = fact.Kind, Number = fact.Number, SaidAt = context.OccurredAt };
            db.Certificates.Add(known);
        }
        else if (known.SaidAt >= context.OccurredAt)
        {
            return Taken.Done;
        }

        (known.ValidFrom, known.ValidTo, known.WithdrawnOn, known.SaidAt) = (fact.ValidFrom, fact.ValidTo, fact.WithdrawnOn, context.OccurredAt);
        return Taken.Done;
    }
}

/// <summary>Keeps the recognitions (认定), apart from the papers that goods need.</summary>
internal sealed class LearnRecognition(OrderingDbContext db) : IHandle<CertificateRecorded>
{
    public async Task<Taken> Handle(CertificateRecorded fact, EventContext context, CancellationToken ct)
    {
        if (!fact.Recognition)
        {
            return Taken.Done;
        }

        if (await db.Recognitions.FindAsync([fact.CertificateId], ct) is not { } known)
        {
            known = new KnownRecognition { Id = fact.CertificateId, ProductId = fact.ProductId, SaidAt = context.OccurredAt };
            db.Recognitions.Add(known);
        }
        else if (known.SaidAt >= context.OccurredAt)
        {
            return Taken.Done;
        }

        (known.ValidFrom, known.ValidTo, known.WithdrawnOn, known.SaidAt) = (fact.ValidFrom, fact.ValidTo, fact.WithdrawnOn, context.OccurredAt);
        return Taken.Done;
    }
}
