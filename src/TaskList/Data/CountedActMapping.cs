using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class CountedActMapping : IEntityTypeConfiguration<CountedAct>
{
    public void Configure(EntityTypeBuilder<CountedAct> builder)
    {
        builder.ToTable("counted_acts");
        builder.HasKey(a => a.Position);
        builder.Property(a => a.Position).ValueGeneratedOnAdd();
        builder.HasIndex(a => new { a.MeasureId, a.SourceId }).IsUnique();
        builder.HasIndex(a => a.ListId);
        builder.Property(a => a.Title).HasMaxLength(200);
    }
}
