using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class CommitmentMapping : IEntityTypeConfiguration<Programme>, IEntityTypeConfiguration<Commitment>, IEntityTypeConfiguration<CommitmentVersion>
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
        builder.HasIndex(c => new { c.Year, c.UnitId, c.Scope, c.VillageId, c.Purpose }).IsUnique();
        builder.Property(c => c.Note).HasMaxLength(400);
        builder.Ignore(c => c.PurchasePurpose);
        builder.Ignore(c => c.PurposeSpelled);
        builder.HasMany(c => c.Versions).WithOne().HasForeignKey(v => v.CommitmentPosition);
    }

    public void Configure(EntityTypeBuilder<CommitmentVersion> builder)
    {
        builder.ToTable("commitment_versions");
        builder.HasKey(v => new { v.CommitmentPosition, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.Note).HasMaxLength(400);
        builder.Property(v => v.ByName).HasMaxLength(100);
    }
}
