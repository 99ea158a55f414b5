using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class KnownMapping :
    IEntityTypeConfiguration<KnownOrder>, IEntityTypeConfiguration<KnownOrderLine>, IEntityTypeConfiguration<KnownName>, IEntityTypeConfiguration<KnownProduct>,
    IEntityTypeConfiguration<KnownUnit>, IEntityTypeConfiguration<KnownDesignation>, IEntityTypeConfiguration<KnownRecognition>,
    IEntityTypeConfiguration<KnownOutlet>, IEntityTypeConfiguration<KnownOffer>
{
    public void Configure(EntityTypeBuilder<KnownOrder> builder)
    {
        builder.ToTable("known_orders");
        builder.HasKey(o => o.OrderId);
        builder.Property(o => o.OrderId).ValueGeneratedNever();
        builder.Property(o => o.Number).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<KnownOrderLine> builder)
    {
        builder.ToTable("known_order_lines");
        builder.HasKey(l => l.OrderLineId);
        builder.Property(l => l.OrderLineId).ValueGeneratedNever();
        builder.HasIndex(l => l.OrderId);
        builder.Ignore(l => l.Price);
    }

    public void Configure(EntityTypeBuilder<KnownName> builder)
    {
        builder.ToTable("known_names");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Name).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<KnownProduct> builder)
    {
        builder.ToTable("known_products");
        builder.HasKey(p => p.ProductId);
        builder.Property(p => p.ProductId).ValueGeneratedNever();
        builder.Property(p => p.CountyCode).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<KnownUnit> builder)
    {
        builder.ToTable("known_units");
        builder.HasKey(u => u.Position);
        builder.Property(u => u.Position).ValueGeneratedOnAdd();
        builder.HasIndex(u => u.UnitId).IsUnique();
        builder.Property(u => u.Kind).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<KnownOutlet> builder)
    {
        builder.ToTable("known_outlets");
        builder.HasKey(o => o.OutletId);
        builder.Property(o => o.OutletId).ValueGeneratedNever();
        builder.HasIndex(o => o.OperatorUnitId);
        builder.Property(o => o.Kind).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<KnownOffer> builder)
    {
        builder.ToTable("known_offers");
        builder.HasKey(o => o.OfferId);
        builder.Property(o => o.OfferId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<KnownDesignation> builder)
    {
        builder.ToTable("known_designations");
        builder.HasKey(d => d.DesignationId);
        builder.Property(d => d.DesignationId).ValueGeneratedNever();
        builder.HasIndex(d => d.CountyCode);
        builder.Property(d => d.CountyCode).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<KnownRecognition> builder)
    {
        builder.ToTable("known_recognitions");
        builder.HasKey(r => r.CertificateId);
        builder.Property(r => r.CertificateId).ValueGeneratedNever();
        builder.HasIndex(r => r.ProductId);
    }
}
