using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class LedgerMapping :
    IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<LedgerHead>, IEntityTypeConfiguration<LedgerTotal>, IEntityTypeConfiguration<StatedTotal>,
    IEntityTypeConfiguration<NightlyProof>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger_entries");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.HasIndex(e => e.Id).IsUnique();
        builder.HasIndex(e => new { e.SourceType, e.SourceLineId, e.Kind }).IsUnique();
        builder.HasIndex(e => e.OriginalLineId);
        builder.HasIndex(e => e.AcceptanceId);
        builder.HasIndex(e => new { e.UnitId, e.MonthNumber });
        builder.HasIndex(e => new { e.MonthNumber, e.AdjustsMonthNumber });
        builder.HasIndex(e => new { e.Channel, e.MonthNumber });
        builder.Ignore(e => e.ForwardFromNumber);
        builder.Ignore(e => e.CrossesYear);
        builder.Property(e => e.UnitName).HasMaxLength(200);
        builder.Property(e => e.CountyCode).HasMaxLength(20);
        builder.Property(e => e.SourceType).HasMaxLength(40);
        builder.Property(e => e.DocumentNumber).HasMaxLength(40);
        builder.Property(e => e.Reason).HasMaxLength(400);
        builder.Property(e => e.PreviousHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(e => e.Hash).HasMaxLength(64).IsUnicode(false);
    }

    public void Configure(EntityTypeBuilder<LedgerHead> builder)
    {
        builder.ToTable("ledger_head");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(64).IsUnicode(false);

        // There from the first migration on, so that two first writers can't both make it.
        builder.HasData(new LedgerHead());
    }

    public void Configure(EntityTypeBuilder<LedgerTotal> builder)
    {
        builder.ToTable("ledger_totals");
        builder.HasKey(t => new
        {
            t.UnitId,
            t.MonthNumber,
            t.VillageId,
            t.ProductId,
            t.ProducerId,
            t.Purpose,
            t.Channel,
            t.OutletId,
            t.Dimension,
            t.Sample,
            t.Designated,
            t.AdjustsMonthNumber,
            t.ForwardFromNumber,
        });
        builder.HasIndex(t => t.MonthNumber);
        builder.Ignore(t => t.Key);
        builder.Ignore(t => t.Sums);
    }

    public void Configure(EntityTypeBuilder<StatedTotal> builder)
    {
        builder.ToTable("stated_totals");
        builder.HasKey(t => new { t.UnitId, t.MonthNumber, t.VillageId });
    }

    public void Configure(EntityTypeBuilder<NightlyProof> builder)
    {
        builder.ToTable("nightly_proofs");
        builder.HasKey(p => p.Day);
    }
}
