using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Recognised goods (认定) told from ordinary ones (普通): docs/catalogue.md.</summary>
internal static class Recognising
{
    /// <summary>Which of some products are recognised on a day.</summary>
    public static async Task<IReadOnlySet<Guid>> RecognisedOn(this OrderingDbContext db, IReadOnlyCollection<Guid> products, DateOnly day, CancellationToken ct) =>
        (await db.Recognitions.AsNoTracking().Where(r => products.Contains(r.ProductId)).ToListAsync(ct)).Where(r => r.HeldOn(day)).Select(r => r.ProductId).ToHashSet();

    /// <summary>Which lines of an order are of recognised goods: on the day of its last signed acceptance, and on this day as long as nothing was accepted.</summary>
    public static async Task<IReadOnlySet<Guid>> RecognisedLines(this OrderingDbContext db, Order order, DateOnly today, CancellationToken ct)
    {
        Guid[] products = [.. order.Lines.Select(l => l.ProductId).Distinct()];
        var recognitions = (await db.Recognitions.AsNoTracking().Where(r => products.Contains(r.ProductId)).ToListAsync(ct)).ToLookup(r => r.ProductId);
        return order.Lines.Where(l => recognitions[l.ProductId].Any(r => r.HeldOn(AcceptedOn(order, l.Id) ?? today))).Select(l => l.Id).ToHashSet();
    }

    private static DateOnly? AcceptedOn(Order order, Guid line) =>
        order.Acceptances.Where(a => a.State == AcceptanceState.Signed && a.CorrectsId is null && a.Lines.Exists(l => l.OrderLineId == line)).Max(a => a.AcceptedAt)?.DayInChina();
}
