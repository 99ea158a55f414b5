using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.TaskList.Rounds;

/// <summary>GET /tasks/rounds/ID/export.xlsx: the round as the person sees it.</summary>
internal static class RoundDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/tasks/rounds/{id:guid}/export.xlsx", async (HttpContext http, ReadRounds rounds, Actor actor, TimeProvider clock, Guid id, CancellationToken ct) =>
        await rounds.Round(id, ct) is { } round
            ? FileOut.Give(http, RoundPaper.Of(round) with { Mark = ExportMark.Of(actor, clock.GetUtcNow()) }, XlsxFile.Of, XlsxFile.MediaType, $"{round.Title}.xlsx")
            : Results.NotFound()).WithMetadata(new RequiresAttribute(Capability.TaskRead));
}
