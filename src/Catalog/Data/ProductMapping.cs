using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Catalog.Data;

/// <summary>Categories and products with what belongs to them.</summary>
internal static class ProductMapping
{
    internal sealed class OfCategory : IEntityTypeConfiguration<Category>
    {
        public void Configure(EntityTypeBuilder<Category> builder)
        {
            builder.ToTable("categories");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Name).HasMaxLength(60);
            builder.HasOne<Category>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class OfSpecies : IEntityTypeConfiguration<Species>
    {
        public void Configure(EntityTypeBuilder<Species> builder)
        {
            builder.ToTable("species");
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Name).HasMaxLength(40);
            builder.HasIndex(s => s.Name).IsUnique();
        }
    }

    internal sealed class OfProduct : IEntityTypeConfiguration<Product>
    {
        public void Configure(EntityTypeBuilder<Product> builder)
        {
            builder.ToTable("products");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.Slug).HasMaxLength(80).IsUnicode(false);
            builder.Property(p => p.Name).HasMaxLength(100);
            builder.Property(p => p.Summary).HasMaxLength(400);
            builder.Property(p => p.Storage).HasMaxLength(200);
            builder.Property(p => p.Synonyms).HasMaxLength(820).HasConversion(
                list => string.Join('|', list),
                text => text.Split('|', StringSplitOptions.RemoveEmptyEntries),
                new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), l => string.Join('|', l).GetHashCode(StringComparison.Ordinal), l => l));
            builder.Property(p => p.PermittedUses).HasMaxLength(60).HasConversion(
                list => string.Join('|', list),
                text => Array.ConvertAll(text.Split('|', StringSplitOptions.RemoveEmptyEntries), Enum.Parse<PermittedUse>),
                new ValueComparer<IReadOnlyList<PermittedUse>>((a, b) => a!.SequenceEqual(b!), l => string.Join('|', l).GetHashCode(StringComparison.Ordinal), l => l));
            builder.HasIndex(p => p.ChangedIn);
            builder.HasIndex(p => p.Serial).IsUnique();
            builder.HasIndex(p => p.Slug).IsUnique();
            builder.HasOne<Category>().WithMany().HasForeignKey(p => p.CategoryId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Species>().WithMany().HasForeignKey(p => p.SpeciesId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Producer>().WithMany().HasForeignKey(p => p.ProducerId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(p => p.Variants).WithOne().HasForeignKey(v => v.ProductId);
            builder.HasMany(p => p.Attributes).WithOne().HasForeignKey(a => a.ProductId);
            builder.HasMany(p => p.Certificates).WithOne().HasForeignKey(c => c.ProductId);
        }
    }

    internal sealed class OfVariant : IEntityTypeConfiguration<ProductVariant>
    {
        public void Configure(EntityTypeBuilder<ProductVariant> builder)
        {
            builder.ToTable("product_variants");
            builder.HasKey(v => v.Id);
            builder.Property(v => v.Id).ValueGeneratedNever();
            builder.Property(v => v.Sku).HasMaxLength(40);
            builder.Property(v => v.Barcode).HasMaxLength(40).IsUnicode(false);
            builder.Property(v => v.Specification).HasMaxLength(100);
            builder.Ignore(v => v.NominalContent);
            builder.HasIndex(v => v.Sku).IsUnique();
        }
    }

    internal sealed class OfAttribute : IEntityTypeConfiguration<ProductAttribute>
    {
        public void Configure(EntityTypeBuilder<ProductAttribute> builder)
        {
            builder.ToTable("product_attributes");
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.Property(a => a.Key).HasMaxLength(40);
            builder.Property(a => a.Label).HasMaxLength(40);
            builder.Property(a => a.Value).HasMaxLength(200);
        }
    }

    internal sealed class OfCertificate : IEntityTypeConfiguration<Certificate>
    {
        public void Configure(EntityTypeBuilder<Certificate> builder)
        {
            builder.ToTable("certificates");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Kind).HasMaxLength(60);
            builder.Property(c => c.Number).HasMaxLength(60);
            builder.Property(c => c.Issuer).HasMaxLength(100);
            builder.Property(c => c.WithdrawnBecause).HasMaxLength(200);
            builder.Ignore(c => c.IsRecognition);
            builder.Ignore(c => c.LastDay);
        }
    }
}
