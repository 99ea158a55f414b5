using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Exports;

/// <summary>Its asker stops an export that is being written, or takes a finished one away.</summary>
internal static class CancelExport
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("exp")] Guid ExportId) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.LedgerExports.SingleOrDefaultAsync(e => e.Id == input.ExportId && e.ById == actor.Id && e.Of != ExportOf.YearArchive, ct) is not { } export)
            {
                return PlatformErrors.NotFound.At("exportId");
            }

            if (export.State is ExportState.Cancelled or ExportState.Expired)
            {
                return ExportErrors.GoneAlready;
            }

            // Whoever writes it notices at the next rows, since the state isn't theirs any more.
            db.Entry(export).Property(e => e.State).CurrentValue = ExportState.Cancelled;
            await db.LedgerExportParts.Where(p => p.ExportId == export.Id).ExecuteDeleteAsync(ct);
            return export.Id;
        }, ct);
    }
}
