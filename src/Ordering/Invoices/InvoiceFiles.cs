using Commerce.Ordering.Data;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Ordering.Invoices;

/// <summary>Who may open the file of an invoice: who may see its statement.</summary>
internal static class InvoiceFiles
{
    public static Task<bool> MayRead(IServiceProvider services, Actor actor, Guid fileId, CancellationToken ct)
    {
        var db = services.GetRequiredService<OrderingDbContext>();
        var visible = db.Statements.VisibleTo(actor);
        return db.Invoices.AnyAsync(i => i.FileId == fileId && visible.Any(s => s.Id == i.StatementId), ct);
    }
}
