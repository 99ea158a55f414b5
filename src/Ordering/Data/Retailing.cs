using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Whose sales somebody sees, and what they do to the shelf.</summary>
internal static class Retailing
{
    /// <summary>The sales of a person's counter.</summary>
    public static IQueryable<RetailSale> ServedBy(this IQueryable<RetailSale> sales, Actor actor)
    {
        Guid[] units = [.. actor.UnitsWhere(Capability.RetailServe)];
        return sales.Where(s => units.Contains(s.SupplyUnitId));
    }

    /// <summary>What a message was about has been asked after.</summary>
    public static Task Done(this OrderingDbContext db, StripeEvent message, CancellationToken ct) => db.InTransaction(
        _ => db.StripeEvents.Where(e => e.Id == message.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.State, StripeEventState.Done), ct), ct);

    /// <summary>Frees what was held and is held no more.</summary>
    /// <exception cref="InvalidOperationException">The goods aren't there: stock and sales don't fit.</exception>
    public static async Task LetGo(this OrderingDbContext db, IReadOnlyDictionary<Guid, long> before, IReadOnlyDictionary<Guid, long> after, DateTimeOffset now, CancellationToken ct)
    {
        var moves = before.Keys.Union(after.Keys).ToDictionary(o => o, o => (after.GetValueOrDefault(o) - before.GetValueOrDefault(o), 0L));
        if (await db.MoveStock(moves, now, ct) is { } offer)
        {
            throw new InvalidOperationException($"Stock of offer {offer} doesn't fit what its sales hold.");
        }
    }
}
