using System.Text.Json;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Stripe;

namespace Commerce.Ordering.Retail;

/// <summary>POST /webhooks/stripe: Stripe says that something happened. Anybody may knock; what isn't signed, is too old or too early isn't heard. A message is only a nudge:
/// it is written down once and answered at once, then Stripe itself is asked how the sale stands.</summary>
internal static class StripeDoor
{
    public const string Path = "/webhooks/stripe";

    private const int LargestBytes = 256 * 1024;
    private const long ToleranceSeconds = 300;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, Take).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> Take(HttpContext http, OrderingDbContext db, StripeSettings settings, TimeProvider clock, SettleSale settle)
    {
        if (!settings.Offered)
        {
            return Results.NotFound();
        }

        if (await Read(http.Request) is not { } body || !IsGenuine(body, http.Request.Headers["Stripe-Signature"].ToString(), settings, clock.GetUtcNow()) || Parse(body, settings, clock.GetUtcNow()) is not { } message)
        {
            return Results.BadRequest();
        }

        var isNew = await db.InTransaction(
            async _ =>
            {
                if (await db.StripeEvents.AnyAsync(e => e.Id == message.Id, http.RequestAborted))
                {
                    return false;
                }

                if (message is { State: StripeEventState.Waiting, SaleId: { } named } && !await db.RetailSales.AnyAsync(s => s.Id == named, http.RequestAborted))
                {
                    message.State = StripeEventState.Parked;
                }

                db.StripeEvents.Add(message);
                await db.SaveChangesAsync(http.RequestAborted);
                return true;
            },
            http.RequestAborted);
        if (isNew && message is { State: StripeEventState.Waiting, SaleId: { } sale })
        {
            // The answer first: Stripe doesn't wait while we ask it. Should this be lost, the clock finds the message waiting.
            http.Response.OnCompleted(async () =>
            {
                if (await settle.Look(sale, CancellationToken.None, message.SessionId))
                {
                    await db.Done(message, CancellationToken.None);
                }
            });
        }

        return Results.Ok();
    }

    private static async Task<string?> Read(HttpRequest request)
    {
        if (request.ContentLength > LargestBytes)
        {
            return null;
        }

        var buffer = new byte[LargestBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return read > LargestBytes ? null : System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }

    /// <summary>Signed with one of our secrets, not more than five minutes ago, nor more than five minutes from now.</summary>
    private static bool IsGenuine(string body, string header, StripeSettings settings, DateTimeOffset now) => settings.WebhookSecrets.Any(secret =>
    {
        try
        {
            EventUtility.ValidateSignature(body, header, secret, ToleranceSeconds, now.ToUnixTimeSeconds());
            return true;
        }
        catch (Exception e) when (e is StripeException or FormatException or KeyNotFoundException or ArgumentException or IndexOutOfRangeException or OverflowException or NullReferenceException)
        {
            return false;
        }
    });

    /// <summary>Only what says which sale to ask after is read; null when it is no event at all.</summary>
    private static StripeEvent? Parse(string body, StripeSettings settings, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var type = root.GetProperty("type").GetString()!;
            var thing = root.GetProperty("data").GetProperty("object");
            var ours = !(root.TryGetProperty("account", out var account) && account.ValueKind == JsonValueKind.String)
                && root.TryGetProperty("livemode", out var live) && live.ValueKind is JsonValueKind.True or JsonValueKind.False && live.GetBoolean() == settings.Live;
            var session = Text(thing, "object") == "checkout.session" ? Text(thing, "id") : null;
            var sale = Guid.TryParseExact(Text(thing, "client_reference_id"), "N", out var id) ? id : default(Guid?);
            return new StripeEvent
            {
                Id = root.GetProperty("id").GetString() is { Length: > 0 and <= 255 } named ? named : throw new JsonException(),
                Type = type.Length <= 100 ? type : throw new JsonException(),
                SaleId = sale,
                SessionId = session,
                At = now,
                State = session is null ? StripeEventState.Ignored : ours && sale is not null ? StripeEventState.Waiting : StripeEventState.Parked,
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement thing, string name) => thing.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
