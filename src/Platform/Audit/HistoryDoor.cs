using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.Platform.Audit;

/// <summary>The audit trail as a file, by the very address of the page it was asked from.</summary>
internal static class HistoryDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.AuditRead);
        routes.MapGet("/audit/history.xlsx", async (HttpContext http, ReadHistory history, CancellationToken ct) =>
            await history.Paper(Read(http.Request.QueryString.Value ?? ""), ct) is { } table ? FileOut.Give(http, table, XlsxFile.Of, XlsxFile.MediaType, "操作记录.xlsx") : Nothing(http)).RequireAuthorization(door);
        routes.MapGet("/audit/history.csv", async (HttpContext http, ReadHistory history, CancellationToken ct) =>
            await history.Paper(Read(http.Request.QueryString.Value ?? ""), ct) is { } table ? FileOut.Give(http, table, CsvFile.Of, CsvFile.MediaType, "操作记录.csv") : Nothing(http)).RequireAuthorization(door);
    }

    /// <summary>Reads the part of an address behind the question mark; what can't be read narrows nothing.</summary>
    public static HistoryQuestion Read(string query)
    {
        var said = QueryHelpers.ParseQuery(query);
        return new(Day("from"), Day("to"), Text("who"), Text("operation"), Text("module"), Guid.TryParse(Text("about"), out var about) ? about : null);

        string? Text(string name) => said.TryGetValue(name, out var value) && value.ToString().Trim() is { Length: > 0 } text ? text : null;

        DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static IResult Nothing(HttpContext http)
    {
        var refusal = PlatformErrors.NotFound;
        return Results.Problem(
            statusCode: StatusCodes.Status404NotFound, title: refusal.Text(http.RequestServices.GetActor().Chinese),
            extensions: new Dictionary<string, object?> { ["code"] = GraphQL.GraphJson.EnumName(refusal.Code) });
    }

    private static Actor GetActor(this IServiceProvider services) => (Actor)services.GetService(typeof(Actor))!;
}
