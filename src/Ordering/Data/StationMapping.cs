using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class DeliveryStationMapping : IEntityTypeConfiguration<DeliveryStation>
{
    public void Configure(EntityTypeBuilder<DeliveryStation> builder)
    {
        builder.ToTable("delivery_stations");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(DeliveryStation.LongestText);
        builder.Property(s => s.Place).HasMaxLength(DeliveryStation.LongestText);
        builder.HasIndex(s => s.SupplyUnitId);
    }
}
