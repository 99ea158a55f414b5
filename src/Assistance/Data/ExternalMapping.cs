using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class ExternalMapping :
    IEntityTypeConfiguration<ExternalPurchase>, IEntityTypeConfiguration<ExternalLikeness>, IEntityTypeConfiguration<ExternalJudgement>, IEntityTypeConfiguration<KnownInvoice>
{
    public void Configure(EntityTypeBuilder<ExternalPurchase> builder)
    {
        builder.ToTable("external_purchases");
        builder.HasKey(p => p.Position);
        builder.Property(p => p.Position).ValueGeneratedOnAdd();
        builder.HasIndex(p => p.Id).IsUnique();
        builder.HasIndex(p => p.SourceKey).IsUnique();
        builder.HasIndex(p => new { p.UnitId, p.On });
        builder.HasIndex(p => p.InvoiceNumber);
        builder.HasIndex(p => p.State);
        builder.HasIndex(p => p.FileId);
        builder.Property(p => p.SourceKey).HasMaxLength(80);
        builder.Property(p => p.Supplier).HasMaxLength(ExternalPurchase.LongestName);
        builder.Property(p => p.Goods).HasMaxLength(ExternalPurchase.LongestName);
        builder.Property(p => p.CountyCode).HasMaxLength(20);
        builder.Property(p => p.OrderNumber).HasMaxLength(ExternalPurchase.LongestNumber);
        builder.Property(p => p.InvoiceNumber).HasMaxLength(ExternalPurchase.LongestNumber);
        builder.HasMany(p => p.Likenesses).WithOne().HasForeignKey("RecordPosition");
        builder.HasMany(p => p.Judgements).WithOne().HasForeignKey("RecordPosition");
    }

    public void Configure(EntityTypeBuilder<ExternalLikeness> builder)
    {
        builder.ToTable("external_likenesses");
        builder.HasKey(l => l.Position);
        builder.Property(l => l.Position).ValueGeneratedOnAdd();
        builder.Property(l => l.Number).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<ExternalJudgement> builder)
    {
        builder.ToTable("external_judgements");
        builder.HasKey(j => j.Position);
        builder.Property(j => j.Position).ValueGeneratedOnAdd();
    }

    public void Configure(EntityTypeBuilder<KnownInvoice> builder)
    {
        builder.ToTable("known_invoices");
        builder.HasKey(i => i.InvoiceId);
        builder.Property(i => i.InvoiceId).ValueGeneratedNever();
        builder.HasIndex(i => i.Number);
        builder.HasIndex(i => new { i.UnitId, i.On });
        builder.Property(i => i.Number).HasMaxLength(ExternalPurchase.LongestNumber);
    }
}
