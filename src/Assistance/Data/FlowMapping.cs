using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Assistance.Data;

internal sealed class FlowMapping : IEntityTypeConfiguration<Flow>, IEntityTypeConfiguration<NameSaid>
{
    public void Configure(EntityTypeBuilder<Flow> builder)
    {
        builder.ToTable("flows");
        builder.HasKey(f => new { f.SourceId, f.Statement, f.LineId, f.Kind });
        builder.HasIndex(f => new { f.UnitId, f.MonthNumber });
    }

    public void Configure(EntityTypeBuilder<NameSaid> builder)
    {
        builder.ToTable("names_said");
        builder.HasKey(n => new { n.Id, n.SaidAt });
        builder.Property(n => n.Name).HasMaxLength(200);
    }
}
