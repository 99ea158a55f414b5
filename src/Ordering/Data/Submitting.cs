using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Handing in, which drafting may do at once.</summary>
internal static class Submitting
{
    private static readonly Dictionary<Guid, long> NothingLeaves = [];

    /// <summary>Checks the terms of today, holds goods and money, all or nothing, and says so. That this person may buy, the caller has asked.</summary>
    /// <param name="db">Inside the mutation's transaction.</param>
    /// <param name="order">The order.</param>
    /// <param name="known">Today's terms of its offers.</param>
    /// <param name="procurement">How it is procured, where that was said.</param>
    /// <param name="who">Who hands it in.</param>
    /// <param name="now">Server time.</param>
    /// <param name="ct">Cancellation.</param>
    public static async Task<Result> Submit(
        this OrderingDbContext db, Order order, IReadOnlyDictionary<Guid, (KnownOffer Offer, UnitPrice? Price)> known, Procurement? procurement, Person who, DateTimeOffset now,
        CancellationToken ct)
    {
        if (await db.MaySupply(order.Lines, now, ct) is { Failed: true } suspended)
        {
            return suspended;
        }

        if (await db.HasPapers(order.Lines, now.DayInChina(), ct) is { Failed: true } lapsed)
        {
            return lapsed;
        }

        var rules = await Rulebook.Read(db, ct);
        if (await db.Procure(order, procurement, rules, now, ct) is { Failed: true } unproved)
        {
            return unproved;
        }

        if (order.WindowId is { } window && !await db.CountSubmission(window, now, ct))
        {
            return OrderingErrors.WindowClosed(await db.Windows.Where(w => w.Id == window).Select(w => w.Name).SingleAsync(ct));
        }

        var before = order.Holdings;
        if (order.Submit(known, rules.PolicyOf(order.UnitId), who, now) is { Failed: true } refused)
        {
            return refused;
        }

        if (await db.Carry(order, before, NothingLeaves, now, ct) is { Failed: true } missing)
        {
            return missing;
        }

        db.Publish(
            new OrderSubmitted(
                order.Id, order.Number, order.UnitId, order.CountsForUnitId, GraphJson.EnumName(order.Purpose), Money.FromFen(order.EstimatedFen).Amount, now),
            now);
        db.AfterCommit(() => OrderingMeasures.Submitted.Add(1));
        return Result.Done;
    }

    /// <summary>Carries what an order let go of, or holds less of, into stock and budget.</summary>
    public static Task<Result> Carry(this OrderingDbContext db, Order order, Holdings before, DateTimeOffset now, CancellationToken ct) =>
        db.Carry(order, before, NothingLeaves, now, ct);

    /// <summary>采购限额: at or above it, together with what was accepted this year, it has to be said how the goods are procured.</summary>
    private static async Task<Result> Procure(this OrderingDbContext db, Order order, Procurement? procurement, Rulebook rules, DateTimeOffset now, CancellationToken ct)
    {
        if (procurement is not null)
        {
            if (procurement.Check() is { Error: { } wrong })
            {
                return wrong.Path is [var field] ? wrong.At("procurement", field) : wrong;
            }

            order.Procure(procurement);
        }

        var today = now.DayInChina();
        if (order.Procured is not null || rules.LimitOf(order.UnitId, order.Purpose, today) is not { } limit)
        {
            return Result.Done;
        }

        var accepted = await db.AcceptedIn(order.UnitId, order.Purpose, today.Year, ct);
        return accepted + order.EstimatedFen < limit
            ? Result.Done
            : OrderingErrors.ProcurementNeeded(Money.FromFen(limit), Money.FromFen(accepted), Money.FromFen(order.EstimatedFen));
    }
}
