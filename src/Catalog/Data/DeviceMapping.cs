using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Catalog.Data;

/// <summary>Registered screens.</summary>
internal sealed class DeviceMapping : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("devices");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Name).HasMaxLength(40);
        builder.Property(d => d.RegisteredByName).HasMaxLength(100);
        builder.Property(d => d.Code).HasMaxLength(Device.CodeLength).IsUnicode(false);
        builder.Property(d => d.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(d => d.WithdrawnBecause).HasMaxLength(200);
        builder.Property(d => d.WithdrawnByName).HasMaxLength(100);
        builder.HasIndex(d => d.Code).IsUnique();
        builder.HasIndex(d => d.TokenHash).IsUnique();
        builder.HasOne<Outlet>().WithMany().HasForeignKey(d => d.OutletId).OnDelete(DeleteBehavior.Restrict);
    }
}
