using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Commerce.Testing.Stripe;

/// <summary>A Checkout session at the stub.</summary>
public sealed class StubSession(string id, string reference, long amount, DateTimeOffset expiresAt, string url, string successUrl)
{
    public string Id { get; } = id;

    public string Reference { get; set; } = reference;

    public long AmountTotal { get; set; } = amount;

    public string Currency { get; set; } = "cny";

    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    public string Url { get; } = url;

    public string SuccessUrl { get; } = successUrl;

    public string Status { get; set; } = "open";

    public string PaymentStatus { get; set; } = "unpaid";

    public string? IntentId { get; set; }

    public int Captures { get; set; }

    public long CapturedFen { get; set; }

    public JsonObject Json(DateTimeOffset now)
    {
        Status = Status == "open" && ExpiresAt <= now ? "expired" : Status;
        return new()
        {
            ["id"] = Id,
            ["object"] = "checkout.session",
            ["client_reference_id"] = Reference,
            ["amount_total"] = AmountTotal,
            ["currency"] = Currency,
            ["expires_at"] = ExpiresAt.ToUnixTimeSeconds(),
            ["status"] = Status,
            ["payment_status"] = PaymentStatus,
            ["payment_intent"] = IntentId,
            ["url"] = Status == "open" ? Url : null,
            ["livemode"] = false,
            ["mode"] = "payment",
        };
    }

    /// <summary>The message that Stripe sends about it.</summary>
    public string Event(string id, string type, DateTimeOffset now, string? account = null, bool live = false)
    {
        var message = new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = "2026-10-28.endive",
            ["created"] = now.ToUnixTimeSeconds(),
            ["livemode"] = live,
            ["type"] = type,
            ["data"] = new JsonObject { ["object"] = Json(now) },
        };
        if (account is not null)
        {
            message["account"] = account;
        }

        return message.ToJsonString();
    }
}

/// <summary>A refund at the stub.</summary>
public sealed record StubRefund(string Id, string IntentId, long Amount, string Reference)
{
    public string Status { get; set; } = "succeeded";

    public JsonObject Json() => new()
    {
        ["id"] = Id,
        ["object"] = "refund",
        ["amount"] = Amount,
        ["currency"] = "cny",
        ["payment_intent"] = IntentId,
        ["status"] = Status,
        ["metadata"] = new JsonObject { ["refund"] = Reference },
    };
}

/// <summary>The page on which a buyer pays.</summary>
internal static class StubPage
{
    public static Task Show(HttpContext http, StripeStub stub)
    {
        var session = stub.Session((string)http.Request.RouteValues["id"]!);
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync($"""
            <!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>付款</title><h1>{session.AmountTotal / 100m:0.00} CNY</h1>
            <form method="post"><button id="pay">付款</button></form><a id="back" href="{session.SuccessUrl}">返回</a></html>
            """);
    }

    public static async Task Take(HttpContext http, StripeStub stub)
    {
        var session = stub.Session((string)http.Request.RouteValues["id"]!);
        await stub.Pay(session.Id);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = session.SuccessUrl;
    }
}
