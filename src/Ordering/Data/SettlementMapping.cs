using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class StatementMapping : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.ToTable("statements");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Number).HasMaxLength(40).IsUnicode(false);
        builder.Property(s => s.PaymentCode).HasMaxLength(11).IsUnicode(false);
        builder.Property(s => s.SupplierByName).HasMaxLength(100);
        builder.Property(s => s.OnBehalf).HasMaxLength(200);
        builder.Property(s => s.UnitByName).HasMaxLength(100);
        builder.HasIndex(s => s.Serial).IsUnique();
        builder.HasIndex(s => s.PaymentCode).IsUnique();
        builder.HasIndex(s => new { s.UnitId, s.SupplyUnitId, s.Month }).IsUnique();
        builder.HasIndex(s => new { s.SupplyUnitId, s.Serial });
        builder.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.StatementId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(s => s.Differences).WithOne().HasForeignKey(d => d.StatementId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(s => s.OutstandingFen);
        builder.Ignore(s => s.State);
    }
}

internal sealed class StatementLineMapping : IEntityTypeConfiguration<StatementLine>
{
    public void Configure(EntityTypeBuilder<StatementLine> builder)
    {
        builder.ToTable("statement_lines");

        // The acceptance's or return's own line: it can stand in one statement only.
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Paper).HasMaxLength(40).IsUnicode(false);
        builder.Property(l => l.OrderNumber).HasMaxLength(40).IsUnicode(false);
        builder.Property(l => l.ProductName).HasMaxLength(200);
        builder.Property(l => l.Specification).HasMaxLength(200);
        builder.Property(l => l.ProducerName).HasMaxLength(200);
        builder.Ignore(l => l.Quantity);
        builder.Ignore(l => l.Price);
    }
}

internal sealed class StatementDifferenceMapping : IEntityTypeConfiguration<StatementDifference>
{
    public void Configure(EntityTypeBuilder<StatementDifference> builder)
    {
        builder.ToTable("statement_differences");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Reason).HasMaxLength(400);
        builder.Property(d => d.RaisedByName).HasMaxLength(100);
        builder.Property(d => d.Answer).HasMaxLength(400);
        builder.Property(d => d.AnsweredByName).HasMaxLength(100);
    }
}

internal sealed class InvoiceMapping : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.ToTable("invoices");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Number).HasMaxLength(20).IsUnicode(false);
        builder.Property(i => i.IssuerCode).HasMaxLength(18).IsUnicode(false);
        builder.Property(i => i.IssuerName).HasMaxLength(200);
        builder.Property(i => i.RegisteredByName).HasMaxLength(100);
        builder.Property(i => i.Reds).IsConcurrencyToken();
        builder.HasIndex(i => new { i.IssuerCode, i.Number }).IsUnique();
        builder.HasIndex(i => i.Serial).IsUnique();
        builder.HasIndex(i => i.StatementId);
        builder.HasIndex(i => i.CorrectsId);
        builder.HasIndex(i => i.FileId);
        builder.OwnsMany(i => i.Lines, lines =>
        {
            lines.ToTable("invoice_lines");
            lines.WithOwner().HasForeignKey(l => l.InvoiceId);
            lines.HasKey(l => new { l.InvoiceId, l.Position });
            lines.Property(l => l.Position).ValueGeneratedNever();
        });
    }
}

internal sealed class PaymentMapping : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Number).HasMaxLength(40).IsUnicode(false);
        builder.Property(p => p.PayerName).HasMaxLength(100);
        builder.Property(p => p.PayerAccountEnd).HasMaxLength(4).IsUnicode(false);
        builder.Property(p => p.BankReference).HasMaxLength(60).IsUnicode(false);
        builder.Property(p => p.SlipKey).HasMaxLength(60).IsUnicode(false);
        builder.Property(p => p.Reason).HasMaxLength(400);
        builder.Property(p => p.RecordedByName).HasMaxLength(100);
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => p.SlipKey).IsUnique();
        builder.HasIndex(p => p.StatementId);
    }
}

internal sealed class PaymentTermMapping : IEntityTypeConfiguration<PaymentTerm>
{
    public void Configure(EntityTypeBuilder<PaymentTerm> builder)
    {
        builder.ToTable("payment_terms");
        builder.HasKey(t => new { t.SupplyUnitId, t.UnitId, t.ValidFrom });
        builder.Property(t => t.Contract).HasMaxLength(100);
    }
}
