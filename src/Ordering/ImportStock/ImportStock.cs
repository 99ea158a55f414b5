using Commerce.Ordering.Data;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;

namespace Commerce.Ordering.ImportStock;

/// <summary>Saves an uploaded list of what came and what was counted: all its rows, or none.</summary>
internal static class ImportStock
{
    /// <summary>Lists of stock that were handed in.</summary>
    public const string Files = "ordering.stock";

    public sealed record Input(string IdempotencyKey, [property: IdOf("fil")] Guid FileId) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, StockImport import, Once once, FileStore files)
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

                var laid = await import.Lay(file.Value.Bytes, file.Value.Facts.Name, ct);
                return (laid.Error ?? RowVerdict.Refusal(laid.Value.Rows)) is { } refusal ? refusal.At("fileId") : laid.Value.First!.Value;
            }, ct);
        }
    }
}

/// <summary>A list that was uploaded to be looked at.</summary>
/// <param name="FileId">The kept file, for saving.</param>
/// <param name="Rows">What each row would do.</param>
internal sealed record StockPreview(Guid FileId, IReadOnlyList<RowVerdict> Rows);

/// <summary>Takes a list in to be looked at: all is done as in saving, and taken back. Only a list that can be read is kept.</summary>
internal sealed class PreviewStock(OrderingDbContext db, StockImport import, FileStore files)
{
    public async Task<Result<StockPreview>> Take(string name, byte[] bytes, CancellationToken ct)
    {
        var laid = await db.Rehearse(() => import.Lay(bytes, name, ct), ct);
        if (laid.Failed)
        {
            return laid.Error!;
        }

        using var content = new MemoryStream(bytes, writable: false);
        var file = await files.Keep(ImportStock.Files, name, content, ct);
        return file.Failed ? file.Error! : new StockPreview(file.Value.Id, laid.Value.Rows);
    }
}
