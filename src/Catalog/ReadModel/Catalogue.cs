using System.Collections.Concurrent;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Catalog.ReadModel;

/// <summary>The catalogue in this host's memory. Readers take the snapshot of the moment; catching up replaces it as a whole.</summary>
/// <param name="scopes">For a context of its own when it reads.</param>
/// <param name="changes">Hears of each change.</param>
internal sealed class Catalogue(IServiceScopeFactory scopes, OfferChanges changes) : IKeptGround, IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private volatile CatalogueSnapshot? snapshot;
    private long stockRevision;

    /// <summary>The stock states of offers as Ordering states them.</summary>
    public ConcurrentDictionary<Guid, string> StockStates { get; } = [];

    /// <summary>An offer that nothing was stated of is out of stock.</summary>
    public string StockState(Guid offer) => StockStates.GetValueOrDefault(offer, OfferStockState.Out);

    /// <summary>Answers hang on the snapshot.</summary>
    object IKeptGround.Current => snapshot ?? (object)this;

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
            var stock = revisions[Revision.OfStock] == stockRevision ? [] : await ReadStock(db, revisions[Revision.OfStock], ct);
            var former = snapshot;
            var now = former is not null && former.Revision == revisions[Revision.OfCatalogue] && former.Surroundings.Revision == revisions[Revision.OfSurroundings]
                ? former
                : snapshot = await db.ReadSnapshot(former, ct);
            changes.Note(former, now, stock);
            return now;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Reads what was stated since, and says which offers' state it changed.</summary>
    private async Task<List<Guid>> ReadStock(CatalogDbContext db, long revision, CancellationToken ct)
    {
        List<Guid> changed = [];
        foreach (var state in await db.StockStates.AsNoTracking().Where(s => s.Revision > stockRevision).ToListAsync(ct))
        {
            if (StockState(state.OfferId) != state.State)
            {
                changed.Add(state.OfferId);
            }

            StockStates[state.OfferId] = string.Intern(state.State);
        }

        stockRevision = revision;
        return changed;
    }
}
