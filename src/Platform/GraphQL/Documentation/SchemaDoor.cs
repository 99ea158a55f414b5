using System.Text;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.Platform.Walls;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.Platform.GraphQL.Documentation;

/// <summary>The schema as a page at /docs/api, for whoever may read the schema: made of the schema that runs, so it can't be out of date.</summary>
internal sealed class SchemaDoor(ISchema schema, PrintedSchema printed, SchemaDisclosure disclosure, ThisHost here)
{
    public const string Path = "/docs/api";

    // Made when first asked for; the schema doesn't change while the program runs.
    private readonly Lazy<byte[]> chinese = new(() => Encoding.UTF8.GetBytes(new SchemaPage(schema, printed, true).Write()));
    private readonly Lazy<byte[]> english = new(() => Encoding.UTF8.GetBytes(new SchemaPage(schema, printed, false).Write()));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).AllowAnonymous();
        Part(routes, "api.css", "text/css; charset=utf-8");
        Part(routes, "api.js", "text/javascript; charset=utf-8");
    }

    private IResult Show(HttpContext http, Actor actor, string? lang)
    {
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        return disclosure.To(actor) ? Results.Bytes((lang switch { "zh" => true, "en" => false, _ => actor.Chinese } ? chinese : english).Value, "text/html; charset=utf-8")
            : here.WritesNothing ? Results.NotFound()
            : actor.SignedIn ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : HumanAnswersPipeline.IsForPeople(http) ? Results.Redirect("/account/sign-in?returnUrl=" + Uri.EscapeDataString(Path))
            : Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static void Part(IEndpointRouteBuilder routes, string name, string type)
    {
        using var stream = typeof(SchemaDoor).Assembly.GetManifestResourceStream($"Commerce.Platform.GraphQL.Documentation.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        routes.MapGet($"{Path}/{name}", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(bytes, type);
        }).AllowAnonymous();
    }
}
