using Commerce.Catalog.Data;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.Faults;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;

namespace Commerce.Catalog;

/// <summary>How the slices of this module write: once per key, and this host shows the change before the answer leaves.</summary>
internal sealed class CatalogueWrites(CatalogDbContext db, Once once, Catalogue catalogue)
{
    public async Task<Outcome> Run<TInput>(TInput input, Func<Task<Result<Guid>>> work, CancellationToken ct)
        where TInput : IMutationInput
    {
        var outcome = await once.Run(db, input, work, ct);
        Failpoint.Reach("catalogue.committed");
        if (outcome.Error is null)
        {
            await catalogue.CatchUp(ct);
        }

        return outcome;
    }
}
