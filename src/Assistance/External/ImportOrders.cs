using Commerce.Assistance.Data;
using Commerce.Platform.Documents;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Assistance.External;

/// <summary>Records the 832 orders of an uploaded workbook: all its rows, or none. A line that is recorded already counts no second time.</summary>
internal static class ImportOrders
{
    /// <summary>Workbooks that were handed in.</summary>
    public const string Files = "assistance.orders832";

    public sealed record Input(string IdempotencyKey, [property: IdOf("fil")] Guid FileId) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, OrderImport import, ExternalRows rows, FileStore files)
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

                // Two who import the same file come one after the other: the second finds every line recorded.
                var head = await db.TakeHead(ct);
                var laid = await import.Lay(file.Value.Bytes, file.Value.Facts.Name, ct);
                if ((laid.Error ?? RowVerdict.Refusal(laid.Value.Rows)) is { } refusal)
                {
                    return refusal.At("fileId");
                }

                db.ExternalPurchases.AddRange(laid.Value.Fresh);
                await rows.Count(head, [.. laid.Value.Fresh.Where(r => r.InLedger)], ct);
                return laid.Value.First!.Value;
            }, ct);
        }
    }
}

/// <summary>A workbook that was uploaded to be looked at.</summary>
/// <param name="FileId">The kept file, for saving.</param>
/// <param name="Rows">What each row would do.</param>
internal sealed record OrdersPreview(Guid FileId, IReadOnlyList<RowVerdict> Rows);

/// <summary>Takes a workbook in to be looked at; changes nothing. Only one that can be read is kept.</summary>
internal sealed class PreviewOrders(OrderImport import, FileStore files)
{
    public async Task<Result<OrdersPreview>> Take(string name, byte[] bytes, CancellationToken ct)
    {
        var laid = await import.Lay(bytes, name, ct);
        if (laid.Failed)
        {
            return laid.Error!;
        }

        using var content = new MemoryStream(bytes, writable: false);
        var file = await files.Keep(ImportOrders.Files, name, content, ct);
        return file.Failed ? file.Error! : new OrdersPreview(file.Value.Id, laid.Value.Rows);
    }
}
