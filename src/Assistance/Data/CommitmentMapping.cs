using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class CommitmentMapping : IEntityTypeConfiguration<Programme>, IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programmes");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.Year).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("commitments");
        builder.HasKey(c => c.Position);
        builder.Property(c => c.Position).ValueGeneratedOnAdd();
        builder.HasIndex(c => c.Id).IsUnique();
        builder.HasIndex(c => new { c.Year, c.UnitId, c.Scope }).IsUnique();
        builder.Property(c => c.Note).HasMaxLength(400);
    }
}
