using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commerce.Testing.Stripe;

/// <summary>Stripe as its published rules describe it, on loopback: Checkout sessions, refunds, idempotency keys that keep every answer, 500s included. Ours, and strict where Stripe is.</summary>
public sealed class StripeStub : IAsyncDisposable
{
    public const string Key = "sk_test_stub";

    private readonly WebApplication app;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, Answered> kept = new();
    private readonly Dictionary<string, StubSession> sessions = [];
    private readonly List<StubRefund> refunds = [];
    private readonly ConcurrentQueue<(string Path, bool AfterEffect)> faults = new();
    private int serial;
    private int requests;

    private StripeStub(WebApplication app, TimeProvider clock)
    {
        this.app = app;
        this.clock = clock;
    }

    public Uri Address => new(app.Urls.First());

    /// <summary>Requests to the API, whatever they were answered.</summary>
    public int Requests => requests;

    public IReadOnlyCollection<StubSession> Sessions
    {
        get
        {
            lock (gate)
            {
                return [.. sessions.Values];
            }
        }
    }

    public IReadOnlyCollection<StubRefund> Refunds
    {
        get
        {
            lock (gate)
            {
                return [.. refunds];
            }
        }
    }

    /// <summary>Tells what was paid, as Stripe's messages do: the event's type and the session.</summary>
    public Func<string, StubSession, Task>? Happened { get; set; }

    public static async Task<StripeStub> Start(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var stub = new StripeStub(app, clock);
        app.MapPost("/v1/checkout/sessions", h => stub.Post(h, stub.Create));
        app.MapGet("/v1/checkout/sessions/{id}", h => stub.Get(h, stub.Read));
        app.MapPost("/v1/checkout/sessions/{id}/expire", h => stub.Post(h, stub.Expire));
        app.MapPost("/v1/refunds", h => stub.Post(h, stub.Refund));
        app.MapGet("/v1/refunds", h => stub.Get(h, stub.List));
        app.MapGet("/pay/{id}", h => StubPage.Show(h, stub));
        app.MapPost("/pay/{id}", h => StubPage.Take(h, stub));
        await app.StartAsync();
        return stub;
    }

    /// <summary>The next request to a path is answered 500, before or after its effect.</summary>
    public void Fail(string path, bool afterEffect = true) => faults.Enqueue((path, afterEffect));

    public StubSession Session(string id)
    {
        lock (gate)
        {
            return sessions[id];
        }
    }

    /// <summary>The buyer pays on the hosted page; a session is captured at most once, an ended one never.</summary>
    public async Task<bool> Pay(string id)
    {
        StubSession session;
        lock (gate)
        {
            session = sessions[id];
            if (session.Status != "open" || session.ExpiresAt <= clock.GetUtcNow())
            {
                return false;
            }

            session.Status = "complete";
            session.PaymentStatus = "paid";
            session.IntentId = "pi_" + id[3..];
            session.Captures++;
            session.CapturedFen += session.AmountTotal;
        }

        await (Happened?.Invoke("checkout.session.completed", session) ?? Task.CompletedTask);
        return true;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private (int, JsonNode) Create(HttpContext http, IFormCollection form)
    {
        var now = clock.GetUtcNow();
        if (form["mode"] != "payment" || form["currency"] != "cny" || !form.Keys.Any(k => k.StartsWith("allowed_payment_method_types", StringComparison.Ordinal)) || form["success_url"].Count == 0)
        {
            return Wrong("Missing or unknown parameter.");
        }

        var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(form["expires_at"]!, CultureInfo.InvariantCulture));
        if (expires < now.AddMinutes(30) || expires > now.AddHours(24))
        {
            return Wrong("The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.");
        }

        long total = 0;
        for (var i = 0; form[$"line_items[{i}][price_data][unit_amount]"] is { Count: 1 } amount; i++)
        {
            if (form[$"line_items[{i}][price_data][currency]"] != "cny" || form[$"line_items[{i}][price_data][product_data][name]"].Count == 0)
            {
                return Wrong("A line item needs a currency and a name.");
            }

            total += long.Parse(amount!, CultureInfo.InvariantCulture) * long.Parse(form[$"line_items[{i}][quantity]"]!, CultureInfo.InvariantCulture);
        }

        if (total < 400)
        {
            return Wrong("The Checkout Session's total amount must convert to at least 50 cents.");
        }

        lock (gate)
        {
            var id = "cs_test_" + (++serial).ToString("x8", CultureInfo.InvariantCulture);
            var session = new StubSession(id, form["client_reference_id"].ToString(), total, expires, $"{Address}pay/{id}", form["success_url"]!);
            sessions[id] = session;
            return (200, session.Json(now));
        }
    }

    private (int, JsonNode) Read(HttpContext http)
    {
        lock (gate)
        {
            return sessions.TryGetValue((string)http.Request.RouteValues["id"]!, out var session) ? (200, session.Json(clock.GetUtcNow())) : (404, Error("invalid_request_error", "No such checkout.session"));
        }
    }

    private (int, JsonNode) Expire(HttpContext http, IFormCollection form)
    {
        lock (gate)
        {
            var session = sessions[(string)http.Request.RouteValues["id"]!];
            if (session.Status != "open")
            {
                return Wrong("Only Checkout Sessions with a status in [\"open\"] can be expired.");
            }

            session.Status = "expired";
            return (200, session.Json(clock.GetUtcNow()));
        }
    }

    private (int, JsonNode) Refund(HttpContext http, IFormCollection form)
    {
        lock (gate)
        {
            var session = sessions.Values.SingleOrDefault(s => s.IntentId is not null && s.IntentId == form["payment_intent"]);
            var amount = long.Parse(form["amount"]!, CultureInfo.InvariantCulture);
            var given = refunds.Where(r => r.IntentId == session?.IntentId).Sum(r => r.Amount);
            if (session is null || amount <= 0 || given + amount > session.CapturedFen)
            {
                return Wrong("Refund amount is greater than unrefunded amount on charge.");
            }

            var refund = new StubRefund("re_" + (++serial).ToString("x8", CultureInfo.InvariantCulture), session.IntentId!, amount, form["metadata[refund]"].ToString());
            refunds.Add(refund);
            return (200, refund.Json());
        }
    }

    private (int, JsonNode) List(HttpContext http)
    {
        lock (gate)
        {
            var found = refunds.Where(r => r.IntentId == http.Request.Query["payment_intent"]).Select(r => (JsonNode)r.Json()).ToArray();
            return (200, new JsonObject { ["object"] = "list", ["data"] = new JsonArray(found), ["has_more"] = false, ["url"] = "/v1/refunds" });
        }
    }

    private Task Get(HttpContext http, Func<HttpContext, (int Status, JsonNode Body)> handle)
    {
        Interlocked.Increment(ref requests);
        var (status, body) = !Knows(http) ? (401, Error("invalid_request_error", "Invalid API Key provided")) : Fault(http) is not null ? (500, Error("api_error", "Sorry")) : handle(http);
        return Write(http, status, body.ToJsonString());
    }

    private async Task Post(HttpContext http, Func<HttpContext, IFormCollection, (int Status, JsonNode Body)> handle)
    {
        Interlocked.Increment(ref requests);
        if (!Knows(http))
        {
            await Write(http, 401, Error("invalid_request_error", "Invalid API Key provided").ToJsonString());
            return;
        }

        var form = await http.Request.ReadFormAsync();
        var words = http.Request.Path + "?" + string.Join('&', form.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var mine = new Answered(words);
        var first = key.Length == 0 ? mine : kept.GetOrAdd(key, mine);
        if (first.Words != words)
        {
            await Write(http, 400, Error("idempotency_error", "Keys for idempotent requests can only be used with the same parameters they were first used with.").ToJsonString());
            return;
        }

        if (first != mine)
        {
            await (first.Body is { } body
                ? Write(http, first.Status, body, replayed: true)
                : Write(http, 409, Error("idempotency_error", "There is currently another in-progress request using this key.").ToJsonString()));
            return;
        }

        var fault = Fault(http);
        var (status, answer) = fault == false ? (500, Error("api_error", "Sorry")) : handle(http, form);
        (status, answer) = fault == true && status == 200 ? (500, Error("api_error", "Sorry")) : (status, answer);
        mine.Status = status;
        mine.Body = answer.ToJsonString();
        if (status == 400 && key.Length > 0)
        {
            // Parameters that don't pass aren't kept: no endpoint began its work.
            kept.TryRemove(key, out _);
        }

        await Write(http, status, mine.Body);
    }

    private bool? Fault(HttpContext http)
    {
        if (faults.TryPeek(out var next) && http.Request.Path.Value!.Contains(next.Path, StringComparison.Ordinal) && faults.TryDequeue(out next))
        {
            return next.AfterEffect;
        }

        return null;
    }

    private static bool Knows(HttpContext http) => http.Request.Headers.Authorization == "Bearer " + Key;

    private static Task Write(HttpContext http, int status, string body, bool replayed = false)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        if (replayed)
        {
            http.Response.Headers["Idempotent-Replayed"] = "true";
        }

        // The library would try once more by itself; Stripe says here whether that is worth while.
        http.Response.Headers["Stripe-Should-Retry"] = status == 409 ? "true" : "false";
        return http.Response.WriteAsync(body);
    }

    private static (int, JsonNode) Wrong(string message) => (400, Error("invalid_request_error", message));

    private static JsonObject Error(string type, string message) => new() { ["error"] = new JsonObject { ["type"] = type, ["message"] = message } };

    private sealed class Answered(string words)
    {
        public string Words { get; } = words;

        public int Status { get; set; }

        public volatile string? Body;
    }
}
