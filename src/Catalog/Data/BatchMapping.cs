using System.Text.Json;
using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Catalog.Data;

/// <summary>Batches and what was said of them before.</summary>
internal static class BatchMapping
{
    internal sealed class OfBatch : IEntityTypeConfiguration<Batch>
    {
        public void Configure(EntityTypeBuilder<Batch> builder)
        {
            builder.ToTable("batches");
            builder.HasKey(b => b.Id);
            builder.Property(b => b.Id).ValueGeneratedNever();
            builder.Property(b => b.Code).HasMaxLength(Batch.CodeLength).IsUnicode(false);
            builder.Property(b => b.Number).HasMaxLength(40);
            builder.Property(b => b.Place).HasMaxLength(100);
            builder.Property(b => b.Note).HasMaxLength(200);
            builder.Property(b => b.WithdrawnBecause).HasMaxLength(200);
            builder.HasIndex(b => b.Code).IsUnique();
            builder.HasIndex(b => b.Serial).IsUnique();
            builder.HasIndex(b => new { b.ProducerId, b.Number }).IsUnique();
            builder.HasIndex(b => new { b.ProductId, b.Serial });
            builder.HasOne<Product>().WithMany().HasForeignKey(b => b.ProductId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Producer>().WithMany().HasForeignKey(b => b.ProducerId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(b => b.Corrections).WithOne().HasForeignKey(c => c.BatchId);
            builder.Ignore(b => b.Quantity);
            builder.Ignore(b => b.MadeOn);
            builder.Ignore(b => b.Facts);
        }
    }

    internal sealed class OfCorrection : IEntityTypeConfiguration<BatchCorrection>
    {
        public void Configure(EntityTypeBuilder<BatchCorrection> builder)
        {
            builder.ToTable("batch_corrections");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Reason).HasMaxLength(200);
            builder.Property(c => c.Earlier).HasMaxLength(2000).HasConversion(f => JsonSerializer.Serialize(f, JsonSerializerOptions.Web), t => JsonSerializer.Deserialize<BatchFacts>(t, JsonSerializerOptions.Web)!);
        }
    }
}
