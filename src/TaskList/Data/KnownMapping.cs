using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class KnownMapping
    : IEntityTypeConfiguration<KnownUnit>, IEntityTypeConfiguration<KnownGroup>, IEntityTypeConfiguration<KnownMember>, IEntityTypeConfiguration<VillagePurchase>, IEntityTypeConfiguration<KnownRule>
{
    public void Configure(EntityTypeBuilder<KnownUnit> builder)
    {
        builder.ToTable("known_units");
        builder.HasKey(u => u.Id);
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Name).HasMaxLength(100);
        builder.Property(u => u.Kind).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<KnownGroup> builder)
    {
        builder.ToTable("known_groups");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Name).HasMaxLength(100);
        builder.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId);
    }

    public void Configure(EntityTypeBuilder<KnownMember> builder)
    {
        builder.ToTable("known_members");
        builder.HasKey(m => new { m.GroupId, m.UnitId, m.From });
    }

    public void Configure(EntityTypeBuilder<KnownRule> builder)
    {
        builder.ToTable("known_rules");
        builder.HasKey(r => r.Number);
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.FromMonth).HasMaxLength(7);
        builder.Property(r => r.Purposes).HasMaxLength(200);
        builder.Property(r => r.Channels).HasMaxLength(200);
        builder.Property(r => r.Ground).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<VillagePurchase> builder)
    {
        builder.ToTable("village_purchases");
        builder.HasKey(p => p.EntryId);
        builder.Property(p => p.EntryId).ValueGeneratedNever();
        builder.HasIndex(p => new { p.Year, p.Sequence });
        builder.Property(p => p.UnitName).HasMaxLength(100);
        builder.Property(p => p.VillageName).HasMaxLength(100);
        builder.Property(p => p.ProductName).HasMaxLength(200);
        builder.Property(p => p.Purpose).HasMaxLength(40);
        builder.Property(p => p.Channel).HasMaxLength(40);
        builder.Property(p => p.Month).HasMaxLength(7);
        builder.Property(p => p.Number).HasMaxLength(40);
    }
}
