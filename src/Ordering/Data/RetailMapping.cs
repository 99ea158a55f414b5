using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class RetailSaleMapping : IEntityTypeConfiguration<RetailSale>
{
    public void Configure(EntityTypeBuilder<RetailSale> builder)
    {
        builder.ToTable("retail_sales");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Number).HasMaxLength(40).IsUnicode(false);
        builder.Property(s => s.OrderNumber).HasMaxLength(40).IsUnicode(false);
        builder.Property(s => s.SessionId).HasMaxLength(255).IsUnicode(false);
        builder.Property(s => s.PayUrl).HasMaxLength(2000);
        builder.Property(s => s.IntentId).HasMaxLength(255).IsUnicode(false);
        builder.Property(s => s.PickupCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(s => s.HandedOverByName).HasMaxLength(100);
        builder.HasIndex(s => s.Serial).IsUnique();
        builder.HasIndex(s => new { s.SupplyUnitId, s.Serial });
        builder.HasIndex(s => new { s.State, s.ReservedUntil });
        builder.HasIndex(s => s.OrderId);
        builder.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.SaleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(s => s.Refunds).WithOne().HasForeignKey(r => r.SaleId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(s => s.Held);
        builder.Ignore(s => s.ForOrderFen);
        builder.Ignore(s => s.Stand);
    }
}

internal sealed class RetailLineMapping : IEntityTypeConfiguration<RetailLine>
{
    public void Configure(EntityTypeBuilder<RetailLine> builder)
    {
        builder.ToTable("retail_lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.ProductName).HasMaxLength(200);
        builder.Property(l => l.Specification).HasMaxLength(200);
        builder.Ignore(l => l.Quantity);
        builder.Ignore(l => l.Price);
    }
}

internal sealed class RetailRefundMapping : IEntityTypeConfiguration<RetailRefund>
{
    public void Configure(EntityTypeBuilder<RetailRefund> builder)
    {
        builder.ToTable("retail_refunds");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ByName).HasMaxLength(100);
        builder.Property(r => r.StripeId).HasMaxLength(255).IsUnicode(false);
        builder.HasIndex(r => new { r.State, r.AskedAt });
    }
}

internal sealed class StripeEventMapping : IEntityTypeConfiguration<StripeEvent>
{
    public void Configure(EntityTypeBuilder<StripeEvent> builder)
    {
        builder.ToTable("stripe_events");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).HasMaxLength(255).IsUnicode(false);
        builder.Property(e => e.Type).HasMaxLength(100).IsUnicode(false);
        builder.Property(e => e.SessionId).HasMaxLength(255).IsUnicode(false);
        builder.HasIndex(e => new { e.State, e.At });
    }
}
