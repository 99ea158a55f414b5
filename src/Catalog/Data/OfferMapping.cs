using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Catalog.Data;

/// <summary>Service areas, outlets, offers with their prices, and the revisions.</summary>
internal static class OfferMapping
{
    internal sealed class OfServiceArea : IEntityTypeConfiguration<ServiceArea>
    {
        public void Configure(EntityTypeBuilder<ServiceArea> builder)
        {
            builder.ToTable("service_areas");
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.Property(a => a.Name).HasMaxLength(60);
            builder.Property(a => a.Expressway).HasMaxLength(60);
            builder.HasIndex(a => a.Position).IsUnique();
        }
    }

    internal sealed class OfOutlet : IEntityTypeConfiguration<Outlet>
    {
        public void Configure(EntityTypeBuilder<Outlet> builder)
        {
            builder.ToTable("outlets");
            builder.HasKey(o => o.Id);
            builder.Property(o => o.Id).ValueGeneratedNever();
            builder.Property(o => o.Name).HasMaxLength(100);
            builder.Property(o => o.Direction).HasMaxLength(60);
            builder.Ignore(o => o.Opens);
            builder.HasOne<ServiceArea>().WithMany().HasForeignKey(o => o.ServiceAreaId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(o => o.States).WithOne().HasForeignKey(s => s.OutletId);
        }
    }

    internal sealed class OfOutletState : IEntityTypeConfiguration<OutletState>
    {
        public void Configure(EntityTypeBuilder<OutletState> builder)
        {
            builder.ToTable("outlet_states");
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Reason).HasMaxLength(200);
        }
    }

    internal sealed class OfOffer : IEntityTypeConfiguration<Offer>
    {
        public void Configure(EntityTypeBuilder<Offer> builder)
        {
            builder.ToTable("offers");
            builder.HasKey(o => o.Id);
            builder.Property(o => o.Id).ValueGeneratedNever();
            builder.HasIndex(o => o.ChangedIn);
            builder.Ignore(o => o.Step);
            builder.Ignore(o => o.Minimum);
            builder.HasOne<ProductVariant>().WithMany().HasForeignKey(o => o.VariantId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Outlet>().WithMany().HasForeignKey(o => o.OutletId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(o => o.Prices).WithOne().HasForeignKey(p => p.OfferId);
        }
    }

    internal sealed class OfPrice : IEntityTypeConfiguration<OfferPrice>
    {
        public void Configure(EntityTypeBuilder<OfferPrice> builder)
        {
            builder.ToTable("offer_prices");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.Reason).HasMaxLength(200);
            builder.Ignore(p => p.Price);
        }
    }

    internal sealed class OfStockState : IEntityTypeConfiguration<OfferStockState>
    {
        public void Configure(EntityTypeBuilder<OfferStockState> builder)
        {
            builder.ToTable("offer_stock_states");
            builder.HasKey(s => s.OfferId);
            builder.Property(s => s.OfferId).ValueGeneratedNever();
            builder.Property(s => s.State).HasMaxLength(40).IsUnicode(false);
            builder.Property(s => s.Unit).HasMaxLength(20).IsUnicode(false);
            builder.HasIndex(s => s.Revision);
        }
    }

    internal sealed class OfRevision : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> builder)
        {
            builder.ToTable("revisions");
            builder.HasKey(r => r.Name);
            builder.Property(r => r.Name).HasMaxLength(20).IsUnicode(false);
            builder.HasData(
                new Revision { Name = Revision.OfCatalogue, Value = 0 },
                new Revision { Name = Revision.OfSurroundings, Value = 0 },
                new Revision { Name = Revision.OfStock, Value = 0 },
                new Revision { Name = Revision.OfStatements, Value = 0 });
        }
    }
}
