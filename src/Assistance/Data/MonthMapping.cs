using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class MonthMapping :
    IEntityTypeConfiguration<LedgerMonth>, IEntityTypeConfiguration<MonthConfirmation>, IEntityTypeConfiguration<MonthVersion>,
    IEntityTypeConfiguration<MonthFile>, IEntityTypeConfiguration<MonthReopening>
{
    private const int Name = 100;
    private const int Sha256 = 64;

    public void Configure(EntityTypeBuilder<LedgerMonth> builder)
    {
        builder.ToTable("months");
        builder.HasKey(m => m.MonthNumber);
        builder.Property(m => m.MonthNumber).ValueGeneratedNever();
        builder.Property(m => m.FirstByName).HasMaxLength(Name);
    }

    public void Configure(EntityTypeBuilder<MonthConfirmation> builder)
    {
        builder.ToTable("month_confirmations");
        builder.HasKey(c => c.Position);
        builder.Property(c => c.Position).ValueGeneratedOnAdd();
        builder.HasIndex(c => c.Id).IsUnique();
        builder.HasIndex(c => new { c.MonthNumber, c.UnitId });
        builder.Property(c => c.ByName).HasMaxLength(Name);
    }

    public void Configure(EntityTypeBuilder<MonthVersion> builder)
    {
        builder.ToTable("month_versions");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => new { v.MonthNumber, v.Number }).IsUnique();
        builder.Property(v => v.FirstByName).HasMaxLength(Name);
        builder.Property(v => v.SecondByName).HasMaxLength(Name);
        builder.Property(v => v.LedgerHash).HasMaxLength(Sha256).IsUnicode(false);
        builder.Property(v => v.Lines).Metadata.SetMaxLength(null);
    }

    public void Configure(EntityTypeBuilder<MonthFile> builder)
    {
        builder.ToTable("month_files");
        builder.HasKey(f => new { f.VersionId, f.UnitId });
        builder.Property(f => f.Hash).HasMaxLength(Sha256).IsUnicode(false);
    }

    public void Configure(EntityTypeBuilder<MonthReopening> builder)
    {
        builder.ToTable("month_reopenings");
        builder.HasKey(r => r.VersionId);
        builder.Property(r => r.VersionId).ValueGeneratedNever();
        builder.Property(r => r.ByName).HasMaxLength(Name);
        builder.Property(r => r.Reason).HasMaxLength(400);
    }
}
