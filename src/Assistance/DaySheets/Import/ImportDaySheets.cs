using Commerce.Assistance.Data;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;

namespace Commerce.Assistance.DaySheets.Import;

/// <summary>Writes the sales of an uploaded workbook as drafts of day sheets: all its rows, or none. Handing in and confirming stay with people.</summary>
internal static class ImportDaySheets
{
    /// <summary>Workbooks that were handed in.</summary>
    public const string Files = "assistance.daysheets";

    /// <summary>A draft that somebody saw.</summary>
    public sealed record Draft(DateOnly Day, int Version);

    /// <param name="IdempotencyKey">The key.</param>
    /// <param name="FileId">The workbook.</param>
    /// <param name="Drafts">Drafts whose lines the workbook takes the place of, as they were seen; none for days without a sheet.</param>
    public sealed record Input(string IdempotencyKey, [property: IdOf("fil")] Guid FileId, IReadOnlyList<Draft>? Drafts = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, DaySheetImport import, FileStore files)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            // The file lies in the house's own database: opened before the module's transaction begins.
            var file = await files.Open(input.FileId, ct);
            return await once.Run(db, input, async () =>
            {
                if (file is not { Facts.Purpose: Files })
                {
                    return PlatformErrors.NotFound.At("fileId");
                }

                // Held until the end, as when a sheet is typed.
                await db.TakeHead(ct);
                var laid = await import.Lay(file.Value.Bytes, file.Value.Facts.Name, input.Drafts ?? [], ct);
                return (laid.Error ?? RowVerdict.Refusal(laid.Value.Rows)) is { } refusal ? refusal.At("fileId") : laid.Value.First!.Value;
            }, ct);
        }
    }
}

/// <summary>A workbook that was uploaded to be looked at.</summary>
/// <param name="FileId">The kept file, for saving.</param>
/// <param name="Rows">What each row would do.</param>
/// <param name="Drafts">What it would take the place of.</param>
internal sealed record SalesPreview(Guid FileId, IReadOnlyList<RowVerdict> Rows, IReadOnlyList<ImportDaySheets.Draft> Drafts);

/// <summary>Takes a workbook in to be looked at; changes nothing. Only one that can be read is kept.</summary>
internal sealed class PreviewDaySheets(AssistanceDbContext db, DaySheetImport import, FileStore files)
{
    public async Task<Result<SalesPreview>> Take(string name, byte[] bytes, CancellationToken ct)
    {
        var laid = await import.Lay(bytes, name, null, ct);
        db.ChangeTracker.Clear();
        if (laid.Failed)
        {
            return laid.Error!;
        }

        using var content = new MemoryStream(bytes, writable: false);
        var file = await files.Keep(ImportDaySheets.Files, name, content, ct);
        return file.Failed ? file.Error! : new SalesPreview(file.Value.Id, laid.Value.Rows, laid.Value.Drafts);
    }
}
