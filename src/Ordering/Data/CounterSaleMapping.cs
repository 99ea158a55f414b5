using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class CounterSaleMapping : IEntityTypeConfiguration<CounterSaleLine>
{
    public void Configure(EntityTypeBuilder<CounterSaleLine> builder)
    {
        builder.ToTable("counter_sale_lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.SheetNumber).HasMaxLength(40);
        builder.Property(l => l.ProductName).HasMaxLength(200);
        builder.Ignore(l => l.Quantity);
        builder.Ignore(l => l.Missing);
        builder.HasIndex(l => new { l.OutletId, l.Day });
        builder.HasIndex(l => l.RefundsLineId);
    }
}
