using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class RoundLinkMapping : IEntityTypeConfiguration<RoundLink>
{
    public void Configure(EntityTypeBuilder<RoundLink> builder)
    {
        builder.ToTable("round_links");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => new { l.RoundId, l.UnitId });
        builder.Property(l => l.TokenHash).HasMaxLength(64);
        builder.Property(l => l.IssuedByName).HasMaxLength(100);
        builder.Property(l => l.WithdrawnByName).HasMaxLength(100);
    }
}
