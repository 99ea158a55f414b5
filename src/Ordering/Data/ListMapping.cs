using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class PurchaseListMapping : IEntityTypeConfiguration<PurchaseList>, IEntityTypeConfiguration<PurchaseListLine>
{
    public void Configure(EntityTypeBuilder<PurchaseList> builder)
    {
        builder.ToTable("purchase_lists");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Name).HasMaxLength(PurchaseList.LongestName);
        builder.Property(l => l.SavedByName).HasMaxLength(100);
        builder.HasIndex(l => new { l.UnitId, l.Name }).IsUnique();
        builder.HasMany(l => l.Lines).WithOne().HasForeignKey(l => l.ListId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PurchaseListLine> builder)
    {
        builder.ToTable("purchase_list_lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.ProductName).HasMaxLength(200);
    }
}
