using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Catalog.Data;

/// <summary>Pictures of goods. A file is one good's picture only.</summary>
internal sealed class ImageMapping : IEntityTypeConfiguration<ProductImage>
{
    public void Configure(EntityTypeBuilder<ProductImage> builder)
    {
        builder.ToTable("product_images");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Alt).HasMaxLength(ProductImage.LongestAlt);
        builder.HasIndex(i => i.FileId).IsUnique();
    }
}
