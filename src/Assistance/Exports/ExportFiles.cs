using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Assistance.Exports;

/// <summary>Where a written export is fetched.</summary>
internal static class ExportFiles
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assistance/exports/{id}", async (string id, HttpContext http, ReadExports exports, Actor actor, CancellationToken ct) =>
        {
            if (!NodeId.TryDecode(id, "exp", out var export) || await exports.File(export, ct) is not { } file)
            {
                return Results.Problem(
                    statusCode: StatusCodes.Status404NotFound, title: PlatformErrors.NotFound.Text(actor.Chinese),
                    extensions: new Dictionary<string, object?> { ["code"] = GraphJson.EnumName(PlatformErrors.NotFound.Code) });
            }

            http.Response.ContentLength = file.Length;
            return Results.Stream(to => exports.CopyTo(file, to, ct), file.MediaType, file.Name);
        }).RequireAuthorization(new RequiresAttribute(Capability.AssistanceRead));
}
