using Commerce.Ordering.Data;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.ImportBudgets;

/// <summary>Saves an uploaded list of budgets: all its rows, or none.</summary>
internal static class ImportBudgets
{
    /// <summary>Lists of budgets that were handed in.</summary>
    public const string Files = "ordering.budgets";

    public sealed record Input(string IdempotencyKey, [property: IdOf("fil")] Guid FileId) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, BudgetImport import, Once once, Actor actor, FileStore files)
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

                // Locked before they are read: nothing is reserved between the look and the change.
                Guid[] managed = [.. actor.UnitsWhere(Capability.BudgetManage)];
                await db.Budgets.Where(b => managed.Contains(b.UnitId)).ExecuteUpdateAsync(b => b.SetProperty(x => x.LimitFen, x => x.LimitFen), ct);
                var laid = await import.Lay(file.Value.Bytes, file.Value.Facts.Name, ct);
                return (laid.Error ?? RowVerdict.Refusal(laid.Value)) is { } refusal ? refusal.At("fileId") : managed[0];
            }, ct);
        }
    }
}

/// <summary>A list that was uploaded to be looked at.</summary>
/// <param name="FileId">The kept file, for saving.</param>
/// <param name="Rows">What each row would do.</param>
internal sealed record BudgetsPreview(Guid FileId, IReadOnlyList<RowVerdict> Rows);

/// <summary>Takes a list in to be looked at; changes nothing. Only a list that can be read is kept.</summary>
internal sealed class PreviewBudgets(OrderingDbContext db, BudgetImport import, FileStore files)
{
    public async Task<Result<BudgetsPreview>> Take(string name, byte[] bytes, CancellationToken ct)
    {
        var laid = await import.Lay(bytes, name, ct);
        db.ChangeTracker.Clear();
        if (laid.Failed)
        {
            return laid.Error!;
        }

        using var content = new MemoryStream(bytes, writable: false);
        var file = await files.Keep(ImportBudgets.Files, name, content, ct);
        return file.Failed ? file.Error! : new BudgetsPreview(file.Value.Id, laid.Value);
    }
}
