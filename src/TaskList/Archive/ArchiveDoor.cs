using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Commerce.TaskList.Archive;

/// <summary>GET /tasks/archive.zip?year=2026, for whoever supervises or audits the whole department; for others there is none.</summary>
internal static class ArchiveDoor
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/tasks/archive.zip", Give).WithMetadata(new RequiresAttribute(Capability.TaskRead));

    private static async Task<IResult> Give(WriteListArchive archive, Actor actor, TimeProvider clock, int? year, CancellationToken ct)
    {
        // It may be large: it grows in a file that is gone when it has been sent.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (year is null || !await archive.Write(year.Value, file, ExportMark.Of(actor, clock.GetUtcNow()), ct))
        {
            await file.DisposeAsync();
            return Results.NotFound();
        }

        file.Position = 0;
        return Results.Stream(file, "application/zip", $"{year}年重点任务归档.zip");
    }
}
