using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Retail;

/// <summary>Sales whose money doesn't fit wait in the inbox of whoever serves the counter: only a person can tell what is right.</summary>
internal sealed class RetailToDo(OrderingDbContext db, Actor actor) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct) => !actor.Can(Capability.RetailServe) ? [] :
    [
        .. (await db.RetailSales.AsNoTracking().ServedBy(actor).Where(s => s.State == RetailState.Unclear).OrderBy(s => s.Serial).Take(50).Select(s => new { s.Number, s.PaidAt, s.StartedAt }).ToListAsync(ct))
            .Select(s => new Todo($"核对零售收款 {s.Number}：金额或币种不符", $"Look at the payment of {s.Number}: its amount or currency doesn't fit", "/retail", s.PaidAt ?? s.StartedAt)),
    ];
}

/// <summary>What of retail waits for a person.</summary>
/// <param name="Unclear">Sales whose money doesn't fit.</param>
/// <param name="Parked">Genuine messages of Stripe that are of no sale of ours.</param>
internal sealed record RetailTrouble(int Unclear, int Parked)
{
    public static async Task<RetailTrouble> Read(OrderingDbContext db, CancellationToken ct) => new(
        await db.RetailSales.CountAsync(s => s.State == RetailState.Unclear, ct), await db.StripeEvents.CountAsync(e => e.State == StripeEventState.Parked, ct));
}
