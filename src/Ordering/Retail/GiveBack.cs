using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Ordering.Retail;

/// <summary>Has Stripe give money back that was promised. An answer that isn't clear is looked up among Stripe's refunds before anything is asked for again.</summary>
internal sealed class GiveBack(OrderingDbContext db, Till till, TimeProvider clock, OutboxBell bell, ILogger<GiveBack> log)
{
    // Stripe keeps a failure under its key for a day; only after this long without a trace of the refund is another key tried.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    public async Task Do(Guid refundId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var refund = await db.RetailRefunds.AsNoTracking().SingleAsync(r => r.Id == refundId, ct);
        var sale = await db.RetailSales.AsNoTracking().SingleAsync(s => s.Id == refund.SaleId, ct);
        if (refund.State != RefundState.Asked || sale.IntentId is not { } intent)
        {
            return;
        }

        try
        {
            if (await Ask(intent, refund, ct) is var (state, stripeId) && state != RefundState.Asked)
            {
                await Take(sale, refund, state, stripeId, ct);
            }
        }
        catch (StripeUnclearException e)
        {
            log.LogWarning("Stripe gave no clear answer about a refund of {Sale}: {Problem}", sale.Number, e.Message);
        }
    }

    private async Task<(RefundState State, string? Id)> Ask(string intent, RetailRefund refund, CancellationToken ct)
    {
        // Asked before: what became of it?
        if (refund.AskedAt is not null && await till.FindRefund(intent, refund.Id, ct) is { } found)
        {
            return found;
        }

        var now = clock.GetUtcNow();
        if (refund.AskedAt is { } asked && now - asked >= Settled)
        {
            refund.Attempt++;
        }

        var mine = await db.InTransaction(
            _ => db.RetailRefunds.Where(r => r.Id == refund.Id && r.AskedAt == refund.AskedAt)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.AskedAt, now).SetProperty(x => x.Attempt, refund.Attempt), ct),
            ct);
        if (mine == 0)
        {
            // Somebody else is asking at this moment.
            return (RefundState.Asked, null);
        }

        try
        {
            return await till.Refund(intent, refund, ct);
        }
        catch (RefusedByStripeException e)
        {
            if (await till.FindRefund(intent, refund.Id, ct) is { } made)
            {
                return made;
            }

            log.LogError("Stripe gives nothing back: {Problem}", e.Message);
            return (RefundState.Failed, null);
        }
        catch (StripeUnclearException)
        {
            if (await till.FindRefund(intent, refund.Id, ct) is { } made)
            {
                return made;
            }

            throw;
        }
    }

    private Task<Outcome> Take(RetailSale sale, RetailRefund refund, RefundState state, string? stripeId, CancellationToken ct)
    {
        var actor = Actor.OfProgram(Capability.RetailServe, sale.SupplyUnitId);
        var key = string.Create(CultureInfo.InvariantCulture, $"{refund.Id:N}-{state}");
        return new Once(actor, clock, bell).Run(
            db,
            new TakeRefund.Input(key, refund.Id, state),
            async () =>
            {
                var owner = await db.RetailSales.Include(s => s.Refunds).Include(s => s.Lines).AsSplitQuery().SingleAsync(s => s.Id == sale.Id, ct);
                var before = owner.Stand;
                owner.Take(owner.Refunds.Single(r => r.Id == refund.Id), state, stripeId);
                await db.Follow(owner, before, HistoryAction.RefundFailed, actor.Person(), clock.GetUtcNow(), ct);
                return owner.Id;
            },
            ct);
    }
}

/// <summary>The name under which the end of a refund stands in the audit trail.</summary>
internal static class TakeRefund
{
    public sealed record Input(string IdempotencyKey, Guid RefundId, RefundState State) : IMutationInput;
}
