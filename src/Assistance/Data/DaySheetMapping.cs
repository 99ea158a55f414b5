using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class DaySheetMapping : IEntityTypeConfiguration<DaySheet>, IEntityTypeConfiguration<DaySheetLine>
{
    public void Configure(EntityTypeBuilder<DaySheet> builder)
    {
        builder.ToTable("day_sheets");
        builder.HasKey(s => s.Position);
        builder.Property(s => s.Position).ValueGeneratedOnAdd();
        builder.HasIndex(s => s.Id).IsUnique();
        builder.HasIndex(s => new { s.OutletId, s.Day }).IsUnique();
        builder.HasIndex(s => new { s.State, s.UnitId });
        builder.Property(s => s.TypedByName).HasMaxLength(100);
        builder.Property(s => s.SubmittedByName).HasMaxLength(100);
        builder.Property(s => s.ConfirmedByName).HasMaxLength(100);
        builder.Property(s => s.SentBackByName).HasMaxLength(100);
        builder.Property(s => s.SentBackReason).HasMaxLength(400);
        builder.Ignore(s => s.Number);
        builder.Ignore(s => s.Total);
        builder.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.SheetPosition);
    }

    public void Configure(EntityTypeBuilder<DaySheetLine> builder)
    {
        builder.ToTable("day_sheet_lines");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.RefundsLineId);
        builder.Property(l => l.Goods).HasMaxLength(DaySheetLine.LongestName);
        builder.Property(l => l.Reason).HasMaxLength(DaySheetLine.LongestReason);
        builder.Ignore(l => l.Quantity);
        builder.Ignore(l => l.Counts);
    }
}
