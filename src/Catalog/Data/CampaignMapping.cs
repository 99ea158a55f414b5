using Commerce.Catalog.Domain;
using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Catalog.Data;

/// <summary>Endorsement campaigns and brands. What they speak for is a list that is always read and written whole.</summary>
internal static class CampaignMapping
{
    internal sealed class OfCampaign : IEntityTypeConfiguration<Campaign>
    {
        public void Configure(EntityTypeBuilder<Campaign> builder)
        {
            builder.ToTable("campaigns");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Name).HasMaxLength(Campaign.LongestName);
            builder.Property(c => c.Endorser).HasMaxLength(Campaign.LongestEndorser);
            builder.Property(c => c.EndedBecause).HasMaxLength(Campaign.LongestReason);
            builder.Property(c => c.ProductIds).InOneColumn(Campaign.MostProducts);
            builder.Property(c => c.OutletIds).InOneColumn(Campaign.MostOutlets);
            builder.HasOne<Village>().WithMany().HasForeignKey(c => c.VillageId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class OfBrand : IEntityTypeConfiguration<Brand>
    {
        public void Configure(EntityTypeBuilder<Brand> builder)
        {
            builder.ToTable("brands");
            builder.HasKey(b => b.Id);
            builder.Property(b => b.Id).ValueGeneratedNever();
            builder.Property(b => b.Name).HasMaxLength(Brand.LongestName);
            builder.Property(b => b.EnglishName).HasMaxLength(Brand.LongestName);
            builder.Property(b => b.ProductIds).InOneColumn(Brand.MostProducts);
            builder.HasIndex(b => b.Name).IsUnique();
            builder.HasOne<Village>().WithMany().HasForeignKey(b => b.VillageId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
