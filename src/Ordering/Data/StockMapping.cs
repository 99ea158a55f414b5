using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class StockMapping : IEntityTypeConfiguration<Stock>
{
    public void Configure(EntityTypeBuilder<Stock> builder)
    {
        builder.ToTable("stock");
        builder.HasKey(s => s.OfferId);
        builder.Property(s => s.OfferId).ValueGeneratedNever();
        builder.Ignore(s => s.Available);
    }
}

internal sealed class StockMovementMapping : IEntityTypeConfiguration<StockMovement>
{
    public void Configure(EntityTypeBuilder<StockMovement> builder)
    {
        builder.ToTable("stock_movements");
        builder.HasKey(m => m.Sequence);
        builder.Property(m => m.Sequence).ValueGeneratedOnAdd();
        builder.Property(m => m.Reason).HasMaxLength(400);
        builder.Property(m => m.Kind).HasDefaultValue(MovementKind.Correction).HasSentinel(MovementKind.Correction);
        builder.Property(m => m.ByName).HasMaxLength(100);
        builder.HasIndex(m => new { m.OfferId, m.Sequence });
    }
}

internal sealed class BudgetMapping : IEntityTypeConfiguration<Budget>
{
    public void Configure(EntityTypeBuilder<Budget> builder)
    {
        builder.ToTable("budgets");
        builder.HasKey(b => new { b.UnitId, b.Year, b.Fund });
        builder.Property(b => b.Year).ValueGeneratedNever();
    }
}

internal sealed class AcceptedTotalMapping : IEntityTypeConfiguration<AcceptedTotal>
{
    public void Configure(EntityTypeBuilder<AcceptedTotal> builder)
    {
        builder.ToTable("accepted_totals");
        builder.HasKey(t => new { t.CountsForUnitId, t.VillageId, t.Month });
        builder.Property(t => t.Month).ValueGeneratedNever();
    }
}
