using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class RuleMapping : IEntityTypeConfiguration<FigureRule>
{
    public void Configure(EntityTypeBuilder<FigureRule> builder)
    {
        builder.ToTable("counting_rules");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.Figure, r.Number }).IsUnique();
        builder.Property(r => r.PurposesSpelled).HasMaxLength(200);
        builder.Property(r => r.VillageChannelsSpelled).HasMaxLength(200);
        builder.Property(r => r.OtherChannelsSpelled).HasMaxLength(200);
        builder.Property(r => r.Ground).HasMaxLength(200);
        builder.Property(r => r.ByName).HasMaxLength(100);
        builder.Property(r => r.DecidedByName).HasMaxLength(100);
        builder.Property(r => r.DecisionReason).HasMaxLength(400);
    }
}
