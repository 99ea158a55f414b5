using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class InspectionMapping : IEntityTypeConfiguration<Inspection>, IEntityTypeConfiguration<InspectionCounty>, IEntityTypeConfiguration<InspectionFigure>
{
    public void Configure(EntityTypeBuilder<Inspection> builder)
    {
        builder.ToTable("inspections");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => i.ListId);
        builder.Property(i => i.Name).HasMaxLength(Inspection.NameLength);
        builder.Property(i => i.Kind).HasMaxLength(Inspection.KindLength);
        builder.Property(i => i.Unit).HasMaxLength(Inspection.UnitLength);
        builder.Property(i => i.Seed).HasMaxLength(Inspection.SeedLength);
        builder.Property(i => i.DrawnByName).HasMaxLength(100);
        builder.Property(i => i.OpenedByName).HasMaxLength(100);
        builder.HasMany(i => i.Counties).WithOne().HasForeignKey(c => c.InspectionId);
    }

    public void Configure(EntityTypeBuilder<InspectionCounty> builder)
    {
        builder.ToTable("inspection_counties");
        builder.HasKey(c => new { c.InspectionId, c.Name });
        builder.Property(c => c.Name).HasMaxLength(Inspection.CountyLength);
    }

    public void Configure(EntityTypeBuilder<InspectionFigure> builder)
    {
        builder.ToTable("inspection_figures");
        builder.HasKey(f => f.Position);
        builder.Property(f => f.Position).ValueGeneratedOnAdd();
        builder.HasIndex(f => f.Id).IsUnique();
        builder.HasIndex(f => new { f.InspectionId, f.Level, f.County, f.Number }).IsUnique();
        builder.Property(f => f.County).HasMaxLength(Inspection.CountyLength);
        builder.Property(f => f.Evidence).HasMaxLength(InspectionFigure.EvidenceLength);
        builder.Property(f => f.ByName).HasMaxLength(100);
    }
}
