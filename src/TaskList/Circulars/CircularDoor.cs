using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.TaskList.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.TaskList.Circulars;

/// <summary>GET /tasks/circulars/ID/circular.docx: a draft as it would be issued, marked with who took it; an issued one byte for byte as it was issued.</summary>
internal static class CircularDoor
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/tasks/circulars/{id}/circular.docx", Give).WithMetadata(new RequiresAttribute(Capability.TaskRead));

    private static async Task<IResult> Give(string id, HttpContext http, ReadCirculars read, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (!NodeId.TryDecode(id, "cir", out var known) || await read.Find(known, ct) is not { } view)
        {
            return Results.NotFound();
        }

        if (view.Circular.State == CircularState.Draft)
        {
            return FileOut.Give(http, CircularPaper.Of(view.Circular, ExportMark.Of(actor, clock.GetUtcNow())), CircularPaper.FileName(view.Circular));
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return await read.Document(known, ct) is { } bytes ? Results.File(bytes, DocxFile.MediaType, CircularPaper.FileName(view.Circular)) : Results.NotFound();
    }
}
