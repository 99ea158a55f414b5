using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Number).HasMaxLength(40).IsUnicode(false);
        builder.Property(o => o.RequestedByName).HasMaxLength(100);
        builder.Property(o => o.OnBehalf).HasMaxLength(200);
        builder.Property(o => o.Contractor).HasMaxLength(100);
        builder.Property(o => o.ProposalNote).HasMaxLength(Order.LongestNote);
        builder.Property(o => o.ProposedByName).HasMaxLength(100);
        builder.HasIndex(o => o.Serial).IsUnique();
        builder.HasIndex(o => new { o.UnitId, o.Serial });
        builder.HasIndex(o => new { o.CountsForUnitId, o.Serial });
        builder.HasIndex(o => new { o.SupplyUnitId, o.Serial });
        builder.HasIndex(o => o.WindowId);
        builder.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(o => o.Approvals).WithOne().HasForeignKey(a => a.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(o => o.History).WithOne().HasForeignKey(h => h.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(o => o.Deliveries).WithOne().HasForeignKey(d => d.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(o => o.Acceptances).WithOne().HasForeignKey(a => a.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(o => o.Returns).WithOne().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(o => o.Awaits).HasDefaultValue(ApproverRole.Approver).HasSentinel(ApproverRole.Approver);
        builder.Property(o => o.ProcurementBasis).HasMaxLength(Procurement.LongestBasis);
        builder.Property(o => o.ProcurementDocument).HasMaxLength(Procurement.LongestNumber);
        builder.Ignore(o => o.Holdings);
        builder.Ignore(o => o.OwedFen);
        builder.Ignore(o => o.Procured);
    }
}

internal sealed class OrderLineMapping : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.ToTable("order_lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.ProductName).HasMaxLength(200);
        builder.Property(l => l.Specification).HasMaxLength(200);
        builder.Property(l => l.ProducerName).HasMaxLength(200);
        builder.Property(l => l.VillageName).HasMaxLength(100);
        builder.Property(l => l.CountyCode).HasMaxLength(20);
        builder.Property(l => l.CountyName).HasMaxLength(100);
        builder.Ignore(l => l.Price);
    }
}

internal sealed class ApprovalMapping : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.ToTable("approvals");
        builder.HasKey(a => a.Sequence);
        builder.Property(a => a.Sequence).ValueGeneratedOnAdd();
        builder.Property(a => a.ByName).HasMaxLength(100);
        builder.Property(a => a.Comment).HasMaxLength(1000);
        builder.Property(a => a.OnBehalfOf).HasMaxLength(100);
        builder.Property(a => a.Role).HasDefaultValue(ApproverRole.Approver).HasSentinel(ApproverRole.Approver);
    }
}

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("order_history");
        builder.HasKey(h => h.Sequence);
        builder.Property(h => h.Sequence).ValueGeneratedOnAdd();
        builder.Property(h => h.ByName).HasMaxLength(100);
        builder.Property(h => h.Note).HasMaxLength(1200);
        builder.HasIndex(h => new { h.OrderId, h.Sequence });
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Number).HasMaxLength(40).IsUnicode(false);
        builder.Property(d => d.DispatchedByName).HasMaxLength(100);
        builder.Property(d => d.OnBehalf).HasMaxLength(200);
        builder.Property(d => d.Station).HasMaxLength(DeliveryStation.LongestText);
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasMany(d => d.Lines).WithOne().HasForeignKey(l => l.DeliveryId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DeliveryLineMapping : IEntityTypeConfiguration<DeliveryLine>
{
    public void Configure(EntityTypeBuilder<DeliveryLine> builder)
    {
        builder.ToTable("delivery_lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Batch).HasMaxLength(100);
    }
}

internal sealed class AcceptanceMapping : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.ToTable("acceptances");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Number).HasMaxLength(40).IsUnicode(false);
        builder.HasIndex(a => a.Number).IsUnique();
        builder.HasIndex(a => a.DeliveryId);
        builder.HasMany(a => a.Lines).WithOne().HasForeignKey(l => l.AcceptanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Signatures).WithOne().HasForeignKey(s => s.AcceptanceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AcceptanceLineMapping : IEntityTypeConfiguration<AcceptanceLine>
{
    public void Configure(EntityTypeBuilder<AcceptanceLine> builder)
    {
        builder.ToTable("acceptance_lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Reason).HasMaxLength(400);
        builder.HasMany(l => l.Photos).WithOne().HasForeignKey(p => p.AcceptanceLineId);
    }
}

internal sealed class AcceptancePhotoMapping : IEntityTypeConfiguration<AcceptancePhoto>
{
    public void Configure(EntityTypeBuilder<AcceptancePhoto> builder)
    {
        builder.ToTable("acceptance_photos");
        builder.HasKey(p => p.FileId);
        builder.Property(p => p.FileId).ValueGeneratedNever();
    }
}

internal sealed class SignatureMapping : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> builder)
    {
        builder.ToTable("signatures");
        builder.HasKey(s => new { s.AcceptanceId, s.Position });
        builder.Property(s => s.Position).ValueGeneratedNever();
        builder.Property(s => s.ByName).HasMaxLength(100);
        builder.Property(s => s.OnBehalfOf).HasMaxLength(400);
    }
}

internal sealed class GoodsReturnMapping : IEntityTypeConfiguration<GoodsReturn>
{
    public void Configure(EntityTypeBuilder<GoodsReturn> builder)
    {
        builder.ToTable("goods_returns");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(40).IsUnicode(false);
        builder.Property(r => r.ByName).HasMaxLength(100);
        builder.Property(r => r.Reason).HasMaxLength(1000);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.ReturnId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class GoodsReturnLineMapping : IEntityTypeConfiguration<GoodsReturnLine>
{
    public void Configure(EntityTypeBuilder<GoodsReturnLine> builder)
    {
        builder.ToTable("goods_return_lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
    }
}
