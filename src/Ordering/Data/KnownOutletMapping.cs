using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class KnownOutletMapping : IEntityTypeConfiguration<KnownOutlet>
{
    public void Configure(EntityTypeBuilder<KnownOutlet> builder)
    {
        builder.ToTable("known_outlets");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).HasMaxLength(100);
    }
}
