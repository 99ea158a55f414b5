using Commerce.Organisations.Directories;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Organisations.ImportDirectory;

/// <summary>GET /import/units.xlsx: the units and accounts that one manages, in the form that is imported.</summary>
internal static class TemplateDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/import/units.xlsx", async (HttpContext http, OrgDirectory directory, Actor actor, CancellationToken ct) =>
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(Sheets.Template(await directory.Read(ct), actor.UnitsWhere(Capability.OrganisationManage).ToHashSet()), XlsxFile.MediaType, "单位和账号.xlsx");
        })
        .WithMetadata(new RequiresAttribute(Capability.OrganisationManage));
}
