using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class ExportMapping : IEntityTypeConfiguration<LedgerExport>, IEntityTypeConfiguration<LedgerExportPart>
{
    public void Configure(EntityTypeBuilder<LedgerExport> builder)
    {
        builder.ToTable("ledger_exports");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.State);
        builder.HasIndex(e => e.ById);
        builder.Ignore(e => e.Percent);
        builder.Property(e => e.ByName).HasMaxLength(100);
        builder.Property(e => e.Address).HasMaxLength(2000);
        builder.Property(e => e.Scope).HasMaxLength(1000);
        builder.Property(e => e.ScopeEnglish).HasMaxLength(1000);
        builder.Property(e => e.Mark).HasMaxLength(200);
        builder.Property(e => e.Units).Metadata.SetMaxLength(null);
    }

    public void Configure(EntityTypeBuilder<LedgerExportPart> builder)
    {
        builder.ToTable("ledger_export_parts");
        builder.HasKey(p => new { p.ExportId, p.Attempt, p.Number });
        builder.Property(p => p.Attempt).ValueGeneratedNever();
        builder.Property(p => p.Number).ValueGeneratedNever();
    }
}
