using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class FilingMapping :
    IEntityTypeConfiguration<ShareRatio>, IEntityTypeConfiguration<ShareFiling>, IEntityTypeConfiguration<ShareFilingVersion>, IEntityTypeConfiguration<ShareFilingStep>
{
    public void Configure(EntityTypeBuilder<ShareRatio> builder)
    {
        builder.ToTable("share_ratios");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.Year, r.Number }).IsUnique();
        builder.Property(r => r.Basis).HasMaxLength(200);
        builder.Property(r => r.ByName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ShareFiling> builder)
    {
        builder.ToTable("share_filings");
        builder.HasKey(f => f.Position);
        builder.Property(f => f.Position).ValueGeneratedOnAdd();
        builder.HasIndex(f => f.Id).IsUnique();
        builder.HasIndex(f => new { f.Year, f.UnitId }).IsUnique();
        builder.Ignore(f => f.Latest);
        builder.HasMany(f => f.Versions).WithOne().HasForeignKey(v => v.FilingId).HasPrincipalKey(f => f.Id);
        builder.HasMany(f => f.Steps).WithOne().HasForeignKey(s => s.FilingId).HasPrincipalKey(f => f.Id);
    }

    public void Configure(EntityTypeBuilder<ShareFilingVersion> builder)
    {
        builder.ToTable("share_filing_versions");
        builder.HasKey(v => new { v.FilingId, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Ignore(v => v.Content);
        builder.Property(v => v.RepresentativeName).HasMaxLength(200);
        builder.Property(v => v.Contractor).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ShareFilingStep> builder)
    {
        builder.ToTable("share_filing_steps");
        builder.HasKey(s => new { s.FilingId, s.Place });
        builder.Property(s => s.Place).ValueGeneratedNever();
        builder.Property(s => s.ByName).HasMaxLength(100);
    }
}
