using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class MoveMapping : IEntityTypeConfiguration<PurchaseMove>
{
    public void Configure(EntityTypeBuilder<PurchaseMove> builder)
    {
        builder.ToTable("purchase_moves");
        builder.HasKey(m => m.Position);
        builder.Property(m => m.Position).ValueGeneratedOnAdd();
        builder.HasIndex(m => m.Id).IsUnique();
        builder.HasIndex(m => m.OpenKey).IsUnique();
        builder.HasIndex(m => m.FromUnitId);
        builder.HasIndex(m => m.ToUnitId);
        builder.HasIndex(m => m.State);
        builder.Ignore(m => m.DecidingUnitId);
        builder.Property(m => m.OpenKey).HasMaxLength(80);
        builder.Property(m => m.Number).HasMaxLength(40);
        builder.Property(m => m.Reason).HasMaxLength(PurchaseMove.LongestReason);
        builder.Property(m => m.EndedReason).HasMaxLength(PurchaseMove.LongestReason);
    }
}
