using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.TaskList.Letters;

/// <summary>GET /tasks/letters/ID/letter.docx: a letter as the document it is; and /tasks/letters/list.xlsx: the letters that the page shows.</summary>
internal static class LetterDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = new RequiresAttribute(Capability.TaskRead);
        routes.MapGet("/tasks/letters/{id}/letter.docx", Letter).WithMetadata(door);
        routes.MapGet("/tasks/letters/list.xlsx", List).WithMetadata(door);
    }

    private static async Task<IResult> Letter(string id, HttpContext http, ReadLetters read, CancellationToken ct)
    {
        if (!NodeId.TryDecode(id, "ltr", out var known) || await read.Find(known, ct) is not { } view)
        {
            return Results.NotFound();
        }

        var before = await read.Find(view.Letter.Escalates, ct);
        return FileOut.GiveToSeal(http, LetterPaper.Of(view.Letter, view.Standing.Rows.List.Title, before?.Letter.Number), LetterPaper.FileName(view.Letter));
    }

    private static async Task<IResult> List(HttpContext http, ReadLetters read, Actor actor, TimeProvider clock, CancellationToken ct) => FileOut.Give(
        http, LetterTable.Of(await read.All(LetterAddress.Read(http.Request.QueryString.Value ?? "").Filter, ct), actor.Chinese) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) },
        XlsxFile.Of, XlsxFile.MediaType, "督办函.xlsx");
}
