using Commerce.Assistance.Domain;
using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class CampaignMapping : IEntityTypeConfiguration<KnownCampaign>, IEntityTypeConfiguration<KnownBrand>
{
    public void Configure(EntityTypeBuilder<KnownCampaign> builder)
    {
        builder.ToTable("known_campaigns");
        builder.HasKey(c => c.CampaignId);
        builder.Property(c => c.CampaignId).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(60);
        builder.Property(c => c.Endorser).HasMaxLength(100);
        builder.Property(c => c.OutletIds).InOneColumn(KnownCampaign.MostIds);
        builder.Property(c => c.ProductIds).InOneColumn(KnownCampaign.MostIds);
    }

    public void Configure(EntityTypeBuilder<KnownBrand> builder)
    {
        builder.ToTable("known_brands");
        builder.HasKey(b => b.BrandId);
        builder.Property(b => b.BrandId).ValueGeneratedNever();
        builder.Property(b => b.Name).HasMaxLength(40);
        builder.Property(b => b.ProductIds).InOneColumn(KnownCampaign.MostIds);
    }
}
