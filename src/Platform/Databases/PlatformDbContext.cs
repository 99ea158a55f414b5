using Commerce.Platform.Files;
using Commerce.Platform.Leases;
using Commerce.Platform.Outbox;
using Commerce.Platform.Parked;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Databases;

/// <summary>What belongs to the house and to no module: its identity, the key ring, deliveries, parked events and files.</summary>
public sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : ModuleDbContext(options, "platform"), IDataProtectionKeyContext
{
    /// <summary>The key ring that all hosts share.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal DbSet<StoredIdentity> Identities => Set<StoredIdentity>();

    internal DbSet<EventDelivery> Deliveries => Set<EventDelivery>();

    internal DbSet<Listener> Listeners => Set<Listener>();

    internal DbSet<Lease> Leases => Set<Lease>();

    internal DbSet<ParkedEvent> Parked => Set<ParkedEvent>();

    internal DbSet<StoredFile> Files => Set<StoredFile>();

    internal DbSet<StoredContent> FileContents => Set<StoredContent>();

    /// <inheritdoc />
    protected override void Map(ModelBuilder model)
    {
        model.Entity<DataProtectionKey>(b =>
        {
            b.ToTable("data_protection_keys");
            b.Property(k => k.Xml).Metadata.SetMaxLength(null);
        });
        StoredIdentity.Map(model.Entity<StoredIdentity>());
        EventDelivery.Map(model.Entity<EventDelivery>());
        Listener.Map(model.Entity<Listener>());
        Lease.Map(model.Entity<Lease>());
        ParkedEvent.Map(model.Entity<ParkedEvent>());
        StoredFile.Map(model.Entity<StoredFile>());
        StoredContent.Map(model.Entity<StoredContent>());
    }
}
