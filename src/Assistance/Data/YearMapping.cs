using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class YearMapping : IEntityTypeConfiguration<LedgerYear>, IEntityTypeConfiguration<YearClosing>
{
    private const int Name = 100;
    private const int Sha256 = 64;

    public void Configure(EntityTypeBuilder<LedgerYear> builder)
    {
        builder.ToTable("years");
        builder.HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Property(y => y.FirstByName).HasMaxLength(Name);
    }

    public void Configure(EntityTypeBuilder<YearClosing> builder)
    {
        builder.ToTable("year_closings");
        builder.HasKey(c => c.Year);
        builder.Property(c => c.Year).ValueGeneratedNever();
        builder.Property(c => c.FirstByName).HasMaxLength(Name);
        builder.Property(c => c.SecondByName).HasMaxLength(Name);
        builder.Property(c => c.LedgerHash).HasMaxLength(Sha256).IsUnicode(false);
        builder.Property(c => c.FileHash).HasMaxLength(Sha256).IsUnicode(false);
        builder.Property(c => c.Warnings).HasMaxLength(1000);
        builder.Property(c => c.Lines).Metadata.SetMaxLength(null);
    }
}
