using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class KnownOfferMapping : IEntityTypeConfiguration<KnownOffer>
{
    public void Configure(EntityTypeBuilder<KnownOffer> builder)
    {
        builder.ToTable("known_offers");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.ProductName).HasMaxLength(200);
        builder.Property(o => o.Specification).HasMaxLength(200);
        builder.Property(o => o.ProducerName).HasMaxLength(200);
        builder.Property(o => o.VillageName).HasMaxLength(100);
        builder.Property(o => o.CountyCode).HasMaxLength(20);
        builder.Property(o => o.CountyName).HasMaxLength(100);
        builder.Property(o => o.PermittedUses).HasMaxLength(200);
    }
}

internal sealed class KnownPriceMapping : IEntityTypeConfiguration<KnownPrice>
{
    public void Configure(EntityTypeBuilder<KnownPrice> builder)
    {
        builder.ToTable("known_prices");
        builder.HasKey(p => new { p.OfferId, p.ValidFrom });
        builder.Ignore(p => p.Price);
    }
}

internal sealed class KnownSuspensionMapping : IEntityTypeConfiguration<KnownSuspension>
{
    public void Configure(EntityTypeBuilder<KnownSuspension> builder)
    {
        builder.ToTable("known_suspensions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Reason).HasMaxLength(200);
        builder.HasIndex(s => s.ProducerId);
    }
}

internal sealed class KnownCertificateMapping : IEntityTypeConfiguration<KnownCertificate>
{
    public void Configure(EntityTypeBuilder<KnownCertificate> builder)
    {
        builder.ToTable("known_certificates");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kind).HasMaxLength(60);
        builder.Property(c => c.Number).HasMaxLength(60);
        builder.HasIndex(c => c.ProductId);
        builder.Ignore(c => c.LastDay);
    }
}

internal sealed class KnownUnitMapping : IEntityTypeConfiguration<KnownUnit>
{
    public void Configure(EntityTypeBuilder<KnownUnit> builder)
    {
        builder.ToTable("known_units");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Name).HasMaxLength(200);
        builder.Property(u => u.Kind).HasMaxLength(40);
    }
}

internal sealed class KnownPersonMapping : IEntityTypeConfiguration<KnownPerson>
{
    public void Configure(EntityTypeBuilder<KnownPerson> builder)
    {
        builder.ToTable("known_people");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(100);
    }
}

internal sealed class KnownCanteenMapping : IEntityTypeConfiguration<KnownCanteen>
{
    public void Configure(EntityTypeBuilder<KnownCanteen> builder)
    {
        builder.ToTable("known_canteens");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.OwnsMany(c => c.Served, served =>
        {
            served.ToTable("known_canteen_units");
            served.WithOwner().HasForeignKey(s => s.CanteenId);
            served.HasKey(s => new { s.CanteenId, s.UnitId });
            served.Property(s => s.UnitId).ValueGeneratedNever();
        });
    }
}
