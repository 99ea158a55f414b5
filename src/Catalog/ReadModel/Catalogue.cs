using System.Collections.Concurrent;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Catalog.ReadModel;

/// <summary>The catalogue in this host's memory. Readers take the snapshot of the moment; catching up replaces it as a whole.</summary>
/// <param name="scopes">For a context of its own when it reads.</param>
internal sealed class Catalogue(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private volatile CatalogueSnapshot? snapshot;
    private long stockRevision;

    /// <summary>Offers of which something can be had now. Stock is Ordering's; this copy only serves the filter.</summary>
    public ConcurrentDictionary<Guid, bool> InStock { get; } = [];

    /// <summary>The snapshot of the moment; read from the database only when nobody has yet.</summary>
    public ValueTask<CatalogueSnapshot> Current(CancellationToken ct) => snapshot is { } known ? new(known) : new(CatchUp(ct));

    /// <summary>Reads what has changed. When it returns, the snapshot shows every change committed before the call.</summary>
    public async Task<CatalogueSnapshot> CatchUp(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CatalogDbContext>();
            var revisions = await db.Revisions.AsNoTracking().ToDictionaryAsync(r => r.Name, r => r.Value, ct);
            if (revisions[Revision.OfStock] != stockRevision)
            {
                await ReadStock(db, revisions[Revision.OfStock], ct);
            }

            return snapshot is { } known && known.Revision == revisions[Revision.OfCatalogue] && known.Surroundings.Revision == revisions[Revision.OfSurroundings]
                ? known
                : snapshot = await db.ReadSnapshot(snapshot, ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task ReadStock(CatalogDbContext db, long revision, CancellationToken ct)
    {
        foreach (var state in await db.StockStates.AsNoTracking().Where(s => s.Revision > stockRevision).ToListAsync(ct))
        {
            InStock[state.OfferId] = state.State != "OUT";
        }

        stockRevision = revision;
    }
}
