using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class VillageFigureMapping : IEntityTypeConfiguration<VillageFigure>
{
    public void Configure(EntityTypeBuilder<VillageFigure> builder)
    {
        builder.ToTable("village_figures");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => new { f.VillageId, f.Year, f.Quarter, f.Number }).IsUnique();
        builder.HasIndex(f => f.EvidenceId);
        builder.Property(f => f.EvidenceName).HasMaxLength(200);
        builder.Property(f => f.Note).HasMaxLength(400);
    }
}
