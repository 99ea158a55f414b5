using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Ordering.Retail;

/// <summary>The one way in which a sale moves by Stripe's word. The page the buyer comes back to, a message from Stripe, the clock and a second press of the button all end here:
/// Stripe is asked how it stands, outside any transaction, and its answer is taken in one, once.</summary>
internal sealed class SettleSale(OrderingDbContext db, Till till, GiveBack giveBack, TimeProvider clock, OutboxBell bell, ILogger<SettleSale> log)
{
    /// <summary>Asks after a sale and takes the answer. When Stripe doesn't answer nothing changes, and the clock asks again.</summary>
    /// <param name="saleId">The sale.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="hint">A session that a message named; used when we don't know ours, after Stripe has confirmed that it is.</param>
    /// <param name="end">It isn't to be paid any more, though there would be time: another amount is owed.</param>
    /// <returns>True when Stripe has answered.</returns>
    public async Task<bool> Look(Guid saleId, CancellationToken ct, string? hint = null, bool end = false)
    {
        db.ChangeTracker.Clear();
        if (await db.RetailSales.AsNoTracking().Include(s => s.Lines).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == saleId, ct) is not { } sale)
        {
            return true;
        }

        try
        {
            if (await TruthOf(sale, hint, end, ct) is { } truth && truth.State is not (SessionState.Open or SessionState.Processing))
            {
                await Take(sale, truth, ct);
                foreach (var refund in await db.RetailRefunds.AsNoTracking().Where(r => r.SaleId == saleId && r.State == RefundState.Asked).Select(r => r.Id).ToListAsync(ct))
                {
                    await giveBack.Do(refund, ct);
                }
            }

            return true;
        }
        catch (StripeUnclearException e)
        {
            log.LogWarning("Stripe gave no clear answer about {Sale}: {Problem}", sale.Number, e.Message);
            return false;
        }
        finally
        {
            var now = clock.GetUtcNow();
            await db.InTransaction(_ => db.RetailSales.Where(s => s.Id == saleId).ExecuteUpdateAsync(s => s.SetProperty(x => x.AskedAt, now), CancellationToken.None), CancellationToken.None);
        }
    }

    /// <summary>Takes an answer: the sale and the goods it holds move together, and the same answer moves them once.</summary>
    internal Task<Outcome> Take(RetailSale sale, SessionTruth truth, CancellationToken ct)
    {
        var actor = Actor.OfProgram(Capability.RetailServe, sale.SupplyUnitId);
        var key = string.Create(CultureInfo.InvariantCulture, $"{sale.Id:N}-{truth.State}-{truth.AmountFen}-{truth.Currency}");
        return new Once(actor, clock, bell).Run(db, new TakeAnswer.Input(key, sale.Id, truth), () => Taken(sale.Id, truth, ct), ct);
    }

    private async Task<Result<Guid>> Taken(Guid saleId, SessionTruth truth, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var sale = await db.RetailSales.Include(s => s.Lines).AsSplitQuery().SingleAsync(s => s.Id == saleId, ct);
        var before = sale.Stand;
        sale.Take(truth, now);
        if (await db.Follow(sale, before, HistoryAction.Paid, null, now, ct) is { } order)
        {
            // Goods went back while the page stood open: what is too much goes back too.
            await db.GiveBackSurplus(order, "付款时应付金额已减少", Actor.OfProgram(Capability.RetailServe, sale.SupplyUnitId).Person(), now, ct);
        }

        return saleId;
    }

    private async Task<SessionTruth?> TruthOf(RetailSale sale, string? hint, bool end, CancellationToken ct)
    {
        var late = end || clock.GetUtcNow() >= sale.ReservedUntil;
        var session = sale.SessionId ?? await Adopt(sale, hint, ct);
        if (session is null)
        {
            if (sale.State != RetailState.Reserved)
            {
                return null;
            }

            try
            {
                session = await Open(sale, ct);
            }
            catch (RefusedByStripeException e)
            {
                log.LogError("Stripe opens no page for {Sale}: {Problem}", sale.Number, e.Message);
                return SessionTruth.NeverMade;
            }
            catch (StripeUnclearException) when (clock.GetUtcNow() > sale.SessionUntil)
            {
                // Whether or not it was made: nobody was told its address, and by now it has ended by itself.
                return SessionTruth.NeverMade;
            }
        }

        try
        {
            var truth = await till.Ask(session, ct);
            return late && truth.State == SessionState.Open ? await till.End(session, ct) : truth;
        }
        catch (RefusedByStripeException e)
        {
            // The key of another account, most likely: that isn't the buyer's fault, so nothing is given up.
            throw new StripeUnclearException(e.Message, e);
        }
    }

    private async Task<string> Open(RetailSale sale, CancellationToken ct)
    {
        var (id, url) = await till.Open(sale, ct);
        await Keep(sale.Id, id, url, ct);
        return id;
    }

    private async Task<string?> Adopt(RetailSale sale, string? hint, CancellationToken ct)
    {
        try
        {
            if (hint is null || (await till.Ask(hint, ct)).SaleId != sale.Id)
            {
                return null;
            }
        }
        catch (RefusedByStripeException)
        {
            return null;
        }

        await Keep(sale.Id, hint, null, ct);
        return hint;
    }

    private Task Keep(Guid sale, string session, string? url, CancellationToken ct) => db.InTransaction(
        _ => db.RetailSales.Where(s => s.Id == sale && s.SessionId == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.SessionId, session).SetProperty(x => x.PayUrl, url), ct), ct);
}

/// <summary>The name under which an answer of Stripe stands in the audit trail.</summary>
internal static class TakeAnswer
{
    public sealed record Input(string IdempotencyKey, Guid SaleId, SessionTruth Truth) : IMutationInput;
}
