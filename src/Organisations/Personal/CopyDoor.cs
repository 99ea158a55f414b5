using Commerce.Organisations.Domain;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.Platform.Personal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Organisations.Personal;

/// <summary>个人信息副本 as a zip: one's own whenever one likes, somebody else's by the one administrator who asked for it, within a day.</summary>
internal static class CopyDoor
{
    /// <summary>One's own.</summary>
    public const string Own = "/account/me/copy.zip";

    private static readonly TimeSpan Open = TimeSpan.FromDays(1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Own, async (HttpContext http, PersonFile file, Actor actor, TimeProvider clock, CancellationToken ct) =>
            Zip(http, await file.Of(actor.Id, ExportMark.Of(actor, clock.GetUtcNow()), ct))).WithMetadata(new SignedInAttribute());
        routes.MapGet("/accounts/copies/{id}", Asked).WithMetadata(new RequiresAttribute(Capability.OrganisationManage));
    }

    /// <summary>Where the copy of a request is fetched.</summary>
    public static string Path(Guid request) => $"/accounts/copies/{NodeId.Encode("prq", request)}";

    private static async Task<IResult> Asked(string id, HttpContext http, ReadPersonRequests requests, PersonFile file, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return NodeId.TryDecode(id, "prq", out var request) && await requests.These([request], ct) is [{ Kind: PersonRequestKind.Copy } asked]
            && asked.Request.AskedById == actor.Id && asked.AskedAt + Open > now
                ? Zip(http, await file.Of(asked.Account.Id, $"{ExportMark.Of(actor, now)}；理由：{asked.Reason}", ct))
                : Results.NotFound();
    }

    private static IResult Zip(HttpContext http, byte[] content)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(content, PersonFile.MediaType, "个人信息副本.zip");
    }
}
