using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Trace;

/// <summary>A batch as its page shows it.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Now">The instant of the page.</param>
/// <param name="Campaign">第一书记代言 that runs for it today; null when there is none.</param>
internal sealed record Traced(BatchView Batch, DateTimeOffset Now, CampaignView? Campaign)
{
    public DateOnly Today => Now.DayInChina();

    /// <summary>Days until its last day; below zero when it is over.</summary>
    public int? DaysLeft => Batch.ExpiresOn?.DayNumber - Today.DayNumber;

    /// <summary>Where anybody can buy it now.</summary>
    public IReadOnlyList<string> OnSaleAt => [.. (Batch.Variant is { } pack ? pack.Offers : Batch.Product.Offers)
        .Where(o => o.BuyerGroup == BuyerGroup.Public && o.ValidAt(Now)).Select(o => o.Outlet.Name).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>Finds what a label's code leads to.</summary>
internal sealed class ReadTrace(CatalogDbContext db, Catalogue catalogue, Actor actor, TimeProvider clock)
{
    public async Task<Traced?> ByCode(string code, CancellationToken ct)
    {
        var (snapshot, now) = (await catalogue.Current(ct), clock.GetUtcNow());
        return await db.BatchByCode(snapshot, code, ct) is { } batch ? new(batch, now, snapshot.Surroundings.Endorsements.CampaignOf(batch.Product.Id, now.DayInChina())) : null;
    }

    /// <summary>A batch for whoever prints its labels; null when another unit acts for its producer.</summary>
    public async Task<BatchView?> ForLabels(Guid id, CancellationToken ct) =>
        (await db.Batches.Where(b => b.Id == id).ReadBatches(await catalogue.Current(ct), ct)).Find(b => actor.Can(Capability.CatalogueWrite, b.Producer.SupplyUnitId));
}
