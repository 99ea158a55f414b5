using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.External;
using Commerce.Assistance.Flags;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.KnownInvoices;

/// <summary>Keeps the invoices of our own orders, so that a purchase recorded from the same paper is seen.</summary>
internal sealed class RememberInvoice(AssistanceDbContext db, FindDoubles doubles) : IHandle<InvoiceRegistered>
{
    public async Task<Taken> Handle(InvoiceRegistered fact, EventContext context, CancellationToken ct)
    {
        if (!Money.IsExact(fact.Gross))
        {
            return Taken.Refused($"{fact.Number}: {fact.Gross} is no amount");
        }

        await db.Keep(KnownRoles.Of(fact, context.OccurredAt), ct);

        // A record in hand stands still until this is done.
        await db.TakeHead(ct);
        if (fact.Gross > 0 && !await db.KnownInvoices.AnyAsync(i => i.InvoiceId == fact.InvoiceId, ct))
        {
            var invoice = new KnownInvoice
            {
                InvoiceId = fact.InvoiceId,
                UnitId = fact.UnitId,
                Number = Doubles.KeyOf(fact.Number),
                SupplierKey = Doubles.KeyOf(fact.Supplier),
                On = fact.IssuedOn,
                Amount = Money.Of(fact.Gross),
            };
            db.KnownInvoices.Add(invoice);
            await doubles.Question([Resembled.From(invoice)], ct);
        }

        return Taken.Done;
    }
}
