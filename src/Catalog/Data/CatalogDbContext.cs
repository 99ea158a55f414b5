using Commerce.Catalog.Domain;
using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Commerce.Catalog.Data;

/// <summary>Villages, producers, products, outlets, offers.</summary>
internal sealed class CatalogDbContext(DbContextOptions<CatalogDbContext> options) : ModuleDbContext(options, "catalog")
{
    public DbSet<County> Counties => Set<County>();

    public DbSet<Village> Villages => Set<Village>();

    public DbSet<Producer> Producers => Set<Producer>();

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Species> Species => Set<Species>();

    public DbSet<SynonymGroup> SynonymGroups => Set<SynonymGroup>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<ProductVariant> Variants => Set<ProductVariant>();

    public DbSet<ProductImage> Images => Set<ProductImage>();

    public DbSet<ServiceArea> ServiceAreas => Set<ServiceArea>();

    public DbSet<Outlet> Outlets => Set<Outlet>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<OfferStockState> StockStates => Set<OfferStockState>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<Brand> Brands => Set<Brand>();

    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>Raises a revision and gives its new value. The row stays locked until the end of the transaction, so revisions commit in order.</summary>
    public async Task<long> Raise(string revision, CancellationToken ct)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The catalogue is written in a transaction only: its revision must commit with the change.");
        }

        await Revisions.Where(r => r.Name == revision).ExecuteUpdateAsync(s => s.SetProperty(r => r.Value, r => r.Value + 1), ct);
        return await Revisions.Where(r => r.Name == revision).Select(r => r.Value).SingleAsync(ct);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked through once: asking for what is tracked has everything compared with what it was.
        var facts = ChangeTracker.Entries<ICatalogueFact>().ToList();
        var changed = facts.FindAll(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        if (changed.Count > 0)
        {
            var revision = await Raise(Revision.OfCatalogue, cancellationToken);
            var owners = facts.Where(e => e.Entity is Product or Offer).ToDictionary(e => e.Entity is Product product ? product.Id : ((Offer)e.Entity).Id);
            if (changed.FindAll(e => !Stamped(e.Entity, owners, revision)).Count > 0)
            {
                await Raise(Revision.OfSurroundings, cancellationToken);
            }
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Marks the product or the offer that a fact belongs to. False for what belongs to neither, or to one that isn't at hand: followers then read everything.</summary>
    private static bool Stamped(ICatalogueFact fact, Dictionary<Guid, EntityEntry<ICatalogueFact>> owners, long revision)
    {
        var owner = fact switch
        {
            Product product => product.Id,
            ProductVariant variant => variant.ProductId,
            ProductAttribute attribute => attribute.ProductId,
            Certificate certificate => certificate.ProductId,
            ProductImage image => image.ProductId,
            Offer offer => offer.Id,
            OfferPrice price => price.OfferId,
            _ => (Guid?)null,
        };
        if (owner is not { } id || !owners.TryGetValue(id, out var entry))
        {
            return false;
        }

        entry.Property(nameof(Product.ChangedIn)).CurrentValue = revision;
        return true;
    }

    protected override void Map(ModelBuilder model)
    {
        model.ApplyConfiguration(new OriginMapping.OfCounty());
        model.ApplyConfiguration(new OriginMapping.OfCountyDesignation());
        model.ApplyConfiguration(new OriginMapping.OfVillage());
        model.ApplyConfiguration(new OriginMapping.OfProducer());
        model.ApplyConfiguration(new OriginMapping.OfSuspension());
        model.ApplyConfiguration(new ProductMapping.OfCategory());
        model.ApplyConfiguration(new ProductMapping.OfSpecies());
        model.ApplyConfiguration(new SynonymMapping());
        model.ApplyConfiguration(new ProductMapping.OfProduct());
        model.ApplyConfiguration(new ProductMapping.OfVariant());
        model.ApplyConfiguration(new ProductMapping.OfAttribute());
        model.ApplyConfiguration(new ProductMapping.OfCertificate());
        model.ApplyConfiguration(new ImageMapping());
        model.ApplyConfiguration(new OfferMapping.OfServiceArea());
        model.ApplyConfiguration(new OfferMapping.OfOutlet());
        model.ApplyConfiguration(new OfferMapping.OfOutletState());
        model.ApplyConfiguration(new OfferMapping.OfOffer());
        model.ApplyConfiguration(new OfferMapping.OfPrice());
        model.ApplyConfiguration(new OfferMapping.OfStockState());
        model.ApplyConfiguration(new OfferMapping.OfRevision());
        model.ApplyConfiguration(new BatchMapping.OfBatch());
        model.ApplyConfiguration(new BatchMapping.OfCorrection());
        model.ApplyConfiguration(new DeviceMapping());
        model.ApplyConfiguration(new CampaignMapping.OfCampaign());
        model.ApplyConfiguration(new CampaignMapping.OfBrand());
    }
}
