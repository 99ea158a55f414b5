using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class KnownBatchMapping : IEntityTypeConfiguration<KnownBatch>
{
    public void Configure(EntityTypeBuilder<KnownBatch> builder)
    {
        builder.ToTable("known_batches");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Number).HasMaxLength(40);
        builder.Property(b => b.Code).HasMaxLength(10).IsUnicode(false);
        builder.Property(b => b.WithdrawnBecause).HasMaxLength(200);
        builder.HasIndex(b => b.ProductId);
    }
}
