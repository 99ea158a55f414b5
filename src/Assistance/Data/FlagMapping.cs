using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class FlagMapping :
    IEntityTypeConfiguration<Flag>, IEntityTypeConfiguration<FlagPaper>, IEntityTypeConfiguration<FlagAnswer>, IEntityTypeConfiguration<FlagSearch>, IEntityTypeConfiguration<KnownRole>
{
    public void Configure(EntityTypeBuilder<Flag> builder)
    {
        builder.ToTable("flags");
        builder.HasKey(f => f.Position);
        builder.Property(f => f.Position).ValueGeneratedOnAdd();
        builder.HasIndex(f => f.Id).IsUnique();
        builder.HasIndex(f => f.Key).IsUnique();
        builder.HasIndex(f => new { f.UnitId, f.State });
        builder.Property(f => f.Key).HasMaxLength(160);
        builder.Property(f => f.Chinese).HasMaxLength(Flag.LongestText);
        builder.Property(f => f.English).HasMaxLength(Flag.LongestText);
        builder.HasMany(f => f.Papers).WithOne().HasForeignKey("FlagPosition");
        builder.HasMany(f => f.Answers).WithOne().HasForeignKey("FlagPosition");
    }

    public void Configure(EntityTypeBuilder<FlagPaper> builder)
    {
        builder.ToTable("flag_papers");
        builder.HasKey(p => p.Position);
        builder.Property(p => p.Position).ValueGeneratedOnAdd();
        builder.Property(p => p.Number).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<FlagAnswer> builder)
    {
        builder.ToTable("flag_answers");
        builder.HasKey(a => a.Position);
        builder.Property(a => a.Position).ValueGeneratedOnAdd();
        builder.Property(a => a.Text).HasMaxLength(Flag.LongestText);
    }

    public void Configure(EntityTypeBuilder<FlagSearch> builder)
    {
        builder.ToTable("flag_searches");
        builder.HasKey(s => s.Position);
        builder.Property(s => s.Position).ValueGeneratedOnAdd();
        builder.HasIndex(s => s.Id).IsUnique();
        builder.HasIndex(s => s.Day);
    }

    public void Configure(EntityTypeBuilder<KnownRole> builder)
    {
        builder.ToTable("known_roles");
        builder.HasKey(r => new { r.OrderId, r.Role, r.PersonId });
        builder.HasIndex(r => r.On);
        builder.Property(r => r.Number).HasMaxLength(60);
    }
}
