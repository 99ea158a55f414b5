using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class OrderWindowMapping : IEntityTypeConfiguration<OrderWindow>
{
    public void Configure(EntityTypeBuilder<OrderWindow> builder)
    {
        builder.ToTable("order_windows");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Name).HasMaxLength(100);
        builder.Property(w => w.OpenedByName).HasMaxLength(100);
        builder.HasIndex(w => new { w.Stage, w.ClosesAt });
        builder.HasMany(w => w.Goods).WithOne().HasForeignKey(g => g.WindowId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(w => w.LastDay);
    }
}

internal sealed class WindowGoodsMapping : IEntityTypeConfiguration<WindowGoods>
{
    public void Configure(EntityTypeBuilder<WindowGoods> builder)
    {
        builder.ToTable("window_goods");
        builder.HasKey(g => new { g.WindowId, g.OfferId });
        builder.Property(g => g.ProductName).HasMaxLength(200);
        builder.Property(g => g.Specification).HasMaxLength(200);
        builder.Ignore(g => g.Price);
    }
}
