using Commerce.Catalog.Data;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ImportGoods;

/// <summary>Saves an uploaded workbook of goods and prices: all its rows, or none.</summary>
internal static class ImportGoods
{
    /// <summary>Workbooks of goods that were handed in.</summary>
    public const string Files = "catalogue.goods";

    public sealed record Input(string IdempotencyKey, [property: IdOf("fil")] Guid FileId) : IMutationInput;

    internal sealed class Handler(GoodsImport import, CatalogueWrites writes, FileStore files)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            // The file lies in the house's own database: opened before the module's transaction begins.
            var file = await files.Open(input.FileId, ct);
            return await writes.Run(
                input,
                async () =>
                {
                    if (file is not { Facts.Purpose: Files })
                    {
                        return PlatformErrors.NotFound.At("fileId");
                    }

                    var laid = await import.Lay(file.Value.Bytes, file.Value.Facts.Name, ct);
                    return (laid.Error ?? RowVerdict.Refusal(laid.Value.Rows)) is { } refusal ? refusal.At("fileId")
                        : laid.Value.First is { } first ? first
                        : NothingNew;
                },
                ct);
        }
    }

    /// <summary>A file that says what stands there already.</summary>
    public static Error NothingNew { get; } = new Error(
        ErrorCode.Invalid, "与现在的完全相同，没有要保存的；没有做任何更改。", "All is as it stands already; there is nothing to save.").At("fileId");
}

/// <summary>A workbook that was uploaded to be looked at.</summary>
/// <param name="FileId">The kept file, for saving.</param>
/// <param name="Rows">What each row would do.</param>
internal sealed record GoodsPreview(Guid FileId, IReadOnlyList<RowVerdict> Rows);

/// <summary>Takes a workbook in to be looked at: all is done as in saving, and taken back. Only one that can be read is kept.</summary>
internal sealed class PreviewGoods(CatalogDbContext db, GoodsImport import, FileStore files)
{
    public async Task<Result<GoodsPreview>> Take(string name, byte[] bytes, CancellationToken ct)
    {
        var laid = await db.Rehearse(() => import.Lay(bytes, name, ct), ct);
        if (laid.Failed)
        {
            return laid.Error!;
        }

        using var content = new MemoryStream(bytes, writable: false);
        var file = await files.Keep(ImportGoods.Files, name, content, ct);
        return file.Failed ? file.Error! : new GoodsPreview(file.Value.Id, laid.Value.Rows);
    }
}
