using System.Text.Json;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.Platform.Walls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Commerce.Catalog.Devices;

/// <summary>What a screen asks about itself, and where its code is typed: plain HTTP, for anybody.</summary>
internal static class ScreenDoor
{
    // A form or a JSON object with one code; nobody needs more.
    private const int LongestBody = 4096;
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(3660);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/kiosk/device", Who).AllowAnonymous();

    /// <summary>Where tokens may be written.</summary>
    public static void MapPairing(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/kiosk/pair", (HttpContext http) => Page(http, null)).AllowAnonymous();
        routes.MapPost("/kiosk/pair", Pair).AllowAnonymous();
    }

    /// <summary>Which screen this is: 200 with its outlet, 204 for whoever is none, 410 once it was withdrawn or when nobody knows its token.</summary>
    /// <param name="age">How old the catalogue is that it shows, in seconds.</param>
    private static async Task<IResult> Who(HttpContext http, KnownScreens screens, Catalogue catalogue, ThisHost here, Actor actor, string? age, CancellationToken ct)
    {
        if (ScreenToken.Of(http.Request) is not { } token)
        {
            return Results.NoContent();
        }

        if (await screens.Find(token, ct) is not { WithdrawnAt: null } device)
        {
            return Problem(PairingRefusal.Withdrawn, actor);
        }

        var shown = int.TryParse(age, out var seconds) && seconds >= 0 && TimeSpan.FromSeconds(seconds) <= Oldest ? TimeSpan.FromSeconds(seconds) : default(TimeSpan?);
        if (!here.WritesNothing && await screens.Seen(device, shown, ct) && !http.Request.Headers.ContainsKey(HeaderNames.Authorization))
        {
            ScreenToken.Keep(http, token);
        }

        return Results.Json(await Tell(device, catalogue, ct));
    }

    private static async Task<IResult> Pair(HttpContext http, PairScreen pairing, Catalogue catalogue, Actor actor, CancellationToken ct)
    {
        var form = http.Request.HasFormContentType;
        var (device, token, refusal) = await pairing.Pair(await Typed(http.Request, ct), ClientAddress.Of(http), ct);
        if (refusal == PairingRefusal.TooManyTries)
        {
            http.Response.Headers.RetryAfter = "300";
        }

        if (refusal is not null)
        {
            return form ? Page(http, refusal) : Problem(refusal, actor);
        }

        if (form)
        {
            ScreenToken.Keep(http, token!);
            http.Response.Headers.Location = "/kiosk";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }

        var (outlet, name, at) = await Tell(device!, catalogue, ct);
        return Results.Json(new { token, outlet, name, at });
    }

    private static async Task<Told> Tell(Device device, Catalogue catalogue, CancellationToken ct) =>
        new(NodeId.Encode("out", device.OutletId), device.Name, (await catalogue.Current(ct)).Surroundings.Outlets.GetValueOrDefault(device.OutletId)?.Name);

    /// <summary>The code in a form or in a JSON object; null where there is none to be read.</summary>
    private static async Task<string?> Typed(HttpRequest request, CancellationToken ct)
    {
        // What is longer breaks off while it is read.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestBody;
        }

        try
        {
            return request.HasFormContentType ? (await request.ReadFormAsync(ct))["code"].ToString()
                : (await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: ct)) is { ValueKind: JsonValueKind.Object } said
                    && said.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static RazorComponentResult<ScreenPairPage> Page(HttpContext http, PairingRefusal? refusal)
    {
        http.Response.Headers.Vary = "Accept-Language";
        return new RazorComponentResult<ScreenPairPage>(new Dictionary<string, object?> { ["Refusal"] = refusal?.Why }) { StatusCode = refusal?.Status ?? StatusCodes.Status200OK, PreventStreamingRendering = true };
    }

    private static IResult Problem(PairingRefusal refusal, Actor actor) =>
        Results.Problem(statusCode: refusal.Status, title: refusal.Why.Text(actor.Chinese), extensions: new Dictionary<string, object?> { ["code"] = refusal.Code });
}

/// <summary>What a screen is told about itself.</summary>
/// <param name="Outlet">The id of its outlet.</param>
/// <param name="Name">What its people call it.</param>
/// <param name="At">Its outlet's name.</param>
internal sealed record Told(string Outlet, string Name, string? At);
