using System.Globalization;
using System.Net;
using Commerce.Ordering.Domain;
using Stripe;
using Stripe.Checkout;

namespace Commerce.Ordering.Retail;

/// <summary>Stripe has said no for good: trying again brings the same answer.</summary>
internal sealed class RefusedByStripeException(string message, Exception cause) : Exception(message, cause);

/// <summary>Stripe doesn't answer, or not clearly: what was asked may have been done or not. It is asked again.</summary>
internal sealed class StripeUnclearException(string message, Exception cause) : Exception(message, cause);

/// <summary>What we ask of Stripe: one hosted Checkout page per sale, its truth, its end, money back. Card data never comes near us.</summary>
internal sealed class Till
{
    private static readonly List<string> Methods = ["card", "alipay", "wechat_pay"];

    private readonly StripeSettings settings;
    private readonly StripeClient? stripe;

    public Till(StripeSettings settings, HttpClient http)
    {
        this.settings = settings;

        // One more try of the library's own, under the same key; no statistics about us.
        stripe = settings.Offered
            ? new(new StripeClientOptions { ApiKey = settings.SecretKey, ApiBase = settings.ApiBase.ToString().TrimEnd('/'), HttpClient = new SystemNetHttpClient(http, 1, null, enableTelemetry: false) })
            : null;
    }

    private StripeClient Stripe => stripe ?? throw new InvalidOperationException("No key is set.");

    /// <summary>The page on which the sale is paid. The same sale asks under the same key with the same words, and so gets the same page.</summary>
    public async Task<(string Id, string Url)> Open(RetailSale sale, CancellationToken ct)
    {
        var back = new Uri(settings.PublicAddress, sale.OrderNumber is { } order ? $"/orders/{order}" : $"/buy/sale/{sale.Id:N}").ToString();
        var id = sale.Id.ToString("N");
        var options = new SessionCreateOptions
        {
            Mode = "payment",
            Currency = "cny",
            AllowedPaymentMethodTypes = Methods,
            PaymentMethodOptions = new() { WechatPay = new() { Client = "web" } },
            ClientReferenceId = id,
            Metadata = new() { ["sale"] = id, ["number"] = sale.Number },
            PaymentIntentData = new() { Metadata = new() { ["sale"] = id, ["number"] = sale.Number }, Description = $"消费帮扶 {sale.Number}" },
            LineItems = [.. sale.OrderNumber is { } paid
                ? [Item($"订单 {paid} 货款", sale.TotalFen)]
                : sale.Lines.OrderBy(l => l.Position).Select(l => Item($"{l.ProductName} {l.Specification} × {l.Quantity}", l.AmountFen))],
            ExpiresAt = sale.SessionUntil.UtcDateTime,
            SuccessUrl = back,
            CancelUrl = back,
        };
        return await Asked(async () =>
        {
            var session = await Stripe.V1.Checkout.Sessions.CreateAsync(options, new RequestOptions { IdempotencyKey = $"sale-{id}" }, ct);
            return (session.Id, session.Url);
        });
    }

    /// <summary>Stripe's word about a session.</summary>
    public Task<SessionTruth> Ask(string sessionId, CancellationToken ct) => Asked(async () => Truth(await Stripe.V1.Checkout.Sessions.GetAsync(sessionId, null, null, ct)));

    /// <summary>Ends a session, so that it can't be paid any more; when it is too late for that, what it says instead.</summary>
    public async Task<SessionTruth> End(string sessionId, CancellationToken ct)
    {
        try
        {
            await Asked(() => Stripe.V1.Checkout.Sessions.ExpireAsync(sessionId, null, null, ct));
        }
        catch (Exception e) when (e is RefusedByStripeException or StripeUnclearException)
        {
            // Paid or ended meanwhile, or perhaps ended just now: its state is the answer.
        }

        return await Ask(sessionId, ct);
    }

    /// <summary>Gives money back.</summary>
    public Task<(RefundState State, string Id)> Refund(string intentId, RetailRefund refund, CancellationToken ct) => Asked(async () => State(await Stripe.V1.Refunds.CreateAsync(
        new RefundCreateOptions { PaymentIntent = intentId, Amount = refund.AmountFen, Metadata = new() { ["refund"] = refund.Id.ToString("N") } },
        new RequestOptions { IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"refund-{refund.Id:N}-{refund.Attempt}") },
        ct)));

    /// <summary>The refund as Stripe has it, whatever it answered when it was asked for; null when it has none.</summary>
    public Task<(RefundState State, string Id)?> FindRefund(string intentId, Guid refundId, CancellationToken ct) => Asked(async () =>
    {
        await foreach (var one in Stripe.V1.Refunds.ListAutoPagingAsync(new RefundListOptions { PaymentIntent = intentId, Limit = 100 }, null, ct))
        {
            if (one.Metadata?.GetValueOrDefault("refund") == refundId.ToString("N"))
            {
                return State(one);
            }
        }

        return ((RefundState, string)?)null;
    });

    private static SessionLineItemOptions Item(string name, long fen) => new() { Quantity = 1, PriceData = new() { Currency = "cny", UnitAmount = fen, ProductData = new() { Name = name } } };

    private static (RefundState State, string Id) State(Refund refund) => (refund.Status switch
    {
        "succeeded" => RefundState.Done,
        "failed" or "canceled" => RefundState.Failed,
        _ => RefundState.Asked,
    }, refund.Id);

    private static SessionTruth Truth(Session session) => new(
        session switch
        {
            { Status: "complete", PaymentStatus: "paid" } => SessionState.Paid,
            { Status: "complete" } => SessionState.Processing,
            { Status: "expired" } => SessionState.Expired,
            _ => SessionState.Open,
        },
        Guid.TryParseExact(session.ClientReferenceId, "N", out var sale) ? sale : null,
        session.PaymentIntentId,
        session.AmountTotal ?? 0,
        session.Currency ?? "");

    private static async Task<T> Asked<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (StripeException e) when (e.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.NotFound && e.StripeError?.Type != "idempotency_error")
        {
            throw new RefusedByStripeException(e.Message, e);
        }
        catch (Exception e) when (e is StripeException or HttpRequestException or IOException or TaskCanceledException { InnerException: TimeoutException })
        {
            // Wrong keys (401, 403) too: the setting will be mended, the sale mustn't be given up for it.
            throw new StripeUnclearException(e.Message, e);
        }
    }
}
