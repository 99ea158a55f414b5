using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.Platform.Walls;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Commerce.Platform.Files;

/// <summary>Handing files in and taking them out over plain HTTP. Files are always attachments: no browser runs what somebody uploaded.</summary>
internal static class FileDoor
{
    /// <summary>The kind of a file's id.</summary>
    public const string Prefix = "fil";

    // The form around the file.
    private const int Wrapping = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        // The cookie's check is our own, as at /graphql: a program with a token has no form token.
        routes.MapPost("/files/{purpose}", Take).RequireAuthorization(SignedIn).DisableAntiforgery();
        routes.MapGet("/files/{id}", Give).RequireAuthorization(SignedIn);
    }

    /// <summary>What is said of a file that was taken in.</summary>
    internal sealed record Taken(string Id, string Name, string ContentType, int Length);

    private static void SignedIn(Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder policy) =>
        policy.RequireAssertion(c => c.Resource is HttpContext http && http.RequestServices.GetRequiredService<Actor>().SignedIn);

    private static async Task<IResult> Take(string purpose, HttpContext http, FileStore store, Actor actor, IAntiforgery antiforgery, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = store.LargestBytes + Wrapping;
        }

        if (!http.Request.Headers.ContainsKey(HeaderNames.Authorization) && !await antiforgery.IsRequestValidAsync(http))
        {
            return Refuse(new Error(ErrorCode.Forbidden, "页面已过期，没有保存文件；请刷新后再上传。", "The page has expired; the file was not saved. Reload and try again."), actor);
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(FileErrors.Missing, actor);
        }

        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = store.LargestBytes + Wrapping, BufferBodyLengthLimit = store.LargestBytes + Wrapping }, ct);
            if (form.Files is not [var file])
            {
                return Refuse(FileErrors.Missing, actor);
            }

            await using var content = file.OpenReadStream();
            var kept = await store.Keep(purpose, file.FileName, content, ct);
            return kept.Failed ? Refuse(kept.Error!, actor) : Results.Ok(new Taken(NodeId.Encode(Prefix, kept.Value.Id), kept.Value.Name, kept.Value.ContentType, kept.Value.Length));
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return Refuse(e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } || e is InvalidDataException ? FileErrors.TooLarge((int)(store.LargestBytes / 1024 / 1024)) : FileErrors.Missing, actor);
        }
    }

    private static async Task<IResult> Give(string id, HttpContext http, FileStore store, CancellationToken ct)
    {
        if (!NodeId.TryDecode(id, Prefix, out var fileId) || await store.Open(fileId, ct) is not { } file)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = SafeHeaders.FileSecurityPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(file.Bytes, file.Facts.ContentType, file.Facts.Name);
    }

    private static IResult Refuse(Error error, Actor actor) => Results.Problem(
        error.Text(actor.Chinese), statusCode: error.Code switch
        {
            ErrorCode.Forbidden => StatusCodes.Status403Forbidden,
            ErrorCode.NotFound => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status400BadRequest,
        },
        extensions: new Dictionary<string, object?> { ["code"] = GraphJson.EnumName(error.Code) });
}
