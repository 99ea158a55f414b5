using Commerce.Assistance.Exports;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Assistance.YearClose;

/// <summary>A closed year's table and archive.</summary>
internal static class YearFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.AssistanceRead);
        routes.MapGet("/assistance/years/{year}/table.xlsx", async (string year, ReadYears years, Actor actor, CancellationToken ct) =>
            int.TryParse(year, out var of) && await years.File(of, ct) is { } file ? Results.File(file.Content, file.MediaType, file.Name) : NotFound(actor)).RequireAuthorization(door);
        routes.MapGet("/assistance/years/{year}/archive.zip", async (string year, HttpContext http, ReadYears years, ReadExports exports, Actor actor, CancellationToken ct) =>
        {
            if (!int.TryParse(year, out var of) || await years.ArchiveFile(of, ct) is not { } file)
            {
                return NotFound(actor);
            }

            http.Response.ContentLength = file.Length;
            return Results.Stream(to => exports.CopyTo(file, to, ct), file.MediaType, file.Name);
        }).RequireAuthorization(door);
    }

    private static IResult NotFound(Actor actor) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound, title: PlatformErrors.NotFound.Text(actor.Chinese),
        extensions: new Dictionary<string, object?> { ["code"] = GraphJson.EnumName(PlatformErrors.NotFound.Code) });
}
