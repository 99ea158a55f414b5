using Commerce.Platform.Databases;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class CampaignMapping : IEntityTypeConfiguration<KnownCampaign>
{
    public void Configure(EntityTypeBuilder<KnownCampaign> builder)
    {
        builder.ToTable("known_campaigns");
        builder.HasKey(c => c.CampaignId);
        builder.Property(c => c.CampaignId).ValueGeneratedNever();
        builder.Property(c => c.OutletIds).InOneColumn(KnownCampaign.MostIds);
        builder.Property(c => c.ProductIds).InOneColumn(KnownCampaign.MostIds);
    }
}
